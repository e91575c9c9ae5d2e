import { activityIndicators } from './activity.indicator.js';
import { groundIndicators } from './ground.indicator.js';

/** Every indicator of the line, PL-01 to PL-10 with parts and variants, by code. */
export const indicators = { ...activityIndicators, ...groundIndicators };

export type IndicatorCode = keyof typeof indicators;
