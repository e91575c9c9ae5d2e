import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays } from '#kernel/dates.js';
import { type AidCase, type Scene, after } from './cast.js';

/** The tale of a case so far: its commands, and the day an agent had it. */
export interface Told {
  readonly aid: AidCase;
  readonly commands: readonly SimulatedCommand[];
  readonly inHandFrom: LocalDate;
}

const REFUSALS = [
  ['refusedOutOfScope', 'out-of-scope'],
  ['refusedNotInHardship', 'not-in-hardship'],
  ['refusedOther', 'other'],
] as const;

/** Reasons of the refusals, those not told apart being other ones. */
const reasonOf = (at: number, { counts }: Scene): (typeof REFUSALS)[number][1] => {
  let before = 0;
  for (const [leaf, reason] of REFUSALS) {
    before += counts.of(leaf);
    if (at < before) return reason;
  }
  return REFUSALS.some(([leaf]) => counts.has(leaf)) ? 'other' : (REFUSALS[at % 3]?.[1] ?? 'other');
};

const imported = ({ to, applicants, nature, form, matter, stage, agentRef, receivedOn }: AidCase, scene: Scene) =>
  scene.order('legal-aid.OpeningBalanceImported', to, {
    asOfDate: addDays(scene.tools.from, -1),
    ...{ applicants, nature, form, receivedOn, agentRef, state: 'assigned' },
    ...(matter !== undefined && { matter }),
    ...(stage !== undefined && { stage }),
    agentKind: 'private-lawyer',
    sourceSystem: '法律援助信息管理系统',
  });

const applied = ({ to, applicants, nature, form, matter, stage, receivedOn }: AidCase, { order, docNo }: Scene) =>
  order('legal-aid.AidApplied', to, {
    ...{ receivedOn, applicants, nature, form, entry: 'direct' },
    ...(matter !== undefined && { matter }),
    ...(stage !== undefined && { stage }),
    ...(applicants[0]?.categories.includes('migrant-worker') === true && { meansExempt: 'migrant-wages-or-injury' }),
    caseNo: docNo('援申'),
  });

const notified = ({ to, applicants, stage = 'first-instance', receivedOn }: AidCase, { order, docNo }: Scene) => {
  const [suspect] = applicants;
  const organ = stage === 'investigation' ? 'public-security' : stage === 'prosecution' ? 'procuratorate' : 'court';
  return order('legal-aid.DefenceNotified', to, {
    ...{ receivedOn, organ, stage, ground: 'full-coverage' },
    noticeNo: docNo('援通'),
    suspectRef: suspect?.personRef ?? '',
    categories: suspect?.categories ?? [],
  });
};

const assigned = ({ to, agentRef }: AidCase, assignedOn: LocalDate, { order, docNo }: Scene) =>
  order('legal-aid.AgentAssigned', to, {
    ...{ assignedOn, agentRef, agentKind: 'private-lawyer', practiceYears: 6 },
    letterNo: docNo('援指'),
  });

/** From receipt to the agent, or to the decision not to have one. `at`: the place among those of the same outcome. */
export const begin = (aid: AidCase, at: number, scene: Scene): Told => {
  const { order, docNo, counts, tools } = scene;
  const { to, late, receivedOn } = aid;
  if (aid.began === 'opening') return { aid, commands: [imported(aid, scene)], inHandFrom: tools.from };
  if (aid.began === 'notice') {
    const on = late ? after(scene, receivedOn, 14, 18) : after(scene, receivedOn, 0, 3);
    return { aid, commands: [notified(aid, scene), assigned(aid, on, scene)], inHandFrom: on };
  }
  const commands = [applied(aid, scene)];
  const told = (...more: readonly SimulatedCommand[]): Told => ({
    aid,
    commands: [...commands, ...more],
    inHandFrom: receivedOn,
  });
  if (aid.outcome === 'pending') return told();
  const ask = (least: number, most: number) => {
    const requestedOn = after(scene, receivedOn, least, most);
    return { requestedOn, items: ['经济困难状况说明表'], dueOn: addDays(requestedOn, 7) };
  };
  if (aid.outcome === 'withdrawn') {
    const asked = ask(1, 3);
    const withdrawnOn = after(scene, asked.dueOn, 1, 4);
    if (withdrawnOn <= asked.dueOn) throw new RangeError('deemedWithdrawn: the window is too short for it');
    return told(
      order('legal-aid.SupplementRequested', to, asked),
      order('legal-aid.ApplicationDeemedWithdrawn', to, { withdrawnOn }),
    );
  }
  const decidedOn = late ? after(scene, receivedOn, 21, 26) : after(scene, receivedOn, 1, 4);
  if (aid.outcome === 'refused') {
    const refusal = order('legal-aid.AidRefused', to, {
      decidedOn,
      decisionDocNo: docNo('援不'),
      reason: reasonOf(at, scene),
    });
    if (at >= counts.of('objections')) return told(refusal);
    const raisedOn = after(scene, decidedOn, 3, 12);
    return told(
      refusal,
      order('legal-aid.ObjectionRaised', to, { raisedOn }),
      order('legal-aid.ObjectionDecided', to, { decidedOn: after(scene, raisedOn, 1, 4), outcome: 'maintained' }),
    );
  }
  const assignedOn = after(scene, decidedOn, 0, 2);
  const granted = order('legal-aid.AidGranted', to, { decidedOn, decisionDocNo: docNo('援决') });
  return { ...told(granted, assigned(aid, assignedOn, scene)), inHandFrom: assignedOn };
};
