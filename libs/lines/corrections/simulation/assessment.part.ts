import { workday } from '#application/simulated-year.js';
import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays, earliest } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { order } from './orders.js';

import type { Part, Scene } from './scene.js';

const OUTCOMES = [
  ['assessmentsSuitable', 'suitable'],
  ['assessmentsCautious', 'cautious'],
  ['assessmentsUnsuitable', 'unsuitable'],
  ['assessmentsReturned', 'returned'],
  ['assessmentsWithdrawn', 'withdrawn'],
  ['assessmentsPending', 'pending'],
] as const;
type Outcome = (typeof OUTCOMES)[number][1];

/** Days before the window's end by which an assessment that ends within it has come in. */
const ROOM = 16;

/** Pre-sentence assessments with their outcomes; those whose outcome is not counted are still open when the window ends. */
export const assessments: Part = async (scene) => {
  const { counts, tools, subjects } = scene;
  const known = OUTCOMES.flatMap(([leaf, outcome]) => Array.from({ length: counts.of(leaf) }, () => outcome));
  const total = counts.has('assessmentsReceived') ? counts.of('assessmentsReceived') : known.length;
  if (total < known.length) throw new RangeError(`assessmentsReceived: ${total} for ${known.length} outcomes`);
  const outcomes: readonly Outcome[] = [
    ...known,
    ...Array.from({ length: total - known.length }, () => 'pending' as const),
  ];
  const investigators = await Promise.all(
    Array.from({ length: 6 }, (_, at) => tools.person(`staff ${at + 1}`, { age: 30 + 4 * at })),
  );
  // Many of those found suitable come back as subjects some weeks later.
  const later = tools.random.shuffle(
    subjects.filter(({ entry, enteredOn }) => entry === 'received' && addDays(enteredOn, -60) >= tools.from),
  );
  const drafts = outcomes.map((outcome, index) => {
    const known = outcome === 'suitable' && index % 2 === 0 ? later.pop() : undefined;
    const key = String(index + 1);
    const receivedOn =
      known === undefined ? arrival(outcome, scene) : addDays(known.enteredOn, -tools.random.between(40, 58));
    return {
      outcome,
      key,
      receivedOn,
      who:
        known === undefined
          ? tools.person(`assessed ${key}`, { age: tools.random.between(19, 64) })
          : Promise.resolve(known.personRef),
    };
  });
  const people = await Promise.all(drafts.map(({ who }) => who));
  return drafts.flatMap((draft, index) => assess({ ...draft, personRef: people[index] as Uuid }, investigators, scene));
};

const arrival = (outcome: Outcome, { tools }: Scene): LocalDate => {
  const { from, to } = tools;
  return outcome === 'pending'
    ? workday(tools, addDays(to, -7), addDays(to, -1))
    : workday(tools, from, addDays(to, -ROOM));
};

interface Draft {
  readonly outcome: Outcome;
  readonly key: string;
  readonly receivedOn: LocalDate;
  readonly personRef: Uuid;
}

const assess = (
  { outcome, key, receivedOn, personRef }: Draft,
  staff: readonly Uuid[],
  scene: Scene,
): readonly SimulatedCommand[] => {
  const { random, to: last, offices, id } = scene.tools;
  const to = { streamId: id('assessment', key), office: random.pick(offices) };
  const after = (least: number, most: number): LocalDate =>
    earliest(addDays(receivedOn, random.between(least, most)), last) as LocalDate;
  const commands = [
    order('corrections.AssessmentCommissioned', to, {
      receivedOn,
      commissioningOrg: { kind: 'court', name: random.pick(['县人民法院', '市中级人民法院', '邻县人民法院']) },
      commissionLetterNo: scene.docNo('委调'),
      subjectKind: 'defendant',
      personRef,
      proposedCategory: 'probation',
      expedited: false,
    }),
  ];
  if (outcome === 'returned')
    return [
      ...commands,
      order('corrections.AssessmentReturned', to, {
        returnedOn: after(1, 4),
        reason: 'not-resident',
        letterNo: scene.docNo('矫退'),
      }),
    ];
  if (outcome === 'withdrawn')
    return [
      ...commands,
      order('corrections.AssessmentWithdrawn', to, {
        withdrawnOn: after(2, 6),
        reason: '委托机关撤回',
        letterNo: scene.docNo('撤委'),
      }),
    ];
  const pair = random.shuffle(staff).slice(0, 2);
  commands.push(
    order('corrections.AssessmentAssigned', to, {
      assignedOn: after(0, 1),
      officeCode: to.office,
      investigators: pair,
    }),
  );
  if (outcome === 'pending') return commands;
  return [
    ...commands,
    order('corrections.AssessmentConcluded', to, {
      concludedOn: after(4, 11),
      opinion: outcome,
      opinionDocNo: scene.docNo('矫评'),
    }),
  ];
};
