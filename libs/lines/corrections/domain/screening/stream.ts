import type { StreamDefinition } from '#kernel/decider.js';
import { accept } from '#kernel/reject.js';
import type { CorrectionsSettings } from '../../settings.js';
import { type ScreeningEvent, screeningEvents } from '../events/index.js';
import { refuse } from '../rejections.js';

export type ScreeningState = { readonly status: 'none' | 'held' };

/**
 * A search for hidden dangers (安全隐患排查): held, and that is all.
 * @rejects corrections.more-found-than-screened
 */
export const screening: StreamDefinition<ScreeningEvent, ScreeningState, CorrectionsSettings> = {
  type: 'corrections.screening',
  events: screeningEvents,
  initial: { status: 'none' },
  steps: { none: ['corrections.SafetyScreeningHeld'], held: [] },
  decide: {
    'corrections.SafetyScreeningHeld': ({ screenedCount, keyPersonsFound }) =>
      new Set(keyPersonsFound).size > screenedCount
        ? refuse('corrections.more-found-than-screened', 'keyPersonsFound')
        : accept,
  },
  evolve: () => ({ status: 'held' }),
};
