import { figuresSince, formulasOver, indicatorTable } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

const { flow } = formulasOver<MeasureCode>();
const { count } = figuresSince('2003-01-01');

export const indicators = indicatorTable({
  /** 紧急调阅次数: looks at persons beyond the own office, in the period. unit 次 */
  'PE-01': count('次', flow('people.glasses-broken')),
});
