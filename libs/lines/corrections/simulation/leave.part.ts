import { workday } from '#application/simulated-year.js';
import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays, daysBetween } from '#kernel/dates.js';
import { neighbour } from './intake.part.js';
import { order } from './orders.js';
import { type Subject, daysPresent } from './population.js';
import { type Part, type Scene, at, draw, remaining, span } from './scene.js';

/** Days one leave and the days around it may take. Leaves of one subject stay a slot apart, so that none overlap or add up too far. */
const SLOT = 35;
const AHEAD = 4;

interface Trip {
  readonly subject: Subject;
  readonly plannedFrom: LocalDate;
  readonly plannedTo: LocalDate;
  readonly end: 'on-time' | 'late' | 'away' | 'overdue';
}

/** Leaves of absence: those back in time and late, those still away when the window ends, those overdue. */
export const leaves: Part = (scene) => {
  const { counts, subjects, grounded } = scene;
  const states = ['leavesReturned', 'leavesInProgress', 'leavesOverdue'].reduce(
    (sum, name) => sum + counts.of(name),
    0,
  );
  const departed = counts.has('leavesDeparted') ? counts.of('leavesDeparted') : states;
  if (departed < states)
    throw new RangeError(`leavesDeparted ${departed} is less than the ${states} leaves of its parts`);
  const returned = counts.of('leavesReturned') + departed - states;
  if (counts.of('leavesReturnedLate') > returned) throw new RangeError('more late returns than returns');
  const free = subjects.filter((subject) => !grounded.has(subject));
  const wanted = counts.of('leavesInProgress') + counts.of('leavesOverdue');
  const open = draw(
    scene,
    remaining(scene).filter((subject) => !grounded.has(subject)),
    wanted,
    'leaves still open',
    SLOT,
  );
  const overdue = open.slice(0, counts.of('leavesOverdue'));
  const away = open.slice(counts.of('leavesOverdue'));
  return [
    ...overdue.map((subject) => openTrip(subject, scene, 'overdue')),
    ...away.map((subject) => openTrip(subject, scene, 'away')),
    ...closedTrips(
      free.filter((subject) => !open.includes(subject)),
      returned,
      counts.of('leavesReturnedLate'),
      scene,
    ),
  ].flatMap((trip) => travel(trip, scene));
};

const openTrip = (subject: Subject, { tools: { random, to } }: Scene, end: 'away' | 'overdue'): Trip => {
  const days = random.between(3, 6);
  const plannedFrom = addDays(to, end === 'overdue' ? -random.between(12, 20) : -random.between(0, days - 1));
  const plannedTo = addDays(plannedFrom, days - 1);
  return { subject, plannedFrom, plannedTo: end === 'away' && plannedTo < to ? to : plannedTo, end };
};

const closedTrips = (from: readonly Subject[], count: number, late: number, scene: Scene): readonly Trip[] => {
  const { random } = scene.tools;
  const slots = random.shuffle(
    from.flatMap((subject) =>
      Array.from({ length: Math.min(4, Math.floor(daysPresent(subject, scene.tools) / SLOT)) }, (_, slot) => ({
        subject,
        slot,
      })),
    ),
  );
  if (slots.length < count) throw new RangeError(`leavesReturned: ${count} leaves wanted, room for ${slots.length}`);
  const taken = slots.slice(0, count);
  const trips = new Map<Subject, number>();
  for (const { subject } of taken) trips.set(subject, (trips.get(subject) ?? 0) + 1);
  return taken.map(({ subject, slot }, index) => {
    const start = addDays(span(subject, scene).from, slot * SLOT);
    const days = trips.get(subject) === 1 && random.next() < 0.15 ? random.between(8, 15) : random.between(2, 7);
    const plannedFrom = addDays(start, AHEAD + random.between(1, SLOT - AHEAD - days - 5));
    return { subject, plannedFrom, plannedTo: addDays(plannedFrom, days - 1), end: index < late ? 'late' : 'on-time' };
  });
};

const travel = ({ subject, plannedFrom, plannedTo, end }: Trip, scene: Scene): readonly SimulatedCommand[] => {
  const { random, bureau, id } = scene.tools;
  const to = at(subject);
  const leaveId = id('leave', subject.key, plannedFrom);
  const days = daysBetween(plannedFrom, plannedTo) + 1;
  const commands = [
    order('corrections.LeaveApproved', to, {
      approvedOn: addDays(plannedFrom, -1),
      leaveId,
      requestedOn: addDays(plannedFrom, -AHEAD),
      reason: random.pick(['medical', 'family', 'family', 'work', 'work', 'litigation', 'schooling']),
      destination: neighbour(bureau, random.between(1, 12)),
      plannedFrom,
      plannedTo,
      level: days > 7 ? 'county' : 'justice-office',
      formNo: scene.docNo('矫假'),
    }),
    order('corrections.LeaveDeparted', to, { departedOn: plannedFrom, leaveId }),
  ];
  const back = (returnedOn: LocalDate, lateReason?: string) =>
    order('corrections.LeaveReturned', to, { returnedOn, leaveId, ...(lateReason !== undefined && { lateReason }) });
  const overdue = order('corrections.LeaveOverdueMarked', to, { overdueOn: addDays(plannedTo, 1), leaveId });
  switch (end) {
    case 'away':
      return commands;
    case 'overdue':
      return [...commands, overdue];
    case 'late':
      return [...commands, overdue, back(addDays(plannedTo, random.between(1, 3)), '交通延误')];
    case 'on-time':
      return [...commands, back(days > 2 && random.next() < 0.2 ? addDays(plannedTo, -1) : plannedTo)];
  }
};

/** Standing permits to cross the county border regularly, one a subject. */
export const permits: Part = (scene) => {
  const { counts, subjects, tools } = scene;
  return draw(scene, subjects, counts.of('crossCountyPermits'), 'crossCountyPermits', 20).map((subject) => {
    const { from, to } = span(subject, scene);
    const grantedOn = workday(tools, addDays(from, 5), to);
    return order('corrections.CrossCountyPermitGranted', at(subject), {
      grantedOn,
      permitId: tools.id('permit', subject.key),
      places: [neighbour(tools.bureau, tools.random.between(1, 12))],
      frequency: '每周往返',
      validTo: addDays(grantedOn, tools.random.between(60, 170)),
      docNo: scene.docNo('矫跨'),
    });
  });
};
