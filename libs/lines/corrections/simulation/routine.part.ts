import { workday } from '#application/simulated-year.js';
import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays, addMonths, daysBetween, firstOfMonth, lastOfMonth } from '#kernel/dates.js';
import { order } from './orders.js';
import { type Subject } from './population.js';
import { type Part, type Scene, at, draw, span } from './scene.js';

const monthsOf = (from: LocalDate, to: LocalDate): readonly { from: LocalDate; to: LocalDate }[] => {
  const months: { from: LocalDate; to: LocalDate }[] = [];
  for (let first = firstOfMonth(from); first <= to; first = addMonths(first, 1)) {
    const last = lastOfMonth(first);
    months.push({ from: first < from ? from : first, to: last > to ? to : last });
  }
  return months;
};

/** Check-ins, a visit every other month, and the monthly report of whoever serves outside prison. */
const supervision = (subject: Subject, scene: Scene): readonly SimulatedCommand[] => {
  const { random } = scene.tools;
  const { from, to } = span(subject, scene);
  return monthsOf(from, to).flatMap((month, index) => {
    const days = daysBetween(month.from, month.to) + 1;
    const commands: SimulatedCommand[] = [];
    if (days >= 7)
      commands.push(
        order('corrections.ReportMade', at(subject), {
          reportedOn: month.to,
          kind: 'check-in',
          ok: random.next() > 0.03,
          reportCount: Math.max(1, days - random.between(0, 2)),
        }),
      );
    if (index % 2 === 0 && days >= 3)
      commands.push(
        order('corrections.VisitConducted', at(subject), {
          visitedOn: workday(scene.tools, month.from, month.to),
          kind: random.pick(['field-visit', 'talk', 'contact', 'online-check']),
        }),
      );
    if (subject.category === 'outside-prison' && days >= 5)
      commands.push(
        order('corrections.ReportMade', at(subject), {
          reportedOn: workday(scene.tools, month.from, month.to),
          kind: 'medical-condition',
          ok: true,
        }),
      );
    return commands;
  });
};

/** Before the term ends: the written appraisal of the whole term. */
const appraisal = (subject: Subject, { tools, counts }: Scene): readonly SimulatedCommand[] => {
  const { exit, correctionTo, enteredOn } = subject;
  if (exit?.kind !== 'released' || counts.has('evaluations')) return [];
  const evaluatedOn = addDays(correctionTo, -tools.random.between(5, 15));
  if (evaluatedOn < tools.from || evaluatedOn < enteredOn) return [];
  return [evaluate(subject, evaluatedOn, 'term-end', 'passed')];
};

const evaluate = (subject: Subject, evaluatedOn: LocalDate, period: 'term-end' | 'year', result: 'passed' | 'failed') =>
  order('corrections.PeriodicEvaluationRecorded', at(subject), { evaluatedOn, period, result });

/** Evaluations as counted, passed and failed; they take the place of the appraisals at the term's end. */
export const evaluations: Part = (scene) => {
  const { counts, tools, subjects } = scene;
  const passed = counts.of('evaluationsPassed');
  if (passed > counts.of('evaluations')) throw new RangeError('evaluationsPassed is more than evaluations');
  return draw(scene, subjects, counts.of('evaluations'), 'evaluations', 10).map((subject, index) => {
    const { from, to } = span(subject, scene);
    return evaluate(subject, workday(tools, from, to), 'year', index < passed ? 'passed' : 'failed');
  });
};

/** The everyday of every case, and the way some of them move to another justice office of the county. */
export const routine: Part = (scene) => {
  const { subjects, tools } = scene;
  const here = subjects.filter((subject) => span(subject, scene).from <= span(subject, scene).to);
  const moving = draw(scene, here, Math.min(3, Math.floor(here.length / 60)), 'moving', 60);
  return [
    ...here.flatMap((subject) => [...supervision(subject, scene), ...appraisal(subject, scene)]),
    ...moving.map((subject) => {
      const { from, to } = span(subject, scene);
      const others = tools.offices.filter((office) => office !== subject.office);
      return order('corrections.OfficeReassigned', at(subject), {
        reassignedOn: workday(tools, addDays(from, 20), to),
        officeCode: others.length === 0 ? subject.office : tools.random.pick(others),
      });
    }),
  ];
};

/**
 * Re-examinations of those serving outside prison: one in every quarter spent wholly in the register, a yearly diagnosis in
 * the last one; as many are left out as the counts say were not on time.
 */
export const conditionReviews: Part = (scene) => {
  const { counts, tools, subjects } = scene;
  const missed = counts.of('quarterlyReviewsDue') - counts.of('quarterlyReviewsOnTime');
  const undiagnosed = counts.of('annualDiagnosesDue') - counts.of('annualDiagnosesOnTime');
  const reviews: SimulatedCommand[] = [];
  const diagnoses: SimulatedCommand[] = [];
  const review = (subject: Subject, from: LocalDate, to: LocalDate, period: 'quarter' | 'year') =>
    order('corrections.ConditionReviewSubmitted', at(subject), {
      examinedOn: workday(tools, from, to),
      hospital: '县人民医院',
      period,
    });
  const year = tools.to.slice(0, 4);
  for (const subject of subjects.filter(({ category }) => category === 'outside-prison')) {
    const { from, to } = span(subject, scene);
    for (const month of ['01', '04', '07', '10']) {
      const opens = `${year}-${month}-01`;
      const closes = addDays(addMonths(opens, 3), -1);
      if (opens >= from && closes <= to && month !== '10')
        reviews.push(review(subject, addDays(opens, 40), closes, 'quarter'));
      if (month === '10' && opens >= from && addDays(opens, 30) <= to)
        diagnoses.push(review(subject, addDays(opens, 5), closes < to ? closes : to, 'year'));
    }
  }
  return [...reviews.slice(Math.max(0, missed)), ...diagnoses.slice(Math.max(0, undiagnosed))];
};
