import { defineProcedure } from '#kernel/procedure.js';
import type { ReconsiderationSettings } from '../../settings.js';
import { type EventType, type ReconsiderationEvent, events } from '../events/index.js';
import { closingRules } from './closing.js';
import { intakeRules } from './intake.js';
import { keysOf } from './keys.js';
import { reviewRules } from './review.js';

type Status =
  | 'received'
  | 'correction-requested'
  | 'settled-before'
  | 'not-accepted'
  | 'abandoned'
  | 'referred'
  | 'in-review'
  | 'suspended'
  | 'concluded'
  | 'served'
  | 'performed'
  | 'litigated';

const letters: readonly EventType[] = [
  'reconsideration.OpinionLetterIssued',
  'reconsideration.SuggestionIssued',
  'reconsideration.OpinionAnswered',
];
const norms: readonly EventType[] = ['reconsideration.NormReviewOpened', 'reconsideration.NormReviewStepTaken'];
const afterwards: readonly EventType[] = [
  'reconsideration.DecisionPerformed',
  'reconsideration.LitigationFiledAgainstDecision',
  'reconsideration.PetitionedAfterDecision',
  ...letters,
];

/** Administrative reconsideration (行政复议): one application, from the day it comes in to what follows the decision. */
export const reconsiderationCase = defineProcedure<ReconsiderationEvent, Status, ReconsiderationSettings>({
  type: 'reconsideration.case',
  events,
  steps: {
    none: ['reconsideration.ReconsiderationApplied', 'reconsideration.OpeningBalanceImported'],
    received: [
      'reconsideration.SupplementRequested',
      'reconsideration.SettledBeforeAcceptance',
      'reconsideration.ReconsiderationAccepted',
      'reconsideration.DeemedAccepted',
      'reconsideration.ReconsiderationNotAccepted',
      'reconsideration.ReconsiderationReferred',
    ],
    'correction-requested': [
      'reconsideration.CorrectionTermExtended',
      'reconsideration.CorrectionSupplied',
      'reconsideration.DeemedAbandoned',
      'reconsideration.SettledBeforeAcceptance',
    ],
    'settled-before': [],
    'not-accepted': [],
    abandoned: [],
    referred: [],
    'in-review': [
      'reconsideration.CopySent',
      'reconsideration.ReplyReceived',
      'reconsideration.OpinionsHeard',
      'reconsideration.HearingHeld',
      'reconsideration.CommitteeConsulted',
      'reconsideration.MediationHeld',
      'reconsideration.ProceedingsSuspended',
      'reconsideration.ProcedureSwitched',
      'reconsideration.TermExtended',
      'reconsideration.ReconsiderationConcluded',
      ...norms,
      ...letters,
    ],
    suspended: [
      'reconsideration.ProceedingsResumed',
      'reconsideration.ReplyReceived',
      'reconsideration.MediationHeld',
      'reconsideration.ReconsiderationConcluded',
      ...norms,
      ...letters,
    ],
    concluded: ['reconsideration.DecisionServed', ...afterwards],
    served: afterwards,
    performed: ['reconsideration.DecisionServed', ...afterwards],
    litigated: ['reconsideration.DecisionServed', ...afterwards],
  },
  becomes: {
    'reconsideration.OpeningBalanceImported': ({ state }) => state,
    'reconsideration.ReconsiderationApplied': 'received',
    'reconsideration.SupplementRequested': 'correction-requested',
    'reconsideration.CorrectionSupplied': 'received',
    'reconsideration.SettledBeforeAcceptance': 'settled-before',
    'reconsideration.ReconsiderationAccepted': 'in-review',
    'reconsideration.DeemedAccepted': 'in-review',
    'reconsideration.ReconsiderationNotAccepted': 'not-accepted',
    'reconsideration.ReconsiderationReferred': 'referred',
    'reconsideration.DeemedAbandoned': 'abandoned',
    'reconsideration.ProceedingsSuspended': 'suspended',
    'reconsideration.ProceedingsResumed': 'in-review',
    'reconsideration.ReconsiderationConcluded': 'concluded',
    'reconsideration.DecisionServed': (_data, { status }) => (status === 'concluded' ? 'served' : status),
    'reconsideration.DecisionPerformed': 'performed',
    'reconsideration.LitigationFiledAgainstDecision': 'litigated',
  },
  rules: { ...intakeRules, ...reviewRules, ...closingRules },
  keys: keysOf,
  keyCodes: {
    application: 'reconsideration.application-exists',
    act: 'reconsideration.already-accepted',
    number: 'reconsideration.number-taken',
  },
});
