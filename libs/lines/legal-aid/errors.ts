import type { RejectionCode } from './domain/rejections.js';

const conflict = 409;
const broken = 422;
const forbidden = 403;

/**
 * HTTP status of each rejection: 409 where the state of things stands against it, 422 where the content breaks a rule,
 * 403 where somebody else has to act.
 */
export const errors = {
  'legal-aid.agent-exists': conflict,
  'legal-aid.already-approved': conflict,
  'legal-aid.already-paid': conflict,
  'legal-aid.case-exists': conflict,
  'legal-aid.case-number-taken': conflict,
  'legal-aid.dossier-accepted': conflict,
  'legal-aid.dossier-not-accepted': conflict,
  'legal-aid.dossier-under-review': conflict,
  'legal-aid.duplicate-acceptance': conflict,
  'legal-aid.no-dossier-to-review': conflict,
  'legal-aid.no-objection': conflict,
  'legal-aid.not-approved': conflict,
  'legal-aid.not-concluded': conflict,
  'legal-aid.not-granted': conflict,
  'legal-aid.notice-exists': conflict,
  'legal-aid.objection-pending': conflict,
  'legal-aid.objection-settled': conflict,
  'legal-aid.offer-exists': conflict,
  'legal-aid.same-agent': conflict,
  'legal-aid.shift-exists': conflict,
  'legal-aid.supplement-time-running': conflict,

  'legal-aid.agent-too-junior': forbidden,
  'legal-aid.lawyer-required': forbidden,

  'legal-aid.basis-not-for-case': broken,
  'legal-aid.dates-reversed': broken,
  'legal-aid.form-not-for-nature': broken,
  'legal-aid.forwarded-before-taken': broken,
  'legal-aid.forwarder-missing': broken,
  'legal-aid.ground-not-for-stage': broken,
  'legal-aid.limitation-not-near': broken,
  'legal-aid.matter-missing': broken,
  'legal-aid.not-the-closing-day': broken,
  'legal-aid.other-day': broken,
  'legal-aid.paid-over-approved': broken,
  'legal-aid.recipient-twice': broken,
  'legal-aid.result-not-for-kind': broken,
  'legal-aid.result-paper-missing': broken,
  'legal-aid.stage-missing': broken,
  'legal-aid.stage-not-for-nature': broken,
  'legal-aid.wages-exceed-recovered': broken,
} satisfies Record<RejectionCode, number>;
