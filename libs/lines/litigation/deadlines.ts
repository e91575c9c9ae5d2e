import type { DeadlineVersion } from '#application/deadline.js';
import { LAW_OF_1989, REVISION_OF_2014, appealLimits } from './domain/law.js';
import { tables } from './views/kinds.js';

const days = (from: string, count: DeadlineVersion['days']): DeadlineVersion => ({
  from,
  days: count,
  count: 'calendar-days',
  roll: true,
});
const months = (from: string, count: number): DeadlineVersion => ({ from, days: count, count: 'months', roll: true });

const fact = 'litigation.instance';
const answer = {
  fact,
  starts: 'noticedOn',
  versions: [days(LAW_OF_1989, 10), days(REVISION_OF_2014, 15)],
  into: 'answerDueOn',
} as const;
const court = { fact, starts: 'courtFiledOn', met: 'judgedOn' } as const;
const appeal = { fact, starts: 'judgedOn', met: 'filedOn', lapsed: 'finalOn' } as const;

/** What is due, and when. The court's own terms run from the day it filed the suit, where that is known. */
export const deadlines = tables.deadlines({
  /** The answer with evidence: 15 days from the copy of the complaint, 10 before 2015-05-01. 行政诉讼法 第六十七条 */
  'AL-D01': { ...answer, where: { answerOwed: true }, met: 'submittedOn', lapsed: 'judgedOn' },
  /** The same where the instance was judged without one: nothing is due any more, but it still counts as not given. */
  'AL-D01-judged': {
    ...answer,
    where: {
      answerOwed: true,
      submittedOn: { exists: false },
      judgedOn: { exists: true },
      excusedOn: { exists: false },
    },
    met: 'judgedOn',
  },
  /** The court's judgment: 6 months, summary 45 days, second instance 3 months; 3 and 2 before. 第八十一、八十三、八十八条 */
  'AL-D02': {
    ...court,
    where: { instance: 'first', procedure: 'ordinary' },
    versions: [months(LAW_OF_1989, 3), months(REVISION_OF_2014, 6)],
  },
  'AL-D02-summary': {
    ...court,
    where: { instance: 'first', procedure: 'summary' },
    versions: [days(REVISION_OF_2014, 45)],
  },
  'AL-D02-second': {
    ...court,
    where: { instance: 'second' },
    versions: [months(LAW_OF_1989, 2), months(REVISION_OF_2014, 3)],
  },
  /** Last day to appeal: 15 days from a judgment, 10 from a ruling. 第八十五条 */
  'AL-D03': { ...appeal, where: { appeal: 'judgment' }, versions: [{ from: LAW_OF_1989, ...appealLimits.judgment }] },
  'AL-D03-ruling': {
    ...appeal,
    where: { appeal: 'ruling' },
    versions: [{ from: LAW_OF_1989, ...appealLimits.ruling }],
  },
  /** Performance by the day the judgment sets. 第九十四、九十六条 */
  'AL-D04': { fact: 'litigation.suit', due: 'performBy', met: 'performedOn' },
  /** Answer to a judicial suggestion: by the day it sets, else a setting. */
  'AL-D05': {
    fact: 'litigation.advice',
    due: 'dueGiven',
    starts: 'receivedOn',
    versions: [days(LAW_OF_1989, { setting: 'adviceAnswerDays' })],
    met: 'answeredOn',
  },
});

export type DeadlineCode = keyof typeof deadlines;
