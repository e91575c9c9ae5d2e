import { populationMeasures } from './population.measure.js';
import { supportMeasures } from './support.measure.js';

export const measures = { ...populationMeasures, ...supportMeasures };

export type MeasureCode = keyof typeof measures;
