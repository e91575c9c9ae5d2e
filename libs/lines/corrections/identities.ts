import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';

/** The balances of the line's figures. A broken one is a finding: a draft that shows it may not be signed as it is. */
export const identities = identityTable<IndicatorCode>()({
  /**
   * The register closes: opening, plus all who came, less all who left, in every office. The moves between offices cancel
   * out for the bureau; a balance imported inside the period is no intake, but without it the stock would begin nowhere.
   */
  'corrections.register-closes': {
    severity: 'block',
    kind: 'stock-flow',
    stock: 'CC-07',
    inflows: ['CC-02', 'CC-03', 'CC-07-imported', 'CC-07-moved-in'],
    outflows: ['CC-04', 'CC-05', 'CC-06', 'CC-07-moved-out'],
  },
  'corrections.register-by-category': {
    severity: 'block',
    kind: 'parts',
    total: 'CC-07',
    parts: ['CC-07-public-surveillance', 'CC-07-probation', 'CC-07-parole', 'CC-07-outside-prison', 'CC-07-other'],
  },
  'corrections.cumulative-is-register': {
    severity: 'block',
    kind: 'difference',
    minuend: 'CC-09-received',
    subtrahend: 'CC-09-left',
    equals: 'CC-07',
  },
  'corrections.leaves-by-outcome': {
    severity: 'block',
    kind: 'parts',
    total: 'CC-10',
    parts: ['CC-10-in-progress', 'CC-10-returned', 'CC-10-overdue'],
  },
  'corrections.punishments-by-kind': {
    severity: 'block',
    kind: 'parts',
    total: 'CC-13',
    parts: ['CC-13-admonition', 'CC-13-warning', 'CC-13-public-security'],
  },
  'corrections.place-changes-by-direction': {
    severity: 'block',
    kind: 'parts',
    total: 'CC-12',
    parts: ['CC-03', 'CC-06'],
  },
  'corrections.assessments-by-outcome': {
    severity: 'block',
    kind: 'parts',
    total: 'CC-01',
    parts: ['CC-01a', 'CC-01b', 'CC-01c', 'CC-01d', 'CC-01e'],
  },
  /** More licences for subjects than subjects: to be explained, not impossible. */
  'corrections.licences-for-subjects': {
    severity: 'warn',
    kind: 'at-most',
    smaller: 'CC-29-subjects',
    larger: 'CC-07',
  },
});

export type IdentityCode = keyof typeof identities;
