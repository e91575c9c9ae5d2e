import { defineProcedure, lastOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import { type EstablishmentEvent, type FacilityEvent, establishmentEvents, facilityEvents } from './events/index.js';
import { refuse } from './rejections.js';

/**
 * Posts of one kind (编制): each number holds until the next.
 * @rejects funds.other-kind  the stream counts another kind
 */
export const establishment = defineProcedure<EstablishmentEvent, 'set'>({
  type: 'funds.establishment',
  events: establishmentEvents,
  steps: { none: ['funds.EstablishmentSet'], set: ['funds.EstablishmentSet'] },
  becomes: { 'funds.EstablishmentSet': 'set' },
  rules: {
    'funds.EstablishmentSet': ({ kind, posts }, state) => {
      const known = lastOf(state, 'funds.EstablishmentSet');
      if (known !== undefined && known.kind !== kind) return refuse('funds.other-kind', 'kind');
      return known?.posts === posts ? nothing : accept;
    },
  },
  keys: (state) => [`kind:${lastOf(state, 'funds.EstablishmentSet')?.kind}`],
  keyCodes: { kind: 'funds.kind-on-file' },
});

/**
 * One number of the premises, typed with what it rests on: each holds until the next.
 * @rejects funds.other-facility
 */
export const facility = defineProcedure<FacilityEvent, 'measured'>({
  type: 'funds.facility',
  events: facilityEvents,
  steps: { none: ['funds.FacilityMeasured'], measured: ['funds.FacilityMeasured'] },
  becomes: { 'funds.FacilityMeasured': 'measured' },
  rules: {
    'funds.FacilityMeasured': (data, state) => {
      const known = lastOf(state, 'funds.FacilityMeasured');
      return known === undefined || known.facility === data.facility
        ? accept
        : refuse('funds.other-facility', 'facility');
    },
  },
  keys: (state) => [`facility:${lastOf(state, 'funds.FacilityMeasured')?.facility}`],
  keyCodes: { facility: 'funds.facility-on-file' },
});
