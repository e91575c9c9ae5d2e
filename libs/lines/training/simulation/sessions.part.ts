import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { type LeafCounts, evenly, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, earliest, latest } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { order, staffMember } from './orders.js';

/** Up to so many trainees are entered by name and assessed one by one; larger crowds in totals. */
const NAMED = 300;
/** Sessions of one plan at most. */
const OF_A_PLAN = 3;

const courses = {
  course: ['司法所业务培训', '行政执法人员培训', '行政复议业务培训', '人民调解员培训'],
  lecture: ['社区矫正业务讲座', '执法案卷制作讲座', '新闻写作讲座', '保密知识讲座'],
  meeting: ['社区矫正业务培训会', '安置帮教业务培训会'],
} as const;
type Form = keyof typeof courses;

/** The forms of the sessions held: as far as they are counted apart, the rest are courses. */
const formsOf = (counts: LeafCounts): readonly Form[] => {
  const parts = ['coursesHeld', 'lecturesHeld', 'meetingsHeld'] as const;
  const rest = counts.has('sessionsHeld') ? counts.rest('sessionsHeld', ...parts) : 0;
  if (rest > 0 && counts.has('coursesHeld'))
    throw new RangeError(`sessionsHeld: ${rest} more than ${parts.join(' + ')}`);
  const repeat = (form: Form, times: number): readonly Form[] => Array.from({ length: times }, () => form);
  return [
    ...repeat('course', counts.of('coursesHeld') + rest),
    ...repeat('lecture', counts.of('lecturesHeld')),
    ...repeat('meeting', counts.of('meetingsHeld')),
  ];
};

/** Who took part and how they did, session by session. @throws RangeError where the counts contradict each other */
const attendanceOf = (counts: LeafCounts, sessions: number, { random }: SimulationTools) => {
  const [heads, qualified] = [counts.of('officeHeadsTrained'), counts.of('traineesQualified')];
  const isTold = counts.has('trainees');
  const assessed = counts.has('traineesAssessed')
    ? counts.of('traineesAssessed')
    : qualified === 0
      ? 0
      : isTold
        ? counts.of('trainees')
        : qualified;
  counts.rest('officeHeads', 'officeHeadsTrained');
  if (qualified > assessed) throw new RangeError(`traineesQualified: ${qualified} of ${assessed} assessed`);
  const needed = Math.max(heads, assessed);
  const total = isTold ? counts.of('trainees') : Math.max(needed, sessions * random.between(25, 45));
  if (needed > total) throw new RangeError(`trainees: ${total} for ${needed} assessed or office heads trained`);
  if (total < sessions || (sessions === 0 && total > 0))
    throw new RangeError(`trainees: ${total} in ${sessions} sessions`);
  return {
    heads,
    isNamed: isTold || needed > 0,
    trainees: evenly(total, sessions),
    assessed: evenly(assessed, sessions),
    qualified: evenly(qualified, sessions),
  };
};

/** Which plan each session is held under; undefined once every plan has the sessions it asked for. */
const plansOf = (planned: number) => {
  const quotas = evenly(planned, Math.ceil(planned / OF_A_PLAN));
  const slots = quotas.flatMap((quota, plan) => Array.from({ length: quota }, () => plan));
  return { quotas, planOf: (session: number): number | undefined => slots[session] };
};

/** Trainings planned, held and assessed; the heads of justice offices are in the first of them. */
export const sessions = async (counts: LeafCounts, tools: SimulationTools): Promise<readonly SimulatedCommand[]> => {
  const { random, from, to, offices, id, yearStart } = tools;
  const forms = random.shuffle(formsOf(counts));
  const attendance = attendanceOf(counts, forms.length, tools);
  const total = attendance.trainees.reduce((sum, size) => sum + size, 0);
  const listed = attendance.isNamed ? Math.min(total, Math.max(NAMED, attendance.heads)) : 0;
  const people = await Promise.all(
    Array.from({ length: listed }, (_, at) =>
      at < attendance.heads ? staffMember(tools, at) : tools.person(`trainee ${at + 1}`, { age: 28 + (at % 30) }),
    ),
  );
  const { quotas, planOf } = plansOf(counts.of('sessionsPlanned'));
  const first = earliest(addDays(from, 40), to) ?? to;
  const days = forms.map(() => workday(tools, first, latest(first, addDays(to, -8)) ?? to)).sort();

  let taken = 0;
  const held = forms.map((form, at) => {
    const plan = planOf(at);
    const size = attendance.trainees[at] ?? 0;
    const trainees = people.slice(taken, taken + size);
    taken += size;
    const streamId = id('program', plan === undefined ? `unplanned ${at}` : `plan ${plan}`);
    const subject = random.pick(courses[form]);
    return {
      form,
      plan,
      size,
      trainees,
      to: { streamId, office: random.pick(offices) },
      heldOn: days[at] ?? to,
      subject,
    };
  });

  const targetGroup = (trainees: readonly Uuid[], at: number) =>
    at === 0 && attendance.heads > 0 && trainees.length > 0 ? 'office-head' : 'all-staff';

  const plans = quotas.map((plannedSessions, plan) => {
    const under = held.filter((session) => session.plan === plan);
    const plannedOn = workday(tools, from, addDays(first, -5) < from ? from : addDays(first, -5));
    return order(
      'training.TrainingPlanned',
      { streamId: id('program', `plan ${plan}`), office: random.pick(offices) },
      {
        plannedOn,
        planYear: Number(yearStart.slice(0, 4)),
        subject: `${under[0]?.subject ?? random.pick(courses.course)}（第${plan + 1}期）`,
        targetGroup: 'all-staff',
        plannedSessions,
        plannedPersons: under.reduce((sum, { size }) => sum + size, 0) + 30,
      },
    );
  });

  return [
    ...plans,
    ...held.flatMap((session, at) => {
      const sessionNo = held.slice(0, at + 1).filter(({ to: { streamId } }) => streamId === session.to.streamId).length;
      const commands = [
        order('training.TrainingHeld', session.to, {
          heldOn: session.heldOn,
          sessionNo,
          subject: session.subject,
          targetGroup: targetGroup(session.trainees, at),
          form: session.form,
          mode: random.pick(['offline', 'offline', 'online'] as const),
          hours: String(random.between(4, 16) / 2),
          traineeCount: session.size,
          trainees: session.trainees,
        }),
      ];
      const [assessed, qualified] = [attendance.assessed[at] ?? 0, attendance.qualified[at] ?? 0];
      return [...commands, ...results(session, { sessionNo, assessed, qualified }, to)];
    }),
  ];
};

interface Held {
  readonly to: { readonly streamId: Uuid; readonly office: string };
  readonly heldOn: LocalDate;
  readonly trainees: readonly Uuid[];
}

/** Results of a session some days later: one by one where everybody assessed is known by name, else as totals. */
const results = (
  { to, heldOn, trainees }: Held,
  { sessionNo, assessed, qualified }: { sessionNo: number; assessed: number; qualified: number },
  last: LocalDate,
): readonly SimulatedCommand[] => {
  if (assessed === 0) return [];
  const assessedOn = earliest(addDays(heldOn, 3), last) ?? last;
  if (trainees.length < assessed)
    return [order('training.SessionAssessed', to, { assessedOn, sessionNo, assessed, qualified })];
  return trainees.slice(0, assessed).map((traineeRef, at) =>
    order('training.TraineeAssessed', to, {
      assessedOn,
      sessionNo,
      traineeRef,
      result: at < qualified ? 'qualified' : 'unqualified',
    }),
  );
};
