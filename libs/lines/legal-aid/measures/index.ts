import { caseMeasures } from './case.measure.js';
import { officeMeasures } from './office.measure.js';

/** Every measure of the line, by code. */
export const measures = { ...caseMeasures, ...officeMeasures };

export type MeasureCode = keyof typeof measures;
