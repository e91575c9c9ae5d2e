import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';

/**
 * The balances of the line's figures. The sum over sources, and that of a heading over its lines, hold by construction: each
 * source of each leaf line is a row of its own, and nothing else is.
 */
export const identities = identityTable<IndicatorCode>()({
  'funds.budget-by-class': {
    severity: 'block',
    kind: 'parts',
    total: 'BF-01',
    parts: ['BF-01-personnel', 'BF-01-operating', 'BF-01-project'],
  },
  'funds.budget-by-stage': {
    severity: 'block',
    kind: 'parts',
    total: 'BF-01',
    parts: ['BF-01-initial', 'BF-01-adjustments'],
  },
  'funds.executed-by-class': {
    severity: 'block',
    kind: 'parts',
    total: 'BF-03',
    parts: ['BF-06-basic', 'BF-06-project'],
  },
  'funds.basic-by-class': {
    severity: 'block',
    kind: 'parts',
    total: 'BF-06-basic',
    parts: ['BF-06-personnel', 'BF-06-operating'],
  },
  'funds.budget-spent-and-left': {
    severity: 'block',
    kind: 'difference',
    minuend: 'BF-01',
    subtrahend: 'BF-03-to-date',
    equals: 'BF-05',
  },
  'funds.three-public-by-kind': {
    severity: 'block',
    kind: 'parts',
    total: 'BF-09',
    parts: ['BF-09-vehicle-purchase', 'BF-09-vehicle-running', 'BF-09-reception', 'BF-09-travel-abroad'],
  },
  'funds.posts-by-kind': {
    severity: 'block',
    kind: 'parts',
    total: 'BF-14-posts',
    parts: [
      'BF-14-posts-administrative',
      'BF-14-posts-political-legal',
      'BF-14-posts-institution',
      'BF-14-posts-worker',
      'BF-14-posts-self-funded',
    ],
  },
  'funds.staff-by-kind': {
    severity: 'block',
    kind: 'parts',
    total: 'BF-14-staff',
    parts: ['BF-14-staff-administrative', 'BF-14-staff-institution', 'BF-14-staff-worker', 'BF-14-staff-self-funded'],
  },
  /** Those in post: at the beginning, plus all who came, less all who went. */
  'funds.staff-closes': {
    severity: 'block',
    kind: 'stock-flow',
    stock: 'BF-14-staff',
    inflows: ['BF-14-staff-joined', 'BF-14-staff-imported'],
    outflows: ['BF-14-staff-left', 'BF-14-staff-retired'],
  },
  /** To be explained, not impossible: an emergency payment, money the finance bureau owes, a person above the posts. */
  'funds.within-budget': { severity: 'warn', kind: 'at-most', smaller: 'BF-03-to-date', larger: 'BF-01' },
  'funds.earmarks-within-budget': {
    severity: 'warn',
    kind: 'at-most',
    smaller: 'BF-03-earmarked',
    larger: 'BF-01-earmarked',
  },
  'funds.staff-within-posts': { severity: 'warn', kind: 'at-most', smaller: 'BF-14-staff', larger: 'BF-14-posts' },
  'funds.workers-within-posts': {
    severity: 'warn',
    kind: 'at-most',
    smaller: 'BF-14-staff-worker',
    larger: 'BF-14-posts-worker',
  },
});

export type IdentityCode = keyof typeof identities;
