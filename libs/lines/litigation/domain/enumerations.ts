import { enumeration } from '#kernel/schema.js';

export const instance = enumeration('litigation.instance', ['first', 'second', 'retrial']);
export const courtProcedure = enumeration('litigation.courtProcedure', ['ordinary', 'summary']);
export const plaintiffKind = enumeration('litigation.plaintiffKind', ['citizen', 'legal-person', 'organisation']);
export const defendant = enumeration('litigation.defendant', ['county-government', 'department', 'township', 'joint']);
/** What a court can say of the claim itself, or of the suit. */
export const standingOutcome = enumeration('litigation.standingOutcome', [
  'claim-dismissed',
  'revoked',
  'partly-revoked',
  'modified',
  'duty-ordered',
  'payment-ordered',
  'declared-unlawful',
  'declared-void',
  'agreement-performance',
  'agreement-compensation',
  'suit-dismissed',
  'withdrawn',
  'withdrawn-after-change',
  'discontinued',
  'mediated',
]);
/** The same, and what a higher court says of the judgment below. */
export const outcome = enumeration('litigation.outcome', [
  ...standingOutcome.values,
  'upheld',
  'reversed',
  'remanded',
  'appeal-withdrawn',
]);
export const party = enumeration('litigation.party', ['plaintiff', 'defendant', 'third-party']);
export const finalOutcome = enumeration('litigation.finalOutcome', ['won', 'lost', 'partly-lost', 'other']);
export const openingState = enumeration('litigation.openingState', [
  'served',
  'answered',
  'heard',
  'judged',
  'appealed',
]);
