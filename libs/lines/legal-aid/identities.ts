import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';

/** The balances of the line's figures. A broken one is a finding: a draft that shows it may not be signed as it is. */
export const identities = identityTable<IndicatorCode>()({
  /** 未结: in hand before, plus what came in hand, less what ended, in every office. */
  'legal-aid.in-hand-closes': {
    severity: 'block',
    kind: 'stock-flow',
    stock: 'LA-04',
    inflows: ['LA-02', 'LA-04-imported', 'LA-04-reopened'],
    outflows: ['LA-03', 'LA-03-terminated'],
  },
  /** 申请 = 批准 + 通知 + 不予援助 + 视为撤回 + 审查中. */
  'legal-aid.received-by-outcome': {
    severity: 'block',
    kind: 'parts',
    total: 'LA-01',
    parts: ['LA-01-granted', 'LA-01-notified', 'LA-01-refused', 'LA-01-withdrawn', 'LA-01-pending'],
  },
  'legal-aid.handled-by-nature': {
    severity: 'block',
    kind: 'parts',
    total: 'LA-02',
    parts: ['LA-02-criminal', 'LA-02-civil', 'LA-02-administrative'],
  },
  'legal-aid.handled-by-form-row': {
    severity: 'block',
    kind: 'parts',
    total: 'LA-02',
    parts: [
      'LA-02-form-criminal-applied',
      'LA-02-form-criminal-notified',
      'LA-02-form-criminal-requested',
      'LA-02-form-criminal-compulsory-treatment',
      'LA-02-form-civil-litigation',
      'LA-02-form-administrative-litigation',
      'LA-02-form-petition',
      'LA-02-form-notarisation',
      'LA-02-form-appraisal',
      'LA-02-form-other-non-litigation',
    ],
  },
  'legal-aid.criminal-by-stage': {
    severity: 'block',
    kind: 'parts',
    total: 'LA-02-criminal',
    parts: [
      'LA-02-stage-investigation',
      'LA-02-stage-prosecution',
      'LA-02-stage-first-instance',
      'LA-02-stage-second-instance',
      'LA-02-stage-death-review',
      'LA-02-stage-retrial',
      'LA-02-stage-compulsory-treatment',
    ],
  },
  'legal-aid.closed-criminal-by-result': {
    severity: 'block',
    kind: 'parts',
    total: 'LA-03-closed-criminal',
    parts: [
      'LA-03-criminal-adopted',
      'LA-03-criminal-partly-adopted',
      'LA-03-criminal-not-adopted',
      'LA-03-terminated-criminal',
    ],
  },
  /** 诉讼已结 = 胜诉 + 败诉 + 调解 + 撤诉 + 终止. */
  'legal-aid.closed-litigation-by-result': {
    severity: 'block',
    kind: 'parts',
    total: 'LA-03-closed-litigation',
    parts: [
      'LA-03-litigation-won',
      'LA-03-litigation-lost',
      'LA-03-litigation-mediated',
      'LA-03-litigation-withdrawn',
      'LA-03-terminated-litigation',
    ],
  },
  /** 非诉讼已结 = 调解 + 和解 + 仲裁 + 终止. */
  'legal-aid.closed-non-litigation-by-result': {
    severity: 'block',
    kind: 'parts',
    total: 'LA-03-closed-non-litigation',
    parts: [
      'LA-03-non-litigation-mediated',
      'LA-03-non-litigation-settled',
      'LA-03-non-litigation-arbitrated',
      'LA-03-terminated-non-litigation',
    ],
  },
  'legal-aid.closed-by-line': {
    severity: 'block',
    kind: 'parts',
    total: 'LA-03-closed',
    parts: ['LA-03-closed-criminal', 'LA-03-closed-litigation', 'LA-03-closed-non-litigation'],
  },
  'legal-aid.refused-by-reason': {
    severity: 'block',
    kind: 'parts',
    total: 'LA-14-refused',
    parts: ['LA-14-refused-out-of-scope', 'LA-14-refused-not-in-hardship', 'LA-14-refused-other'],
  },
  /** Wages are a part of what was recovered. */
  'legal-aid.wages-within-recovered': { severity: 'block', kind: 'at-most', smaller: 'LA-08-wages', larger: 'LA-08' },
});

export type IdentityCode = keyof typeof identities;
