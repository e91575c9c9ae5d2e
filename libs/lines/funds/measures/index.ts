import { budgetMeasures } from './budget.measure.js';
import { establishmentMeasures } from './establishment.measure.js';
import { paymentMeasures } from './payment.measure.js';

/** Every measure of the line, by code. */
export const measures = { ...budgetMeasures, ...paymentMeasures, ...establishmentMeasures };

export type MeasureCode = keyof typeof measures;
