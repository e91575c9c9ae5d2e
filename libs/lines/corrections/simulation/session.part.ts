import { workday } from '#application/simulated-year.js';
import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays, addMonths, earliest, firstOfMonth } from '#kernel/dates.js';
import { order } from './orders.js';

import { type Part, type Scene, at, span } from './scene.js';

const KINDS = {
  'group-education': { attended: 'corrections.EducationAttended', place: '司法所教育室' },
  'public-welfare': { attended: 'corrections.WelfareActivityAttended', place: '公益活动基地' },
  'skill-training': { attended: 'corrections.EducationAttended', place: '县职业技能培训中心' },
} as const;
type Kind = keyof typeof KINDS;

interface Session {
  readonly kind: Kind;
  readonly office: string;
  readonly heldOn: LocalDate;
}

/** Classes, public-welfare activities and courses: as many as counted, else one of the first two for each office and quarter. */
export const sessions: Part = (scene) => {
  const { counts } = scene;
  if (counts.of('trainingSessionsHeld') > counts.of('sessionsHeld') && counts.has('sessionsHeld'))
    throw new RangeError('trainingSessionsHeld is more than sessionsHeld');
  const planned = counts.has('sessionsHeld') || counts.has('trainingSessionsHeld') ? counted(scene) : quarterly(scene);
  return planned.flatMap((session, index) => hold(session, String(index + 1), scene));
};

const quarterly = ({ tools }: Scene): readonly Session[] => {
  const planned: Session[] = [];
  for (let first = firstOfMonth(tools.from); addMonths(first, 2) <= tools.to; first = addMonths(first, 3)) {
    const last = earliest(addDays(addMonths(first, 2), 20), tools.to) as LocalDate;
    for (const office of tools.offices)
      for (const kind of ['group-education', 'public-welfare'] as const)
        planned.push({ kind, office, heldOn: workday(tools, addDays(first, 4), last) });
  }
  return planned;
};

const counted = ({ counts, tools }: Scene): readonly Session[] => {
  const training = counts.of('trainingSessionsHeld');
  return Array.from({ length: Math.max(counts.of('sessionsHeld'), training) }, (_, index) => ({
    kind: index < training ? 'skill-training' : index % 2 === 0 ? 'group-education' : 'public-welfare',
    office: tools.random.pick(tools.offices),
    heldOn: workday(tools, addDays(tools.from, 4), tools.to),
  }));
};

/** Most of those in the office's charge on the day come. */
const hold = ({ kind, office, heldOn }: Session, key: string, scene: Scene): readonly SimulatedCommand[] => {
  const { attended, place } = KINDS[kind];
  const streamId = scene.tools.id('session', key);
  const attending = scene.subjects.filter((subject) => {
    const { from, to } = span(subject, scene);
    return subject.office === office && from <= heldOn && heldOn <= to && scene.tools.random.next() < 0.9;
  });
  const session = { heldOn, kind, place, hours: '2', attendance: attending.length };
  return [
    order('corrections.ProgramSessionHeld', { streamId, office }, session),
    ...attending.map((subject) => order(attended, at(subject), { heldOn, sessionRef: streamId, hours: '2' })),
  ];
};
