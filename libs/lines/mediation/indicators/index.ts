import { disputeIndicators } from './disputes.indicator.js';
import { officeIndicators } from './office.indicator.js';
import { preventionIndicators } from './prevention.indicator.js';
import { subsidyIndicators } from './subsidies.indicator.js';

/** Every indicator of the line, PM-01 to PM-16 with parts and variants, by code. */
export const indicators = { ...disputeIndicators, ...preventionIndicators, ...subsidyIndicators, ...officeIndicators };

export type IndicatorCode = keyof typeof indicators;
