import { figuresSince, formulasOver } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

export { indicator, indicatorTable, less, part, sum, variant } from '#application/indicator-table.js';

/** Day of the first national notice on correction in the community; no figure is older. @source 司发〔2003〕12号 */
export const SINCE = '2003-07-10';

export const { flow, closing, opening, cohort, personsOf } = formulasOver<MeasureCode>();
export const { count, stock, total, cumulative, rate } = figuresSince(SINCE);
