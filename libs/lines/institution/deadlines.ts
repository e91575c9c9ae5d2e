import type { DeadlineVersion } from '#application/deadline.js';
import { tables } from './views/kinds.js';

/** First days of the rules: three documents on review (end of 2018), public information (2007, 2019), 预算法 (2014). */
const REVIEW = '2019-01-01';
const INFORMATION_2007 = '2008-05-01';
const INFORMATION_2019 = '2019-05-15';
const BUDGET_LAW_2014 = '2015-01-01';

const workingDays = (days: DeadlineVersion['days'], from: string): DeadlineVersion => ({
  from,
  days,
  count: 'working-days',
});

const review = {
  fact: 'institution.review',
  starts: 'requestedOn',
  met: 'completedOn',
  lapsed: 'withdrawnOn',
  into: 'dueOn',
} as const;
const disclosure = {
  fact: 'institution.disclosure',
  starts: 'arisenOn',
  due: 'dueGiven',
  met: 'publishedOn',
  lapsed: 'waivedOn',
  into: 'dueOn',
} as const;

/** What is due, and when. */
export const deadlines = tables.deadlines({
  /** Review of a major enforcement decision; the term is local. 国办发〔2018〕118号 */
  'IN-D01': {
    ...review,
    where: { kind: 'major-enforcement' },
    versions: [workingDays({ setting: 'reviewWorkingDays.majorEnforcement' }, REVIEW)],
  },
  /** Review of a normative document or a major administrative decision: 15 working days. 国办发〔2018〕115号 */
  'IN-D01-document': {
    ...review,
    where: { kind: { oneOf: ['normative-document', 'major-administrative'] } },
    versions: [workingDays({ setting: 'reviewWorkingDays.other' }, REVIEW)],
  },
  /** Budget, final accounts, the three public outlays: 20 days from approval. 预算法 第十四条 */
  'IN-D02': {
    ...disclosure,
    where: { kind: { oneOf: ['budget', 'final-accounts', 'three-public'] } },
    versions: [{ from: BUDGET_LAW_2014, days: 20, count: 'calendar-days', roll: true }],
  },
  /** What is published unasked: 20 working days. 政府信息公开条例 第二十六条; (2007) 第十八条 */
  'IN-D03': { ...disclosure, where: { kind: 'proactive' }, versions: [workingDays(20, INFORMATION_2007)] },
  /** Answers to applications: 20 working days, before 2019 15. 政府信息公开条例 第三十三条; (2007) 第二十四条 */
  'IN-D04': {
    ...disclosure,
    where: { kind: 'on-request' },
    versions: [workingDays(15, INFORMATION_2007), workingDays(20, INFORMATION_2019)],
  },
  /** The yearly report: 31 January, before 2019 31 March, of the next year. 政府信息公开条例 第五十条; (2007) 第三十一条 */
  'IN-D05': {
    ...disclosure,
    where: { kind: 'annual-report' },
    versions: [
      { from: INFORMATION_2007, days: 3, count: 'months' },
      { from: INFORMATION_2019, days: 1, count: 'months' },
    ],
  },
  /** Enforcement decisions: 20 working days; penalties and licences: 7. 国办发〔2018〕118号 */
  'IN-D06': { ...disclosure, where: { kind: 'enforcement-decision' }, versions: [workingDays(20, REVIEW)] },
  'IN-D06-penalty': { ...disclosure, where: { kind: 'penalty-or-licence' }, versions: [workingDays(7, REVIEW)] },
});
