import type { TimeLimit } from '#kernel/time-limit.js';

/** First days of 行政诉讼法 (1989) and of its revision of 2014; the revision of 2017 changed no term. */
export const LAW_OF_1989 = '1990-10-01';
export const REVISION_OF_2014 = '2015-05-01';

const days = (count: number): TimeLimit => ({ days: count, count: 'calendar-days', roll: true });

/** Time to appeal, against a judgment and against a ruling. @source 行政诉讼法 第八十五条 */
export const appealLimits = { judgment: days(15), ruling: days(10) } as const;
