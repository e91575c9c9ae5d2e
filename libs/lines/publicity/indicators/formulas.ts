import { figuresSince, formulasOver } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

/** The law has been taught by five-year plans since. @source 一五普法规划 (中发〔1985〕23号) */
const SINCE = '1986-01-01';

export const { flow, closing, cohort, personsAlsoIn, personsStanding } = formulasOver<MeasureCode>();
export const { count, total, stock, rate, planRate, surveyRate } = figuresSince(SINCE);
