import { figuresSince, formulasOver } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

/** Day on which the prison law put released prisoners into the care of local government. @source 监狱法 第三十五至三十八条 */
const SINCE = '1994-12-29';

export const { flow, closing, opening, cohort, personsOf } = formulasOver<MeasureCode>();
export const { count, stock, total, amount, rate } = figuresSince(SINCE);
