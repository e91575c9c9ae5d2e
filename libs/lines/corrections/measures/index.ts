import { assessmentMeasures } from './assessments.measure.js';
import { officeMeasures } from './office.measure.js';
import { registerMeasures } from './register.measure.js';
import { sanctionMeasures } from './sanctions.measure.js';
import { supervisionMeasures } from './supervision.measure.js';

/** Every measure of the line, by code. */
export const measures = {
  ...assessmentMeasures,
  ...registerMeasures,
  ...supervisionMeasures,
  ...sanctionMeasures,
  ...officeMeasures,
};

export type MeasureCode = keyof typeof measures;
