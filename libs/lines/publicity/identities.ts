import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';

const themes = [
  'constitution',
  'civil-code',
  'legal-aid',
  'anti-fraud',
  'corrections',
  'mediation',
  'minors',
  'other',
] as const;

/** The balances of the line's figures. */
export const identities = identityTable<IndicatorCode>()({
  'publicity.sessions-by-theme': {
    severity: 'block',
    kind: 'parts',
    total: 'PL-01',
    parts: themes.map((theme) => `PL-01-${theme}` as const),
  },
  'publicity.attendance-by-theme': {
    severity: 'block',
    kind: 'parts',
    total: 'PL-02',
    parts: themes.map((theme) => `PL-02-${theme}` as const),
  },
  'publicity.covered-within-villages': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'PL-03-covered',
    larger: 'PL-03-villages',
  },
  'publicity.passed-within-tested': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'PL-05-passed',
    larger: 'PL-05-tested',
  },
  'publicity.fulfilled-within-owed': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'PL-07-fulfilled',
    larger: 'PL-07-owed',
  },
  /** More may have been received from above, or printed the year before: it only asks for an explanation. */
  'publicity.distributed-within-printed': {
    severity: 'warn',
    kind: 'at-most',
    smaller: 'PL-04-distributed',
    larger: 'PL-04',
  },
});

export type IdentityCode = keyof typeof identities;
