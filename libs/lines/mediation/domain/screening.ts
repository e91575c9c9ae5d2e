import { defineProcedure } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import type { MediationSettings } from '../settings.js';
import { type ScreeningEvent, screeningEvents } from './events/index.js';
import { refuse } from './rejections.js';

/**
 * One round of screening for disputes (矛盾纠纷排查): planned and held, or held unplanned.
 * @rejects mediation.planned-for-past  planned for a day gone by
 */
export const screening = defineProcedure<ScreeningEvent, 'planned' | 'held', MediationSettings>({
  type: 'mediation.screening',
  events: screeningEvents,
  steps: {
    none: ['mediation.ScreeningPlanned', 'mediation.ScreeningHeld'],
    planned: ['mediation.ScreeningHeld'],
    held: [],
  },
  becomes: { 'mediation.ScreeningPlanned': 'planned', 'mediation.ScreeningHeld': 'held' },
  rules: {
    'mediation.ScreeningPlanned': ({ plannedOn, plannedFor }) =>
      plannedFor < plannedOn ? refuse('mediation.planned-for-past', 'plannedFor') : accept,
  },
});
