import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';

const atMost = (smaller: IndicatorCode, larger: IndicatorCode) =>
  ({ severity: 'block', kind: 'at-most', smaller, larger }) as const;

/** The balances of the line's figures. */
export const identities = identityTable<IndicatorCode>()({
  'performance.sheets-by-subject': {
    severity: 'block',
    kind: 'parts',
    total: 'PF-01',
    parts: ['PF-01-department', 'PF-01-project'],
  },
  'performance.evaluated-within-sheets': atMost('PF-02', 'PF-01'),
  'performance.approved-within-evaluated': atMost('PF-04', 'PF-02'),
  'performance.published-within-approved': atMost('PF-05', 'PF-04'),
});

export type IdentityCode = keyof typeof identities;
