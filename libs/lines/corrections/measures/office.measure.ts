import { tables } from '../views/facts/kinds.js';

const baseline = { fact: 'corrections.baseline', unit: '人', kind: 'flow', on: 'standsOn', sum: 'value' } as const;

/** What offices do for many at once, own, or had counted before; the office that recorded it. */
export const officeMeasures = tables.measures({
  /** Screenings for hidden dangers that reach subjects of correction, alone or with released prisoners. */
  'corrections.screenings-held': {
    fact: 'corrections.screening',
    unit: '次',
    kind: 'flow',
    on: 'heldOn',
    where: { scope: { oneOf: ['corrections', 'both'] } },
    splits: ['scope'],
  },
  /** Licences and devices bought and still valid. */
  'corrections.device-licences': {
    fact: 'corrections.device-lot',
    unit: '个',
    kind: 'stock',
    from: 'purchasedOn',
    to: 'endsOn',
    sum: 'quantity',
    splits: ['kind'],
  },
  /** Persons who carry a device or licence for subjects. */
  'corrections.device-users': {
    fact: 'corrections.device-assignment',
    unit: '人',
    kind: 'stock',
    from: 'assignedOn',
    to: 'releasedOn',
    where: { kind: { oneOf: ['subject-app', 'wristband', 'phone-location'] } },
    splits: ['kind'],
  },
  /** Persons received before the records begin. */
  'corrections.baseline-received': { ...baseline, where: { indicator: 'CC-09-received' } },
  /** Persons who had left before the records begin, by whatever way. */
  'corrections.baseline-left': { ...baseline, where: { indicator: 'CC-09-left' } },
});
