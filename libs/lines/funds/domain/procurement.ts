import { allOf, defineProcedure } from '#kernel/procedure.js';
import { type ProcurementEvent, procurementEvents } from './events/index.js';

/** A contract of government procurement (政府采购). What failed its acceptance may be presented again. */
export const procurement = defineProcedure<ProcurementEvent, 'contracted' | 'failed' | 'accepted'>({
  type: 'funds.procurement',
  events: procurementEvents,
  steps: {
    none: ['funds.ProcurementContracted'],
    contracted: ['funds.ProcurementAccepted'],
    failed: ['funds.ProcurementAccepted'],
    accepted: [],
  },
  becomes: {
    'funds.ProcurementContracted': 'contracted',
    'funds.ProcurementAccepted': ({ qualified }) => (qualified ? 'accepted' : 'failed'),
  },
  keys: (state) => allOf(state, 'funds.ProcurementContracted').map(({ contractNo }) => `contract:${contractNo}`),
  keyCodes: { contract: 'funds.contract-exists' },
});
