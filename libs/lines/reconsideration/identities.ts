import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';

/** The balances of the line's figures. A broken one is a finding: a draft that shows it may not be signed as it is. */
export const identities = identityTable<IndicatorCode>()({
  /** Open cases: those before, those accepted or taken over, less those concluded. */
  'reconsideration.cases-close': {
    severity: 'block',
    kind: 'stock-flow',
    stock: 'AR-03-open',
    inflows: ['AR-02', 'AR-03-imported'],
    outflows: ['AR-03'],
  },
  'reconsideration.applications-by-answer': {
    severity: 'block',
    kind: 'parts',
    total: 'AR-01',
    parts: [
      'AR-01-accepted',
      'AR-01-not-accepted',
      'AR-01-referred',
      'AR-01-abandoned',
      'AR-01-settled-before',
      'AR-01-pending',
    ],
  },
  'reconsideration.accepted-by-procedure': {
    severity: 'block',
    kind: 'parts',
    total: 'AR-02',
    parts: ['AR-02-ordinary', 'AR-02-summary'],
  },
  'reconsideration.concluded-by-outcome': {
    severity: 'block',
    kind: 'parts',
    total: 'AR-03',
    parts: [
      'AR-03-upheld',
      'AR-03-modified',
      'AR-03-revoked',
      'AR-03-partly-revoked',
      'AR-03-revoked-remade',
      'AR-03-declared-unlawful',
      'AR-03-ordered-to-perform',
      'AR-03-declared-void',
      'AR-03-request-dismissed',
      'AR-03-application-dismissed',
      'AR-03-agreement-liability',
      'AR-03-mediated',
      'AR-03-terminated',
    ],
  },
  'reconsideration.concluded-by-ending': {
    severity: 'block',
    kind: 'parts',
    total: 'AR-03',
    parts: ['AR-03-decisions', 'AR-03-mediated', 'AR-03-withdrawn', 'AR-03-ended'],
  },
  'reconsideration.letters-by-kind': {
    severity: 'block',
    kind: 'parts',
    total: 'AR-09',
    parts: ['AR-09-opinion', 'AR-09-suggestion'],
  },
  'reconsideration.litigated-of-decisions': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'AR-07-litigated',
    larger: 'AR-03-decisions',
  },
  'reconsideration.on-time-of-due': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'AR-04-on-time',
    larger: 'AR-04-due',
  },
});

export type IdentityCode = keyof typeof identities;
