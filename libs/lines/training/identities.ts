import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';

/** The balances of the line's figures. */
export const identities = identityTable<IndicatorCode>()({
  'training.sessions-by-form': {
    severity: 'block',
    kind: 'parts',
    total: 'TR-01',
    parts: ['TR-01-courses', 'TR-01-lectures', 'TR-01-meetings'],
  },
  'training.appraised-by-staff': {
    severity: 'block',
    kind: 'parts',
    total: 'TR-06-appraised',
    parts: ['TR-06-office-appraised', 'TR-06-bureau-appraised'],
  },
  'training.qualified-within-assessed': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'TR-03-qualified',
    larger: 'TR-03-assessed',
  },
  /** Trained last year and assessed this year is possible, so it only asks for an explanation. */
  'training.assessed-within-trained': {
    severity: 'warn',
    kind: 'at-most',
    smaller: 'TR-03-assessed',
    larger: 'TR-02',
  },
  'training.heads-trained-within-heads': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'TR-05-trained',
    larger: 'TR-05-heads',
  },
  'training.appraised-well-within-appraised': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'TR-06-qualified',
    larger: 'TR-06-appraised',
  },
  'training.passed-within-examined': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'TR-07-passed',
    larger: 'TR-07-examinees',
  },
});

export type IdentityCode = keyof typeof identities;
