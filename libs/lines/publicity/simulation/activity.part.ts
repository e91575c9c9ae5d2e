import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { type LeafCounts, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, earliest, latest } from '#kernel/dates.js';
import { order, villageCode } from './orders.js';
import { type Session, sessionsOf } from './sessions.js';

/** Sessions of one plan at most. */
const OF_A_PLAN = 5;
const kinds = ['campaign', 'lecture', 'checkup', 'into-villages', 'into-communities', 'into-schools'] as const;
const places = ['人民广场', '村部', '社区服务中心', '县一中', '集贸市场', '工业园区', '文化礼堂', '法治公园'];

/** Sessions of one theme under one plan; the last plan asks for what was planned and not held. */
interface Series {
  readonly sessions: readonly Session[];
  readonly quota: number;
}

const seriesOf = (sessions: readonly Session[], planned: number): readonly Series[] => {
  const series: { sessions: Session[]; quota: number }[] = [];
  for (const session of sessions.slice(0, planned)) {
    const last = series.at(-1);
    if (last !== undefined && last.quota < OF_A_PLAN && last.sessions[0]?.theme === session.theme) {
      last.sessions.push(session);
      last.quota += 1;
    } else series.push({ sessions: [session], quota: 1 });
  }
  const missing = planned - Math.min(planned, sessions.length);
  if (missing === 0) return series;
  const last = series.pop() ?? { sessions: [], quota: 0 };
  return [...series, { ...last, quota: last.quota + missing }];
};

/** Plans, activities and tests of the audience. */
export const activities = async (counts: LeafCounts, tools: SimulationTools): Promise<readonly SimulatedCommand[]> => {
  const { random, from, to, offices, id, yearStart } = tools;
  const sessions = sessionsOf(counts, tools);
  const planned = counts.of('sessionsPlanned');
  const first = earliest(addDays(from, 25), to) ?? to;
  const lecturers = await Promise.all(
    Array.from({ length: sessions.length === 0 ? 0 : 5 }, (_, at) =>
      tools.person(`lecturer ${at + 1}`, { age: 30 + 5 * at }),
    ),
  );
  const alike = new Map<string, number>();

  const hold = (session: Session, kind: (typeof kinds)[number], streamId: string): readonly SimulatedCommand[] => {
    const where = { streamId, office: random.pick(offices) };
    const heldOn = workday(tools, first, latest(first, addDays(to, -3)) ?? to);
    const about = {
      heldOn,
      theme: session.theme,
      place: random.pick(places),
      organiser: random.pick(['司法局', '司法所', '普法办']),
    };
    const key = JSON.stringify(about);
    const round = (alike.get(key) ?? 0) + 1;
    alike.set(key, round);
    const testedOn: LocalDate = earliest(addDays(heldOn, 1), to) ?? to;
    return [
      order('publicity.ActivityHeld', where, {
        ...about,
        ...(round > 1 && { round }),
        kind,
        attendance: session.attendance,
        coveredUnits: session.villages.map((at) => ({ unitKind: 'village', unitCode: villageCode(tools, at) })),
        lecturers: [random.pick(lecturers)],
        materialsHandedOut: session.handedOut,
      }),
      ...(session.tested === 0
        ? []
        : [order('publicity.AwarenessTested', where, { testedOn, tested: session.tested, passed: session.passed })]),
    ];
  };

  const series = seriesOf(sessions, planned).flatMap(({ sessions: own, quota }, at) => {
    const kind = random.pick(kinds);
    const streamId = id('activity', 'plan', String(at));
    const plan = order(
      'publicity.ActivityPlanned',
      { streamId, office: random.pick(offices) },
      {
        plannedOn: workday(tools, from, latest(from, addDays(first, -5)) ?? from),
        planYear: Number(yearStart.slice(0, 4)),
        theme: own[0]?.theme ?? 'other',
        kind,
        quotaSessions: quota,
      },
    );
    return [plan, ...own.flatMap((session) => hold(session, kind, streamId))];
  });
  const unplanned = sessions
    .slice(planned)
    .flatMap((session, at) => hold(session, random.pick(kinds), id('activity', 'unplanned', String(at))));
  return [...series, ...unplanned];
};
