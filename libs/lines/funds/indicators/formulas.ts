import { figuresSince, formulasOver } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

export { indicatorTable, less, part, sum, variant } from '#application/indicator-table.js';

/** Day the Budget Law came into force; no figure is older. @source 预算法 */
const SINCE = '1995-01-01';

export const { flow, closing } = formulasOver<MeasureCode>();
export const { amount, count, rate, stock } = figuresSince(SINCE);
