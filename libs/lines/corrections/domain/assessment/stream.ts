import type { StreamDefinition } from '#kernel/decider.js';
import type { CorrectionsSettings } from '../../settings.js';
import { type AssessmentEvent, assessmentEvents } from '../events/index.js';
import { assessmentRules } from './decide.js';
import { evolveAssessment } from './evolve.js';
import type { AssessmentState } from './state.js';

/** Pre-sentence assessment (调查评估): one commission letter about one person, until an opinion, a return or a withdrawal. */
export const assessment: StreamDefinition<AssessmentEvent, AssessmentState, CorrectionsSettings> = {
  type: 'corrections.assessment',
  events: assessmentEvents,
  initial: { status: 'none' },
  steps: {
    none: ['corrections.AssessmentCommissioned'],
    received: [
      'corrections.AssessmentAssigned',
      'corrections.AssessmentExtended',
      'corrections.AssessmentConcluded',
      'corrections.AssessmentReturned',
      'corrections.AssessmentWithdrawn',
    ],
    concluded: [],
    returned: [],
    withdrawn: [],
  },
  decide: assessmentRules,
  evolve: evolveAssessment,
  keys: (state) => (state.status === 'none' ? [] : [`assessment:${state.key}`]),
  keyCodes: { assessment: 'corrections.assessment-exists' },
};
