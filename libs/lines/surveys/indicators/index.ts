import {
  type WrittenIndicator,
  figuresSince,
  formulasOver,
  indicatorTable,
  part,
  variant,
} from '#application/indicator-table.js';
import { type MeasureCode, type Topic, topics } from '../measures/index.js';

/** First year of performance targets in departmental budgets; no satisfaction is reckoned before. @source 财预〔2015〕88号 */
const SINCE = '2015-05-21';

const { flow } = formulasOver<MeasureCode>();
const { count, rate, surveyRate, total } = figuresSince(SINCE);

/** One figure a topic: `SV-01-legal-aid`. */
const byTopic = <const Code extends string>(
  code: Code,
  figure: (topic: Topic) => WrittenIndicator,
): { readonly [T in Topic as `${Code}-${T}`]: WrittenIndicator } =>
  Object.fromEntries(topics.map((topic) => [`${code}-${topic}`, part(code, figure(topic))])) as never;

/**
 * Satisfaction and awareness. Every figure is dated by the close of its survey. A period without a survey has no rate, never
 * its target.
 */
export const indicators = indicatorTable({
  /**
   * 满意率: satisfied ÷ valid answers, all topics pooled; the parts are the rates of one topic each. unit % · 基本满意 counts
   * where the survey says so
   */
  'SV-01': surveyRate(flow('surveys.satisfied'), flow('surveys.valid')),
  ...byTopic('SV-01', (topic) => surveyRate(flow('surveys.satisfied', { topic }), flow('surveys.valid', { topic }))),
  /** 有效答卷. unit 份 */
  'SV-02': total('份', flow('surveys.valid')),
  ...byTopic('SV-02', (topic) => total('份', flow('surveys.valid', { topic }))),
  /** 满意答卷. unit 份 */
  'SV-03': total('份', flow('surveys.satisfied')),
  ...byTopic('SV-03', (topic) => total('份', flow('surveys.satisfied', { topic }))),
  /** 知晓率: persons who reached the share of correct answers ÷ valid papers. unit % */
  'SV-04': surveyRate(flow('surveys.passed'), flow('surveys.tested')),
  /** Correct answers ÷ questions asked, of tests recorded paper by paper; totals imported do not tell. */
  'SV-04-answers': variant(
    'SV-04',
    'answers',
    surveyRate(flow('surveys.correct-answers'), flow('surveys.questions-asked')),
  ),
  /** 知晓率测试有效卷. unit 份 */
  'SV-05': total('份', flow('surveys.tested')),
  /** 知晓率测试合格卷. unit 份 */
  'SV-06': total('份', flow('surveys.passed')),
  /** 有效回收率: valid ÷ issued, whatever was asked. unit % */
  'SV-07': rate(flow('surveys.valid-of-issued'), flow('surveys.issued')),
  'SV-07-issued': part('SV-07', total('份', flow('surveys.issued'))),
  /** 已结束调查. unit 次 */
  'SV-08': count('次', flow('surveys.closed')),
  /** Surveys whose result is marked as a small sample. */
  'SV-08-small': part('SV-08', count('次', flow('surveys.small-samples'))),
});

export type IndicatorCode = keyof typeof indicators;
