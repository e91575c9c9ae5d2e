import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';
import { columns, harms } from './measures/columns.js';

const whole = { severity: 'block', kind: 'parts' } as const;

/** The balances of the line's figures. A broken one is a finding: a draft that shows it may not be signed as it is. */
export const identities = identityTable<IndicatorCode>()({
  /** Accepted and open before = closed and still open; a balance imported inside the period begins in it. */
  'mediation.open-closes': {
    severity: 'block',
    kind: 'stock-flow',
    stock: 'PM-02-open',
    inflows: ['PM-02', 'PM-02-imported'],
    outflows: ['PM-03'],
  },
  'mediation.discovered-by-answer': {
    ...whole,
    total: 'PM-01',
    parts: ['PM-01-accepted', 'PM-01-not-accepted', 'PM-01-undecided'],
  },
  'mediation.accepted-by-kind': {
    ...whole,
    total: 'PM-02',
    parts: columns.kind.map((kind) => `PM-02-kind-${kind}` as const),
  },
  'mediation.accepted-by-source': {
    ...whole,
    total: 'PM-02',
    parts: columns.source.map((source) => `PM-02-source-${source}` as const),
  },
  'mediation.accepted-by-committee': {
    ...whole,
    total: 'PM-02',
    parts: columns.committee.map((kind) => `PM-02-committee-${kind}` as const),
  },
  'mediation.closed-by-outcome': {
    ...whole,
    total: 'PM-03',
    parts: ['PM-04', 'PM-03-failed', 'PM-03-withdrawn', 'PM-03-transferred'],
  },
  'mediation.closed-by-kind': {
    ...whole,
    total: 'PM-03',
    parts: columns.kind.map((kind) => `PM-03-kind-${kind}` as const),
  },
  'mediation.succeeded-by-form': { ...whole, total: 'PM-04', parts: ['PM-04-oral', 'PM-04-written'] },
  'mediation.succeeded-by-grade': {
    ...whole,
    total: 'PM-04',
    parts: ['PM-04-ungraded', 'PM-04-simple', 'PM-04-ordinary', 'PM-06'],
  },
  'mediation.hard-by-grade': {
    ...whole,
    total: 'PM-06',
    parts: ['PM-06-difficult', 'PM-06-major', 'PM-06-extra-major'],
  },
  'mediation.succeeded-by-performance': {
    ...whole,
    total: 'PM-04',
    parts: ['PM-04-performed', 'PM-04-part-performed', 'PM-04-unperformed', 'PM-04-not-due'],
  },
  'mediation.prevented-by-harm': { ...whole, total: 'PM-13', parts: harms.map((harm) => `PM-13-${harm}` as const) },
  'mediation.mediators-by-employment': { ...whole, total: 'PM-16', parts: ['PM-16-full-time', 'PM-16-part-time'] },
  'mediation.dossiers-passed': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'PM-11-passed',
    larger: 'PM-11-reviewed',
  },
  /** Payments of approvals of an earlier year explain it. */
  'mediation.paid-within-approved': {
    severity: 'warn',
    kind: 'at-most',
    smaller: 'PM-09-paid',
    larger: 'PM-09-approved',
  },
});

export type IdentityCode = keyof typeof identities;
