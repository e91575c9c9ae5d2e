import {
  byColumns,
  closing,
  cohort,
  count,
  flow,
  indicatorTable,
  part,
  rate,
  reading,
  stock,
  sum,
  surveyRate,
  total,
  variant,
} from './table.js';

const succeeded = 'mediation.succeeded';
const graded = (grade: string) => flow(succeeded, { grade });
const [closed, accepted, discovered] = [
  flow('mediation.closed'),
  flow('mediation.accepted'),
  flow('mediation.discovered'),
];
const ended = (outcome: string) => part('PM-03', count('件', flow('mediation.closed', { outcome })));
const agreements = (state: Parameters<typeof cohort>[0]) => part('PM-04', count('件', cohort(state)));
const visits = (satisfaction: string) => flow('mediation.revisits', { satisfaction });

/** Disputes from discovery to performance: PM-01 to PM-08, PM-10, PM-12, PM-14. unit 件 unless said. */
export const disputeIndicators = indicatorTable({
  /** 排查矛盾纠纷数, by the day of discovery; its parts say how they stand at the period's end. */
  'PM-01': count('件', discovered),
  'PM-01-accepted': part('PM-01', count('件', cohort('mediation.discovered-accepted'))),
  'PM-01-not-accepted': part('PM-01', count('件', cohort('mediation.discovered-refused'))),
  'PM-01-undecided': part('PM-01', count('件', cohort('mediation.discovered-undecided'))),
  'PM-01-group': part('PM-01', count('件', flow('mediation.discovered', { groupEvent: 'true' }))),
  /** 受理数, by the day of acceptance; by kind, source and committee as the form has them. */
  'PM-02': count('件', accepted),
  ...byColumns('PM-02', 'mediation.accepted'),
  'PM-02-not-accepted': part('PM-02', count('件', flow('mediation.not-accepted'))),
  /** 期末未结 at the end of the period. */
  'PM-02-open': part('PM-02', stock('件', closing('mediation.open'))),
  /** 期初导入 inside the period: an adjustment, no acceptance. */
  'PM-02-imported': part('PM-02', count('件', flow('mediation.imported'))),
  /** 调解(调处)数: closed in the period, whatever the outcome. */
  'PM-03': count('件', closed),
  ...byColumns('PM-03', 'mediation.closed'),
  'PM-03-failed': ended('failed'),
  'PM-03-withdrawn': ended('withdrawn'),
  'PM-03-transferred': ended('transferred'),
  /** 按期办结率: closed by the day due ÷ closed. 人民调解工作若干规定 第三十三条 */
  'PM-03-in-time': part('PM-03', rate(flow('mediation.closed-in-time'), closed)),
  /** 调解成功数, by the day the agreement took effect. 人民调解法 第二十九、三十条 */
  'PM-04': count('件', flow(succeeded)),
  'PM-04-oral': part('PM-04', count('件', flow(succeeded, { form: 'oral' }))),
  'PM-04-written': part('PM-04', count('件', flow(succeeded, { form: 'written' }))),
  'PM-04-simple': part('PM-04', count('件', graded('simple'))),
  'PM-04-ordinary': part('PM-04', count('件', graded('ordinary'))),
  'PM-04-ungraded': part('PM-04', count('件', graded('ungraded'))),
  /** How the agreements of the period stand at its end. */
  'PM-04-performed': agreements('mediation.agreed-performed'),
  'PM-04-part-performed': agreements('mediation.agreed-part-performed'),
  'PM-04-unperformed': agreements('mediation.agreed-unperformed'),
  'PM-04-not-due': agreements('mediation.agreed-not-due'),
  /** 反悔: declared broken, by the day it was. */
  'PM-04-breached': part('PM-04', count('件', flow('mediation.breached'))),
  /** 调解成功率. Published over closed, over accepted and over discovered disputes alike. */
  'PM-05': reading('A', rate(flow(succeeded), closed)),
  'PM-05-B': variant('PM-05', 'B', rate(flow(succeeded), accepted)),
  'PM-05-C': variant('PM-05', 'C', rate(flow(succeeded), discovered)),
  /** 疑难复杂(及以上): successes with that confirmed grade. Thresholds are local. */
  'PM-06': count('件', sum(graded('difficult'), graded('major'), graded('extra-major'))),
  'PM-06-difficult': part('PM-06', count('件', graded('difficult'))),
  'PM-06-major': part('PM-06', count('件', graded('major'))),
  'PM-06-extra-major': part('PM-06', count('件', graded('extra-major'))),
  /** 涉及当事人数: Σ people of the successes. unit 人次 */
  'PM-07': total('人次', flow('mediation.people-in-succeeded')),
  'PM-07-closed': variant('PM-07', 'closed', total('人次', flow('mediation.people-in-closed'))),
  /** 协议涉及金额. unit 元 */
  'PM-07-amount': part('PM-07', total('元', flow('mediation.amount-agreed'), 2)),
  /** 挽回经济损失: no official definition; amounts agreed, or the amounts performed in the period. unit 元 */
  'PM-08': reading('agreed', total('元', flow('mediation.amount-agreed'), 2)),
  'PM-08-performed': variant('PM-08', 'performed', total('元', flow('mediation.amount-performed'), 2)),
  /** 履行率: of the agreements due in the period, those performed in full by its end; or of all due ever. */
  'PM-10': reading('due-in-period', rate(cohort('mediation.due-performed'), flow('mediation.performance-due'))),
  'PM-10-ever': variant('PM-10', 'due-ever', rate(closing('mediation.ever-performed'), closing('mediation.ever-due'))),
  /** 司法确认有效, by the day of the ruling. 人民调解法 第三十三条 */
  'PM-12': count('件', flow('mediation.confirmation-ruled', { confirmation: 'confirmed' })),
  'PM-12-dismissed': part('PM-12', count('件', flow('mediation.confirmation-ruled', { confirmation: 'dismissed' }))),
  'PM-12-applied': part('PM-12', count('件', flow('mediation.confirmation-applied'))),
  /** 满意率: satisfied and basically satisfied ÷ visits with an answer; or satisfied alone. */
  'PM-14': surveyRate(
    sum(visits('satisfied'), visits('basically-satisfied')),
    sum(visits('satisfied'), visits('basically-satisfied'), visits('dissatisfied')),
  ),
  'PM-14-strict': variant(
    'PM-14',
    'satisfied',
    surveyRate(visits('satisfied'), sum(visits('satisfied'), visits('basically-satisfied'), visits('dissatisfied'))),
  ),
  'PM-14-visits': part('PM-14', count('次', flow('mediation.revisits'))),
});
