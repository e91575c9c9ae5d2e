import type { StreamDefinition } from '#kernel/decider.js';
import { accept } from '#kernel/reject.js';
import type { CorrectionsSettings } from '../../settings.js';
import { type SessionEvent, sessionEvents } from '../events/index.js';

export type SessionState = { readonly status: 'none' | 'held' };

/** A class, activity or course for many (集中教育、公益活动、培训): held, and that is all. */
export const session: StreamDefinition<SessionEvent, SessionState, CorrectionsSettings> = {
  type: 'corrections.session',
  events: sessionEvents,
  initial: { status: 'none' },
  steps: { none: ['corrections.ProgramSessionHeld'], held: [] },
  decide: { 'corrections.ProgramSessionHeld': () => accept },
  evolve: () => ({ status: 'held' }),
};
