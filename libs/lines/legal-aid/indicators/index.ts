import { caseIndicators } from './case.indicator.js';
import { officeIndicators } from './office.indicator.js';

/** Every indicator of the line, LA-01 to LA-15 with parts and variants, by code. */
export const indicators = { ...caseIndicators, ...officeIndicators };

export type IndicatorCode = keyof typeof indicators;
