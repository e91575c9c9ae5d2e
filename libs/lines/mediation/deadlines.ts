import type { DeadlineVersion } from '#application/deadline.js';
import { CONFIRMATION_DAYS } from './domain/dispute/mediation.rules.js';
import { tables } from './views/kinds.js';

/** First days of the rules: 人民调解工作若干规定, 人民调解法, the rule of the courts on confirmation. */
const RULES_OF_2002 = '2002-11-01';
const LAW_OF_2011 = '2011-01-01';
const COURTS_OF_2011 = '2011-03-30';

const days = (from: string, count: number): readonly DeadlineVersion[] => [
  { from, days: count, count: 'calendar-days', roll: true },
];

/**
 * What is due, and when. PM-D03 (when an agreement takes effect) is a rule and no duty; PM-D05 (monthly and quarterly
 * returns) goes by the local calendar of the forms and stands on no record of a case.
 */
export const deadlines = tables.deadlines({
  /** Conclude the mediation: a month, or the day both agreed on. 人民调解工作若干规定 第三十三条 */
  'PM-D01': {
    fact: 'mediation.dispute',
    starts: 'takenOn',
    due: 'extendedTo',
    versions: [{ from: RULES_OF_2002, days: { setting: 'concludeMonths' }, count: 'months', roll: true }],
    met: 'closedOn',
    into: 'dueOn',
  },
  /** Ask the court to confirm, where both want it. 人民调解法 第三十三条 */
  'PM-D02': {
    fact: 'mediation.agreement',
    where: { confirmationWanted: true },
    starts: 'effectiveOn',
    versions: days(LAW_OF_2011, CONFIRMATION_DAYS),
    met: 'appliedOn',
    lapsed: 'fullOn',
  },
  /** The court's ruling: 3 days to take it on and 15 to rule; ten more it may give itself. 法释〔2011〕5号 */
  'PM-D02-ruling': {
    fact: 'mediation.agreement',
    starts: 'appliedOn',
    versions: days(COURTS_OF_2011, 18),
    met: 'ruledOn',
  },
  /** Tell the basic court of a committee and of its changes: 及时, local days. 人民调解法 第十条 */
  'PM-D04': {
    fact: 'mediation.committee-change',
    starts: 'changedOn',
    versions: [{ from: LAW_OF_2011, days: { setting: 'courtNoticeWorkingDays' }, count: 'working-days' }],
    met: 'reportedOn',
  },
  /** Performance of the agreement, which the committee watches over. 人民调解法 第三十一条 */
  'PM-D06': { fact: 'mediation.agreement', due: 'dueOn', met: 'fullOn', lapsed: 'breachedOn' },
  /** Election of the committee: every three years. 人民调解法 第九条 */
  'PM-D07': {
    fact: 'mediation.committee-term',
    starts: 'electedOn',
    versions: [{ from: LAW_OF_2011, days: 36, count: 'months' }],
    met: 'renewedOn',
    lapsed: 'endedOn',
  },
});
