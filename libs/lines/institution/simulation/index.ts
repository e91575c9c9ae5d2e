import type { CaseBinding } from '#application/case-binding.js';
import { disclosure, manual } from './disclosure.part.js';
import { facilities, organisation, standingFacilities } from './facilities.part.js';
import { contacts, honours, rules } from './practice.part.js';
import { legalReview } from './review.part.js';

/** The sections of a published report this line answers for. */
export const cases: readonly CaseBinding[] = [
  legalReview,
  contacts,
  rules,
  honours,
  disclosure,
  facilities,
  standingFacilities,
  organisation,
  manual,
];
