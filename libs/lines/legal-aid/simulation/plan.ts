import type { LeafCounts } from '#application/simulated-year.js';

/** How many cases of each kind the year has, settled from the leaves; what a report leaves out follows from the rest. */
export interface Plan {
  readonly granted: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly pending: number;
  readonly late: number;
  readonly criminal: number;
  readonly notified: number;
  readonly administrative: number;
  readonly opening: number;
  readonly concluded: number;
  readonly terminated: number;
  readonly open: number;
}

/** Leaves that stand for each other: where one is given, the parts must be it exactly. */
const agree = (counts: LeafCounts, leaf: string, value: number, parts: string): void => {
  if (counts.has(leaf) && counts.of(leaf) !== value)
    throw new RangeError(`${leaf}: ${counts.of(leaf)}, but ${parts} make ${value}`);
};

const decided = (counts: LeafCounts) => {
  const reasons = ['refusedOutOfScope', 'refusedNotInHardship', 'refusedOther'];
  const refused = counts.has('refused')
    ? counts.of('refused')
    : reasons.reduce((sum, leaf) => sum + counts.of(leaf), 0);
  if (counts.has('refused')) counts.rest('refused', ...reasons);
  const withdrawn = counts.of('deemedWithdrawn');
  const others = refused + withdrawn + counts.of('pending');
  const natures = ['grantedCriminal', 'grantedCivil', 'grantedAdministrative'];
  const known = natures.reduce((sum, leaf) => sum + counts.of(leaf), 0);
  const granted = ((): number => {
    if (counts.has('granted')) return counts.of('granted');
    if (counts.has('applications')) return counts.of('applications') - others;
    if (counts.has('decisions')) return counts.of('decisions') - refused;
    return Math.max(known, counts.of('notified'));
  })();
  if (granted < 0)
    throw new RangeError(`applications, decisions: fewer than the ${others} refused, withdrawn or pending`);
  const pending = counts.has('pending')
    ? counts.of('pending')
    : Math.max(0, counts.of('applications') - granted - refused - withdrawn);
  agree(counts, 'applications', granted + refused + withdrawn + pending, 'granted, refused, withdrawn and pending');
  agree(counts, 'decisions', granted + refused, 'granted and refused');
  return { granted, refused, withdrawn, pending };
};

const natures = (counts: LeafCounts, granted: number) => {
  const given = ['grantedCriminal', 'grantedCivil', 'grantedAdministrative'].some((leaf) => counts.has(leaf));
  const administrative = given ? counts.of('grantedAdministrative') : Math.floor(granted * 0.03);
  const usual = counts.has('notified') ? counts.of('notified') : Math.floor(granted * 0.35);
  const criminal = ((): number => {
    if (counts.has('grantedCriminal')) return counts.of('grantedCriminal');
    if (counts.has('grantedCivil')) return granted - counts.of('grantedCivil') - administrative;
    return Math.min(granted - administrative, usual + Math.floor(granted * 0.03));
  })();
  const notified = counts.has('notified') ? counts.of('notified') : Math.min(criminal, usual);
  if (notified > criminal) throw new RangeError(`notified: ${notified}, but grantedCriminal ${criminal}`);
  const civil = granted - criminal - administrative;
  if (civil < 0 || criminal < 0) throw new RangeError(`granted: ${granted}, fewer than its kinds`);
  agree(counts, 'grantedCivil', civil, 'granted without the criminal and administrative ones');
  return { criminal, notified, administrative };
};

/** @throws RangeError naming the leaves that contradict each other */
export const planOf = (counts: LeafCounts): Plan => {
  const decisions = decided(counts);
  const [opening, concluded, terminated] = ['openingOpen', 'concluded', 'terminated'].map((leaf) => counts.of(leaf));
  const stock = { opening: opening ?? 0, concluded: concluded ?? 0, terminated: terminated ?? 0 };
  const open = stock.opening + decisions.granted - stock.concluded - stock.terminated;
  if (open < 0) throw new RangeError('concluded, terminated: more than openingOpen and granted');
  agree(counts, 'closingOpen', open, 'openingOpen and granted less concluded and terminated');
  const all = decisions.granted + decisions.refused;
  const late = counts.has('decisionsOnTime') ? all - counts.of('decisionsOnTime') : 0;
  if (late < 0) throw new RangeError(`decisionsOnTime: more than the ${all} decisions`);
  return { ...decisions, ...natures(counts, decisions.granted), ...stock, open, late };
};
