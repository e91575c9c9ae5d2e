import { disputeMeasures } from './disputes.measure.js';
import { officeMeasures } from './office.measure.js';
import { subsidyMeasures } from './subsidies.measure.js';

/** Every measure of the line, by code. */
export const measures = { ...disputeMeasures, ...subsidyMeasures, ...officeMeasures };

export type MeasureCode = keyof typeof measures;
