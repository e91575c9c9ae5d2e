import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';

/** The balances of the line's figures. A broken one is a finding: a draft that shows it may not be signed as it is. */
export const identities = identityTable<IndicatorCode>()({
  /**
   * AC-01 closes: before, plus who was linked or moved in, less whose support ended or who moved out, in every office. Moves
   * between offices cancel out for the bureau; a balance imported inside the period is no inflow, but without it the stock
   * would begin nowhere.
   */
  'aftercare.support-closes': {
    severity: 'block',
    kind: 'stock-flow',
    stock: 'AC-01',
    inflows: ['AC-01-linked', 'AC-01-moved-in', 'AC-01-imported', 'AC-01-reassigned-in'],
    outflows: ['AC-01-ended', 'AC-01-moved-out', 'AC-01-reassigned-out'],
  },
  'aftercare.support-by-source': {
    severity: 'block',
    kind: 'parts',
    total: 'AC-01',
    parts: ['AC-01-prison', 'AC-01-detention-house', 'AC-01-correction-released', 'AC-01-other'],
  },
  'aftercare.endings-by-kind': {
    severity: 'block',
    kind: 'parts',
    total: 'AC-01-ended',
    parts: ['AC-01-ended-term-over', 'AC-01-ended-death', 'AC-01-ended-reimprisoned', 'AC-01-ended-written-off'],
  },
  'aftercare.key-persons-by-class': {
    severity: 'block',
    kind: 'parts',
    total: 'AC-07',
    parts: [
      'AC-07-state-security-or-cult',
      'AC-07-gang',
      'AC-07-drugs',
      'AC-07-violence',
      'AC-07-mental-disorder',
      'AC-07-nothing-to-return-to',
      'AC-07-false-identity',
      'AC-07-other',
    ],
  },
  'aftercare.settled-by-mode': {
    severity: 'block',
    kind: 'parts',
    total: 'AC-05-settled',
    parts: [
      'AC-05-settled-farmland',
      'AC-05-settled-public-welfare-post',
      'AC-05-settled-own-enterprise',
      'AC-05-settled-self-employed',
      'AC-05-settled-hired',
      'AC-05-settled-other',
    ],
  },
  'aftercare.aid-by-kind': {
    severity: 'block',
    kind: 'parts',
    total: 'AC-09',
    parts: [
      'AC-09-skill-training',
      'AC-09-temporary-lodging',
      'AC-09-temporary-relief',
      'AC-09-subsistence-allowance',
      'AC-09-low-rent-housing',
      'AC-09-childrens-schooling',
      'AC-09-job-referral',
    ],
  },
  'aftercare.linked-of-due': { severity: 'block', kind: 'at-most', smaller: 'AC-03-linked', larger: 'AC-03-due' },
  'aftercare.settled-of-needing': {
    severity: 'block',
    kind: 'at-most',
    smaller: 'AC-05-settled',
    larger: 'AC-05-needing',
  },
  'aftercare.grouped-of-support': { severity: 'block', kind: 'at-most', smaller: 'AC-08-grouped', larger: 'AC-01' },
  'aftercare.key-of-support': { severity: 'block', kind: 'at-most', smaller: 'AC-07', larger: 'AC-01' },
});
