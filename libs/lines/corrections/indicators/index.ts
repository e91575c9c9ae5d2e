import { assessmentIndicators } from './assessment.indicator.js';
import { fundsIndicators } from './funds.indicator.js';
import { registerIndicators } from './register.indicator.js';
import { sanctionIndicators } from './sanctions.indicator.js';
import { supervisionIndicators } from './supervision.indicator.js';

/** Every indicator of the line, CC-01 to CC-32 with parts and variants, by code. */
export const indicators = {
  ...assessmentIndicators,
  ...registerIndicators,
  ...supervisionIndicators,
  ...sanctionIndicators,
  ...fundsIndicators,
};

export type IndicatorCode = keyof typeof indicators;
