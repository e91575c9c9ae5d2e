import { populationIndicators } from './population.indicator.js';
import { supportIndicators } from './support.indicator.js';

export const indicators = { ...populationIndicators, ...supportIndicators };

export type IndicatorCode = keyof typeof indicators;
