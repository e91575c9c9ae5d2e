import { splits } from '../measures/splits.js';
import {
  SINCE,
  amount,
  cohort,
  count,
  each,
  flow,
  indicatorTable,
  part,
  rate,
  sum,
  surveyRate,
  variant,
} from './indicator-table.js';

const onTime = sum(
  flow('legal-aid.granted-on-time'),
  flow('legal-aid.refused-on-time'),
  flow('legal-aid.notified-on-time'),
);
const paid = (where: Record<string, string>) =>
  part('LA-10-paid', amount(flow('legal-aid.subsidies-paid-amount', where)));
const consultations = (where: Record<string, string>) =>
  part('LA-06', count('人次', flow('legal-aid.consultations', where)));
/** Activities of the publicity line with this theme. */
const publicity = (measure: string) => ({ flow: measure, where: { theme: 'legal-aid' } }) as const;

/** Services beside the cases, timeliness, money, quality, satisfaction. */
export const officeIndicators = indicatorTable({
  /** 解答法律咨询. unit 人次 · dated by the answer */
  'LA-06': count('人次', flow('legal-aid.consultations')),
  ...each('LA-06', splits.channel, (channel) => consultations({ channel })),
  ...each('LA-06-topic', splits.topicClass, (topicClass) => consultations({ topicClass })),
  /** 代拟法律文书. unit 件 */
  'LA-06-papers': count('件', flow('legal-aid.papers-drafted')),
  /** 咨询、案件受理数: consultations and applications in one number, as some forms ask. */
  'LA-06-with-applications': variant(
    'LA-06',
    'with-applications',
    count('件', sum(flow('legal-aid.consultations'), flow('legal-aid.applications-received'))),
  ),

  /**
   * 及时受理、审查、指派率: decisions within LA-D01 whose agent was assigned within LA-D02 (notices: LA-D03) ÷ decisions. unit %
   * dated by the decision, a notice by its receipt · a refusal has no assignment · one not assigned yet is not on time
   */
  'LA-09': rate(onTime, flow('legal-aid.decisions')),
  'LA-09-decisions': count('件', flow('legal-aid.decisions')),
  'LA-09-on-time': count('件', onTime),
  /** 转交申请24小时内转交率, where both instants are known. 法律援助法 第三十九条 */
  'LA-09-forwarded': rate(flow('legal-aid.forwarded-in-time'), flow('legal-aid.forwarded')),

  /** 补贴发放率(足额): paid by the period's end ÷ approved, for the approvals of the period. unit % */
  'LA-10': rate(cohort('legal-aid.approved-paid-amount'), flow('legal-aid.subsidies-approved-amount')),
  'LA-10-cases': variant(
    'LA-10',
    'cases',
    rate(cohort('legal-aid.approved-paid'), flow('legal-aid.subsidies-approved')),
  ),
  'LA-10-approved': amount(flow('legal-aid.subsidies-approved-amount')),
  'LA-10-approved-cases': count('件', flow('legal-aid.subsidies-approved')),
  'LA-10-paid-cases': count('件', cohort('legal-aid.approved-paid')),
  /** 支付办案补贴. unit 元 · dated by the payment, whenever approved */
  'LA-10-paid': amount(flow('legal-aid.subsidies-paid-amount')),
  ...each('LA-10-paid', splits.agentKind, (agentKind) => paid({ agentKind })),
  ...each('LA-10-paid', splits.nature, (nature) => paid({ nature })),

  /** 办理合格率: assessed as passed or better ÷ assessed. unit % */
  'LA-11': rate(flow('legal-aid.assessed-passed'), flow('legal-aid.assessed')),
  'LA-11-assessed': count('件', flow('legal-aid.assessed')),
  'LA-11-passed': count('件', flow('legal-aid.assessed-passed')),

  /** 满意率: satisfied ÷ answered, of the revisits. unit % · a survey of recipients stands beside it */
  'LA-12': surveyRate(flow('legal-aid.revisits-satisfied'), flow('legal-aid.revisits-answered')),
  'LA-12-answered': count('人次', flow('legal-aid.revisits-answered')),
  'LA-12-satisfied': count('人次', flow('legal-aid.revisits-satisfied')),
  /** 投诉. unit 件 · dated by receipt; by outcome dated by the handling */
  'LA-12-complaints': count('件', flow('legal-aid.complaints-received')),
  'LA-12-complaints-handled': count('件', flow('legal-aid.complaints-handled')),
  'LA-12-complaints-upheld': part(
    'LA-12-complaints-handled',
    count(
      '件',
      sum(
        flow('legal-aid.complaints-handled', { outcome: 'upheld' }),
        flow('legal-aid.complaints-handled', { outcome: 'partly-upheld' }),
      ),
    ),
  ),

  /** 法律援助宣传. The activities belong to the publicity line; until it is there the value is null. */
  'LA-13': {
    kind: 'FLOW_COUNT',
    unit: '场',
    versions: [{ from: SINCE, value: publicity('publicity.activities-held') }],
  },
  'LA-13-attendance': {
    kind: 'FLOW_SUM',
    unit: '人次',
    versions: [{ from: SINCE, value: publicity('publicity.attendance') }],
  },

  /** 应援尽援: refused ÷ received. unit % · less is better */
  'LA-14': rate(flow('legal-aid.refusals'), flow('legal-aid.applications-received')),
  'LA-14-refused': count('件', flow('legal-aid.refusals')),
  ...each('LA-14-refused', splits.refusalReason, (refusalReason) =>
    part('LA-14-refused', count('件', flow('legal-aid.refusals', { refusalReason }))),
  ),
  /** 异议. unit 件 */
  'LA-14-objections': count('件', flow('legal-aid.objections-raised')),
  'LA-14-corrected': count('件', flow('legal-aid.objections-decided', { outcome: 'ordered-to-correct' })),
  /** 主动告知: aid offered because of another record; no application. unit 件 */
  'LA-14-offered': count('件', flow('legal-aid.offers-made')),
  'LA-14-offers-taken': count('件', flow('legal-aid.offers-taken')),

  /** 值班补贴发放率: shifts of the period paid by its end ÷ shifts served, each of which is due. unit % */
  'LA-15': rate(cohort('legal-aid.shifts-paid'), flow('legal-aid.shifts-served')),
  'LA-15-due': count('班', flow('legal-aid.shifts-served')),
  'LA-15-paid': count('班', cohort('legal-aid.shifts-paid')),
  'LA-15-paid-amount': amount(flow('legal-aid.shifts-paid-amount')),
  /** 值班律师提供法律帮助. unit 人次 · dated by the help */
  'LA-15-help': count('人次', flow('legal-aid.duty-helps')),
  ...each('LA-15-help', splits.dutyPlace, (place) =>
    part('LA-15-help', count('人次', flow('legal-aid.duty-helps', { place }))),
  ),
});
