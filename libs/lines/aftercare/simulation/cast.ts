import type { SimulationTools } from '#application/case-binding.js';
import type { EndKind } from '../domain/enumerations.js';
import type { Counts } from './counts.js';
import { endings } from './leaves.js';
import { type Person, leave, newPerson } from './people.js';

const many = (tools: SimulationTools, entry: Person['entry'], count: number): Promise<readonly Person[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => newPerson(tools, entry, at)));

/** Everybody of the year. */
export interface Cast {
  /** In support at some time. */
  readonly supported: readonly Person[];
  /** Released in the window and never linked. */
  readonly unlinked: readonly Person[];
}

/**
 * The stock before, by what is known: counted, or what closing and flows leave.
 * @throws RangeError when stock and flows contradict each other
 */
const openingOf = (counts: Counts, ended: number): number => {
  if (counts.has('closing') && counts.has('inSupport') && counts.of('closing') !== counts.of('inSupport'))
    throw new RangeError(`inSupport (${counts.of('inSupport')}) is not closing (${counts.of('closing')})`);
  const change = counts.of('linked') + counts.of('movedIn') - ended - counts.of('movedOut');
  const closing =
    counts.has('closing') || counts.has('inSupport') ? counts.or('closing', counts.of('inSupport')) : undefined;
  const opening = counts.or('opening', closing === undefined ? Math.max(0, -change) : closing - change);
  if (opening < 0 || opening + change < 0 || (closing !== undefined && opening + change !== closing))
    throw new RangeError(
      `opening + linked + movedIn - ended - movedOut is ${opening + change}, closing is ${closing ?? 'not given'}`,
    );
  return opening;
};

/** The support of so many ends, and so many move away: those longest there first; nobody's term ends in its first year. */
const goAway = (
  kinds: readonly (EndKind | 'moved-out')[],
  groups: readonly (readonly Person[])[],
  tools: SimulationTools,
) => {
  const [imported = [], movedIn = [], linked = []] = groups.map((group) => tools.random.shuffle(group));
  const waiting = [...imported, ...movedIn];
  const byTerm = kinds.filter((kind) => kind === 'term-over');
  const others = kinds.filter((kind) => kind !== 'term-over');
  if (byTerm.length > waiting.length)
    throw new RangeError(`ended: ${byTerm.length} terms over, opening + movedIn: ${waiting.length}`);
  for (const [at, kind] of byTerm.entries()) leave(waiting[at] as Person, kind, tools);
  const rest = [...waiting.slice(byTerm.length), ...linked];
  if (others.length > rest.length) throw new RangeError(`movedOut + ended: ${kinds.length} leave, too few are there`);
  for (const [at, kind] of others.entries()) leave(rest[at] as Person, kind, tools);
};

/** Casts the year: who was there, who is released, linked or moves in, and who leaves when. */
export const castYear = async (counts: Counts, tools: SimulationTools): Promise<Cast> => {
  const ended = counts.whole('ended', endings) ?? 0;
  const linked = counts.of('linked');
  const due = counts.or('dueForLinkage', linked);
  const released = counts.or('released', due);
  counts.within('linked', linked, 'dueForLinkage', due);
  counts.within('dueForLinkage', due, 'released', released);
  const imported = await many(tools, 'imported', openingOf(counts, ended));
  const movedIn = await many(tools, 'moved-in', counts.of('movedIn'));
  const newly = await many(tools, 'released', released);
  const [joined, missed] = [newly.slice(0, linked), newly.slice(linked)];
  for (const [at, person] of missed.entries()) {
    delete person.supportedFrom;
    person.resident = at < due - linked;
  }
  collect(
    counts,
    joined,
    missed.filter(({ resident }) => resident),
  );
  const failures = counts.within(
    'linkFailed',
    counts.or('linkFailed', due - linked),
    'due and not linked',
    due - linked,
  );
  for (const person of missed.slice(0, failures)) person.failed = true;
  const kinds = counts.spread(
    ['ended', ended],
    endings,
    { 'term-over': 40, death: 1, reimprisoned: 0, 'written-off': 0 },
    tools.random,
  );
  const movedOut = Array.from({ length: counts.of('movedOut') }, () => 'moved-out' as const);
  goAway([...kinds, ...movedOut], [imported, movedIn, joined], tools);
  return { supported: [...imported, ...movedIn, ...joined], unlinked: missed };
};

/** Key persons among those released; who was collected is linked on the day. */
const collect = (counts: Counts, linked: readonly Person[], missed: readonly Person[]): void => {
  const all = counts.of('keyReleased');
  const collected = counts.of('keyCollected');
  counts.within('keyCollected', collected, 'keyReleased', all);
  counts.within('keyCollected', collected, 'linked', linked.length);
  counts.within('keyReleased', all, 'dueForLinkage', linked.length + missed.length);
  for (const person of linked.slice(0, collected)) {
    person.keyOnRelease = person.collected = true;
    person.supportedFrom = person.releasedOn;
  }
  for (const person of [...missed, ...linked.slice(collected)].slice(0, all - collected)) person.keyOnRelease = true;
};
