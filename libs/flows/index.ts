import type { FlowDefinition } from '#application/flow.js';
import { whenMediationFailsThenOfferLegalAid } from './when-mediation-fails-then-offer-legal-aid.flow.js';
import { whenReleasedThenTakeOver } from './when-released-then-take-over.flow.js';
import {
  whenReoffendedInAftercareThenTellCorrection,
  whenReoffendedUnderCorrectionThenTellAftercare,
} from './when-reoffence-recorded-then-tell.flow.js';
import { whenSubsidyPaidThenUpdateCase } from './when-subsidy-paid-then-update-case.flow.js';

/** Where the lines meet, one per row, alphabetical. */
export const flows: readonly FlowDefinition[] = [
  whenMediationFailsThenOfferLegalAid,
  whenReleasedThenTakeOver,
  whenReoffendedInAftercareThenTellCorrection,
  whenReoffendedUnderCorrectionThenTellAftercare,
  whenSubsidyPaidThenUpdateCase,
];
