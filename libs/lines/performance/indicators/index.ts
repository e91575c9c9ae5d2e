import { figuresSince, formulasOver, indicatorTable, part, variant } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

const { flow } = formulasOver<MeasureCode>();
/** Target setting as it is done today began with the rules of 2015. @source 财预〔2015〕88号 */
const { count, amount, rate } = figuresSince('2015-01-01');

const sheets = flow('performance.sheets');
const evaluated = flow('performance.sheets-evaluated');
const published = flow('performance.sheets-published');
const monitored = flow('performance.sheets-monitored');

/** How far the yearly cycle has come. A sheet counts in the period that holds the last day of its fiscal year. */
export const indicators = indicatorTable({
  /** 绩效目标表数. unit 份 */
  'PF-01': count('份', sheets),
  'PF-01-department': part('PF-01', count('份', flow('performance.sheets', { subject: 'department' }))),
  'PF-01-project': part('PF-01', count('份', flow('performance.sheets', { subject: 'project' }))),
  /** 绩效目标表预算数: of sheets, so a department's and its projects' are both in it; narrow it to one. unit 元 */
  'PF-01-budget': part('PF-01', amount(flow('performance.budget'))),
  /** 自评完成数, 自评完成率 = evaluated ÷ sheets */
  'PF-02': count('份', evaluated),
  'PF-02-rate': variant('PF-02', 'rate', rate(evaluated, sheets)),
  /** 监控完成数, 监控覆盖率 = sheets monitored at any month end ÷ sheets */
  'PF-03': count('份', monitored),
  'PF-03-rate': variant('PF-03', 'rate', rate(monitored, sheets)),
  /** 审核通过数: approved at the highest level they were handed in to, published ones among them. */
  'PF-04': count('份', flow('performance.sheets-approved')),
  /** 公开数, 公开率 = published ÷ sheets */
  'PF-05': count('份', published),
  'PF-05-rate': variant('PF-05', 'rate', rate(published, sheets)),
  /** 年后设定目标数: targets set or revised after the fiscal year. */
  'PF-06': count('份', flow('performance.sheets-set-late')),
  /** 自评后调整目标数: targets revised when the result was known. */
  'PF-07': count('份', flow('performance.sheets-revised-after-evaluation')),
  /** 退回次数. unit 次 · dated by the return */
  'PF-08': count('次', flow('performance.steps-taken', { step: 'returned' })),
  /** 绩效指标数, of them with operator, number and unit, and of them entered by hand. unit 个 */
  'PF-09': count('个', flow('performance.rows-set')),
  'PF-09-scorable': part('PF-09', count('个', flow('performance.rows-scorable'))),
  'PF-09-manual': part('PF-09', count('个', flow('performance.rows-manual'))),
});

export type IndicatorCode = keyof typeof indicators;
