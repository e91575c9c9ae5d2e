import type { CorrectionsEvent } from '../events/index.js';
import type { Examples } from './example.js';
import { assessmentExamples } from './assessment.js';
import { closingExamples } from './closing.js';
import { intakeExamples } from './intake.js';
import { leaveExamples } from './leave.js';
import { officeExamples } from './office.js';
import { placeChangeExamples } from './place-change.js';
import { sanctionExamples } from './sanctions.js';
import { supervisionExamples } from './supervision.js';

export { id } from './example.js';

/** One believable payload of every event type of the line. */
export const examples: Examples<CorrectionsEvent> = {
  ...assessmentExamples,
  ...closingExamples,
  ...intakeExamples,
  ...leaveExamples,
  ...officeExamples,
  ...placeChangeExamples,
  ...sanctionExamples,
  ...supervisionExamples,
};
