import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';

/** The balances of the line's figures. A broken one is a finding: a draft that shows it may not be signed as it is. */
export const identities = identityTable<IndicatorCode>()({
  'litigation.suits-close': {
    severity: 'block',
    kind: 'stock-flow',
    stock: 'AL-01-open',
    inflows: ['AL-01-begun', 'AL-01-imported'],
    outflows: ['AL-02-finals'],
  },
  'litigation.notices-by-instance': {
    severity: 'block',
    kind: 'parts',
    total: 'AL-01',
    parts: ['AL-01-first', 'AL-01-second', 'AL-01-retrial'],
  },
  /** Won, lost and apart make all: so the three rates make 100. */
  'litigation.finals-by-outcome': {
    severity: 'block',
    kind: 'parts',
    total: 'AL-02-finals',
    parts: ['AL-02-won', 'AL-02-lost', 'AL-02-partly-lost', 'AL-02-other'],
  },
  'litigation.attended-of-required': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'AL-03-attended',
    larger: 'AL-03-required',
  },
  'litigation.on-time-of-due': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'AL-04-on-time',
    larger: 'AL-04-due',
  },
});

export type IdentityCode = keyof typeof identities;
