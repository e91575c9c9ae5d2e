import { disclosureMeasures } from './disclosure.measure.js';
import { estateMeasures } from './estate.measure.js';
import { practiceMeasures } from './practice.measure.js';
import { reviewMeasures } from './review.measure.js';

/** Everything the line counts, by code. */
export const measures = { ...reviewMeasures, ...practiceMeasures, ...disclosureMeasures, ...estateMeasures };

export type MeasureCode = keyof typeof measures;
