import type { LocalDate } from '#kernel/dates.js';
import type { Happened, StreamDefinition } from '#kernel/decider.js';
import type { Uuid } from '#kernel/ids.js';
import { accept, nothing } from '#kernel/reject.js';
import type { CorrectionsSettings } from '../../settings.js';
import { type DataOfEvent, type DevicePoolEvent, devicePoolEvents } from '../events/index.js';
import { outOfStep, refuse } from '../rejections.js';

interface Lot {
  readonly lotId: Uuid;
  readonly quantity: number;
  readonly validTo?: LocalDate;
}

export type DevicePoolState =
  | { readonly status: 'none' }
  | {
      readonly status: 'stocked';
      readonly kind: DataOfEvent<'corrections.DeviceLicencePurchased'>['kind'];
      readonly lots: readonly Lot[];
      readonly holders: ReadonlySet<Uuid>;
    };

const stockOn = (lots: readonly Lot[], on: LocalDate): number =>
  lots.reduce((sum, { quantity, validTo }) => (validTo === undefined || validTo >= on ? sum + quantity : sum), 0);

const evolve = (state: DevicePoolState, { type, data }: Happened<DevicePoolEvent>): DevicePoolState => {
  if (type === 'corrections.DeviceLicencePurchased') {
    const { kind, lotId, quantity, validTo } = data;
    const lot = { lotId, quantity, ...(validTo === undefined ? {} : { validTo }) };
    return state.status === 'none'
      ? { status: 'stocked', kind, lots: [lot], holders: new Set() }
      : { ...state, lots: [...state.lots, lot] };
  }
  if (state.status === 'none') return state;
  const holders = new Set(state.holders);
  if (type === 'corrections.DeviceLicenceAssigned') holders.add(data.personRef);
  else holders.delete(data.personRef);
  return { ...state, holders };
};

/**
 * A stock of one kind of device or licence (在矫通、矫务通、定位装置): lots bought, one licence a person.
 * @rejects corrections.other-device-kind     a pool holds one kind
 * @rejects corrections.lot-exists            the lot was bought with another quantity
 * @rejects corrections.no-free-licence       every licence valid that day is in use
 * @rejects corrections.licence-not-assigned, dates-reversed
 */
export const devicePool: StreamDefinition<DevicePoolEvent, DevicePoolState, CorrectionsSettings> = {
  type: 'corrections.device-pool',
  events: devicePoolEvents,
  initial: { status: 'none' },
  steps: {
    none: ['corrections.DeviceLicencePurchased'],
    stocked: [
      'corrections.DeviceLicencePurchased',
      'corrections.DeviceLicenceAssigned',
      'corrections.DeviceLicenceReleased',
    ],
  },
  decide: {
    'corrections.DeviceLicencePurchased': ({ purchasedOn, lotId, kind, quantity, validTo }, state) => {
      if (validTo !== undefined && validTo < purchasedOn)
        return refuse('corrections.dates-reversed', 'purchasedOn', 'validTo');
      if (state.status === 'none') return accept;
      if (state.kind !== kind) return refuse('corrections.other-device-kind', 'kind');
      const known = state.lots.find((lot) => lot.lotId === lotId);
      if (known === undefined) return accept;
      return known.quantity === quantity && known.validTo === validTo
        ? nothing
        : refuse('corrections.lot-exists', 'lotId');
    },
    'corrections.DeviceLicenceAssigned': ({ assignedOn, personRef }, state) => {
      if (state.status === 'none') return outOfStep;
      if (state.holders.has(personRef)) return nothing;
      return state.holders.size < stockOn(state.lots, assignedOn) ? accept : refuse('corrections.no-free-licence');
    },
    'corrections.DeviceLicenceReleased': ({ personRef }, state) => {
      if (state.status === 'none') return outOfStep;
      return state.holders.has(personRef) ? accept : refuse('corrections.licence-not-assigned', 'personRef');
    },
  },
  evolve,
};
