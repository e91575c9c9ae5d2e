import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { type LeafCounts, evenly, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, latest } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { order, staffMember } from './orders.js';

/** Heads of justice offices, in post before the year begins. */
export const officeHeads = async (counts: LeafCounts, tools: SimulationTools): Promise<readonly SimulatedCommand[]> => {
  const { random, from, offices, id } = tools;
  const heads = await Promise.all(Array.from({ length: counts.of('officeHeads') }, (_, at) => staffMember(tools, at)));
  return heads.map((personRef, at) =>
    order(
      'training.OfficerPosted',
      { streamId: id('officer', String(at)), office: offices[at % offices.length] ?? random.pick(offices) },
      { postedOn: workday(tools, addDays(from, -1500), addDays(from, -1)), personRef, duty: 'office-head' },
    ),
  );
};

/** The last weeks of the window, when the year is appraised. */
const appraisalDay = (tools: SimulationTools): LocalDate =>
  workday(tools, latest(tools.from, addDays(tools.to, -14)) ?? tools.to, tools.to);

/** Yearly appraisals; what all staff has beyond the staff of offices is the bureau's own. */
export const appraisals = async (counts: LeafCounts, tools: SimulationTools): Promise<readonly SimulatedCommand[]> => {
  const { random, offices, bureau, id, yearStart } = tools;
  const beyond = (all: string, ofOffices: string): number => (counts.has(all) ? counts.rest(all, ofOffices) : 0);
  const groups = [
    {
      staffKind: 'office',
      appraised: counts.of('officeStaffAppraised'),
      qualified: counts.of('officeStaffQualified'),
      who: (at: number) => staffMember(tools, at),
    },
    {
      staffKind: 'bureau',
      appraised: beyond('allStaffAppraised', 'officeStaffAppraised'),
      qualified: beyond('allStaffQualified', 'officeStaffQualified'),
      who: (at: number) => tools.person(`bureau staff ${at + 1}`, { age: 30 + (at % 28) }),
    },
  ] as const;
  for (const { staffKind, appraised, qualified } of groups)
    if (qualified > appraised)
      throw new RangeError(`officeStaffQualified, allStaffQualified: ${qualified} of ${appraised} ${staffKind} staff`);

  const appraise = ({ staffKind, qualified }: (typeof groups)[number], staffRef: Uuid, at: number) => {
    const good = at % 7 === 0 ? 'excellent' : 'competent';
    const poor = random.next() < 0.9 ? 'basically-competent' : 'incompetent';
    return order(
      'training.AnnualAppraisalRecorded',
      {
        streamId: id('appraisal', staffKind, String(at)),
        office: staffKind === 'bureau' ? bureau : random.pick(offices),
      },
      {
        appraisedOn: appraisalDay(tools),
        appraisalYear: Number(yearStart.slice(0, 4)),
        staffRef,
        staffKind,
        grade: at < qualified ? good : poor,
      },
    );
  };
  const people = await Promise.all(
    groups.map(({ appraised, who }) => Promise.all(Array.from({ length: appraised }, (_, at) => who(at)))),
  );
  return groups.flatMap((group, at) => (people[at] ?? []).map((staffRef, nth) => appraise(group, staffRef, nth)));
};

/** Examinations for the enforcement licence, in two rounds. */
export const exams = (counts: LeafCounts, tools: SimulationTools): readonly SimulatedCommand[] => {
  counts.rest('licenceExaminees', 'licencePassed');
  const passed = evenly(counts.of('licencePassed'), 2);
  return evenly(counts.of('licenceExaminees'), 2).flatMap((examinees, at) =>
    examinees === 0
      ? []
      : order(
          'training.LicenceExamTaken',
          { streamId: tools.id('exam', String(at)), office: tools.bureau },
          {
            heldOn: workday(tools, tools.from, tools.to),
            kind: at === 0 ? 'licence' : 'annual-check',
            examinees,
            passed: passed[at] ?? 0,
          },
        ),
  );
};

const SUBJECTS = [
  '业务知识测试',
  '内容核查和抽查',
  '分类教育授课',
  '队列队形操演',
  '制定和实施矫正方案',
  '社会调查评估',
];

/** Contests of skill with their subjects. */
export const competitions = (counts: LeafCounts, tools: SimulationTools): readonly SimulatedCommand[] => {
  const held = counts.of('competitionsHeld');
  const share = (leaf: string, usual: number): readonly number[] => {
    const total = counts.has(leaf) ? counts.of(leaf) : usual * held;
    if (total < held || (held === 0 && total > 0)) throw new RangeError(`${leaf}: ${total} in ${held} competitions`);
    return evenly(total, held);
  };
  const subjects = share('competitionSubjects', 4);
  const participants = share('competitionParticipants', 24);
  return subjects.map((many, at) =>
    order(
      'training.CompetitionHeld',
      { streamId: tools.id('competition', String(at)), office: tools.bureau },
      {
        heldOn: workday(tools, tools.from, tools.to),
        title: '岗位技能大比武',
        subjects: Array.from({ length: many }, (_, nth) => SUBJECTS[nth] ?? `科目${nth + 1}`),
        participants: participants[at] ?? 1,
      },
    ),
  );
};
