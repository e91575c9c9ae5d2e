import { figuresSince, formulasOver } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

/** First day of the rules on public information; no figure of the line is older. @source 政府信息公开条例(2007) 第三十八条 */
const SINCE = '2008-05-01';

export const { flow, closing, cohort } = formulasOver<MeasureCode>();
export const { count, total, stock, rate, typed, graded } = figuresSince(SINCE);
