import { defineProcedure, lastOf } from '#kernel/procedure.js';
import type { MediationSettings } from '../settings.js';
import { type MediatorEvent, mediatorEvents } from './events/index.js';

/**
 * A mediator (人民调解员) from appointment to dismissal. A person holds one appointment at a time, with the committee that
 * mainly keeps him busy, so that he is counted once.
 * @source 人民调解法 第十三条至第十五条
 */
export const mediator = defineProcedure<MediatorEvent, 'appointed' | 'dismissed', MediationSettings>({
  type: 'mediation.mediator',
  events: mediatorEvents,
  steps: {
    none: ['mediation.MediatorAppointed'],
    appointed: ['mediation.MediatorTrained', 'mediation.MediatorDismissed'],
    dismissed: [],
  },
  becomes: { 'mediation.MediatorAppointed': 'appointed', 'mediation.MediatorDismissed': 'dismissed' },
  keys: (state) =>
    state.status === 'appointed' ? [`mediator:${lastOf(state, 'mediation.MediatorAppointed')?.mediatorRef}`] : [],
  keyCodes: { mediator: 'mediation.mediator-appointed' },
});
