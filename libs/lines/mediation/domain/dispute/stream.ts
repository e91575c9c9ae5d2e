import { defineProcedure } from '#kernel/procedure.js';
import type { MediationSettings } from '../../settings.js';
import { type DisputeEvent, disputeEvents } from '../events/index.js';
import { agreementRules, mediationRules } from './mediation.rules.js';
import { type DisputeStatus, keysOf } from './past.js';
import { subsidyRules } from './subsidy.rules.js';

type Step = DisputeEvent['type'];

const mediating: readonly Step[] = [
  'mediation.MediationSessionHeld',
  'mediation.MediationExtended',
  'mediation.DifficultyProposed',
  'mediation.MediationSucceeded',
  'mediation.MediationFailed',
  'mediation.MediationWithdrawn',
  'mediation.MediationTransferred',
];
const closed: readonly Step[] = [
  'mediation.DisputeRevisited',
  'mediation.DossierReviewed',
  'mediation.DisputeArchived',
];
/** Whether a failed mediation may earn anything is a rule of the county. */
const earning: readonly Step[] = [
  'mediation.DifficultyProposed',
  'mediation.DifficultyConfirmed',
  'mediation.SubsidyClaimed',
  'mediation.SubsidyApproved',
  'mediation.SubsidyRefused',
  'mediation.SubsidyPaid',
];

/** One dispute (纠纷、调解案件): from discovery or application to its end, and what is owed and paid after it. */
export const dispute = defineProcedure<DisputeEvent, DisputeStatus, MediationSettings>({
  type: 'mediation.dispute',
  events: disputeEvents,
  steps: {
    none: [
      'mediation.OpeningBalanceImported',
      'mediation.DisputeDiscovered',
      'mediation.DisputeAccepted',
      'mediation.DisputeNotAccepted',
    ],
    discovered: ['mediation.DisputeAccepted', 'mediation.DisputeNotAccepted'],
    'not-accepted': [],
    accepted: mediating,
    'in-mediation': mediating,
    succeeded: [
      ...closed,
      ...earning,
      'mediation.AgreementPerformed',
      'mediation.AgreementBreached',
      'mediation.JudicialConfirmationApplied',
      'mediation.JudicialConfirmationRuled',
    ],
    failed: [...closed, ...earning],
    withdrawn: closed,
    transferred: closed,
  },
  becomes: {
    'mediation.OpeningBalanceImported': 'accepted',
    'mediation.DisputeDiscovered': 'discovered',
    'mediation.DisputeAccepted': 'accepted',
    'mediation.DisputeNotAccepted': 'not-accepted',
    'mediation.MediationSessionHeld': 'in-mediation',
    'mediation.MediationSucceeded': 'succeeded',
    'mediation.MediationFailed': 'failed',
    'mediation.MediationWithdrawn': 'withdrawn',
    'mediation.MediationTransferred': 'transferred',
  },
  rules: { ...mediationRules, ...agreementRules, ...subsidyRules },
  keys: keysOf,
  keyCodes: {
    'case-no': 'mediation.case-number-taken',
    case: 'mediation.dispute-exists',
    open: 'mediation.dispute-open',
    'agreement-no': 'mediation.agreement-number-taken',
  },
});
