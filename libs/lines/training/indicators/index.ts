import { figuresSince, formulasOver, indicatorTable, part, variant } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

/** Civil servants have been trained and appraised by law since. @source 公务员法 */
const SINCE = '2006-01-01';

const { flow, closing, cohort, personsOf, personsAlsoIn } = formulasOver<MeasureCode>();
const { count, total, stock, rate, planRate } = figuresSince(SINCE);

const qualified = flow('training.qualified');
const planned = flow('training.sessions-planned');
const headsTrained = personsAlsoIn('training.persons-trained', 'training.office-heads');
const appraised = (staffKind: string) => flow('training.appraised', { staffKind });
const appraisedWell = (staffKind: string) => flow('training.appraised-qualified', { staffKind });

/** Training of staff and officers. Rates have a null value where nothing was done that they divide by. */
export const indicators = indicatorTable({
  /** 讲座、培训场次. unit 场 · dated by the day held */
  'TR-01': count('场', flow('training.sessions-held')),
  'TR-01-courses': part('TR-01', count('场', flow('training.sessions-held', { form: 'course' }))),
  'TR-01-lectures': part('TR-01', count('场', flow('training.sessions-held', { form: 'lecture' }))),
  'TR-01-meetings': part('TR-01', count('场', flow('training.sessions-held', { form: 'meeting' }))),
  /** 培训人次. unit 人次 */
  'TR-02': total('人次', flow('training.trainees')),
  /** 培训人数: distinct persons, as far as trainees are known by name. unit 人 */
  'TR-02-persons': variant('TR-02', 'persons', count('人', personsOf('training.persons-trained'))),
  /** 培训合格率: qualified ÷ assessed. unit % · dated by the assessment */
  'TR-03': rate(qualified, flow('training.assessed')),
  /** 合格人数 ÷ 培训总人数: whoever was not assessed counts as not qualified. */
  'TR-03-trainees': variant('TR-03', 'trainees', rate(qualified, flow('training.trainees'))),
  'TR-03-assessed': part('TR-03', total('人次', flow('training.assessed'))),
  'TR-03-qualified': part('TR-03', total('人次', qualified)),
  /** 培训计划完成率: sessions held under the plans of the period ÷ sessions they planned. unit % */
  'TR-04': planRate(cohort('training.planned-sessions-held'), planned),
  /** All sessions held, unplanned ones too, ÷ sessions planned. */
  'TR-04-all': variant('TR-04', 'all-sessions', planRate(flow('training.sessions-held'), planned)),
  'TR-04-planned': part('TR-04', total('场', planned)),
  'TR-04-held': part('TR-04', count('场', cohort('training.planned-sessions-held'))),
  'TR-04-cancelled': part('TR-04', count('次', flow('training.plans-cancelled'))),
  /** 司法所长培训率: distinct heads in post at the end who were trained in the period ÷ heads in post. unit % */
  'TR-05': rate(headsTrained, closing('training.office-heads')),
  'TR-05-trained': part('TR-05', count('人', headsTrained)),
  'TR-05-heads': part('TR-05', stock('人', closing('training.office-heads'))),
  /** 业务水平(合格)率: appraised as qualified ÷ appraised. unit % · an appraisal made after its year counts on 31 December */
  'TR-06': rate(flow('training.appraised-qualified'), flow('training.appraised')),
  /** 基层工作人员业务水平: the staff of justice offices alone. */
  'TR-06-office': part('TR-06', rate(appraisedWell('office'), appraised('office'))),
  'TR-06-appraised': part('TR-06', count('人', flow('training.appraised'))),
  'TR-06-qualified': part('TR-06', count('人', flow('training.appraised-qualified'))),
  'TR-06-office-appraised': part('TR-06', count('人', appraised('office'))),
  'TR-06-office-qualified': part('TR-06', count('人', appraisedWell('office'))),
  'TR-06-bureau-appraised': part('TR-06', count('人', appraised('bureau'))),
  /** 执法人员持证、年检通过率: passed ÷ examinees. unit % */
  'TR-07': rate(flow('training.exams-passed'), flow('training.examinees')),
  'TR-07-licence': part(
    'TR-07',
    rate(flow('training.exams-passed', { kind: 'licence' }), flow('training.examinees', { kind: 'licence' })),
  ),
  'TR-07-annual-check': part(
    'TR-07',
    rate(flow('training.exams-passed', { kind: 'annual-check' }), flow('training.examinees', { kind: 'annual-check' })),
  ),
  'TR-07-examinees': part('TR-07', total('人次', flow('training.examinees'))),
  'TR-07-passed': part('TR-07', total('人次', flow('training.exams-passed'))),
  /** 岗位比武. unit 次; subjects 个, participants 人次 */
  'TR-08': count('次', flow('training.competitions-held')),
  'TR-08-subjects': part('TR-08', total('个', flow('training.competition-subjects'))),
  'TR-08-participants': part('TR-08', total('人次', flow('training.competition-participants'))),
  /** 在岗人员名册: everybody entered in a duty, at the end of the period. unit 人 */
  'TR-09': stock('人', closing('training.officers')),
});

export type IndicatorCode = keyof typeof indicators;
