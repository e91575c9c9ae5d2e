import { budgetIndicators } from './budget.indicator.js';
import { establishmentIndicators } from './establishment.indicator.js';
import { paymentIndicators } from './payment.indicator.js';

/** Every indicator of the line, BF-01 to BF-16 with parts and variants, by code. */
export const indicators = { ...budgetIndicators, ...paymentIndicators, ...establishmentIndicators };

export type IndicatorCode = keyof typeof indicators;
