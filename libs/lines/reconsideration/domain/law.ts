import type { TimeLimit } from '#kernel/time-limit.js';

/** First days of 行政复议法 (1999, as revised in 2017), of its 实施条例 (2007) and of the revision of 2023. */
export const LAW_OF_1999 = '1999-10-01';
export const REGULATION_OF_2007 = '2007-08-01';
export const REVISION_OF_2023 = '2024-01-01';

const days = (count: number): TimeLimit => ({ days: count, count: 'calendar-days', roll: true });
const workingDays = (count: number): TimeLimit => ({ days: count, count: 'working-days' });
const months = (count: number): TimeLimit => ({ days: count, count: 'months', roll: true });

/**
 * The limits that rules and duties share. 三日、五日、七日、十日 are working days since 2024 (第八十八条); before, 五日 and 七日 only
 * (行政复议法(2017) 第四十条). A last day off moves to the next working day, as in civil procedure.
 */
export const limits = {
  /** Review of an application, and notice of what is missing in it. @source 第三十条、第三十一条; (2017) 第十七条 */
  review: workingDays(5),
  /** The applicant supplies what was missing. @source 第三十一条 */
  correction: workingDays(10),
  /** The respondent answers. @source 第四十八条、第五十四条; (2017) 第二十三条 */
  reply: { ordinary: workingDays(10), summary: workingDays(5), before2024: days(10) },
  /** The decision. @source 第六十二条; (2017) 第三十一条 */
  decision: { ordinary: days(60), summary: days(30) },
  /** The application, from knowledge of the act; of an act whose remedies were not named. @source 第二十条 */
  application: { informed: days(60), uninformed: months(12) },
  /** The application at the latest, from the act; of an act about immovables. @source 第二十一条 */
  longest: { usual: months(5 * 12), immovables: months(20 * 12) },
} as const;

/** Days a decision may be put off at most, once. @source 第六十二条; (2017) 第三十一条 */
export const LONGEST_EXTENSION = 30;

/** Days a suspension for want of a successor must have lasted before it ends the case. @source 第四十一条第五项 */
export const UNRESOLVED_SUSPENSION = 60;
