import { estateIndicators } from './estate.indicator.js';
import { practiceIndicators } from './practice.indicator.js';

/** Every indicator of the line, by code. */
export const indicators = { ...practiceIndicators, ...estateIndicators };

export type IndicatorCode = keyof typeof indicators;
