import { tables } from '../views/kinds.js';

const pieces = { fact: 'institution.asset', unit: '个', sum: 'quantity', splits: ['kind'] } as const;
const unit = { fact: 'institution.unit', unit: '个', splits: ['kind'] } as const;
const facility = { fact: 'institution.facility', unit: '间', splits: ['kind'] } as const;

/** Equipment, units and rooms. */
export const estateMeasures = tables.measures({
  /** Pieces installed in the period; what stood there when the records begin is no work of a year. */
  'institution.pieces-installed': {
    ...pieces,
    kind: 'flow',
    on: 'movedOn',
    where: { movement: 'installed', origin: 'installed' },
  },
  'institution.pieces-acquired': {
    ...pieces,
    kind: 'flow',
    on: 'movedOn',
    where: { movement: 'in', origin: { oneOf: ['acquired', 'installed'] } },
  },
  'institution.pieces-imported': {
    ...pieces,
    kind: 'flow',
    on: 'movedOn',
    where: { movement: 'in', origin: 'opening' },
  },
  'institution.pieces-retired': { ...pieces, kind: 'flow', on: 'movedOn', where: { movement: 'out' } },
  'institution.pieces-ever-held': { ...pieces, kind: 'stock', from: 'movedOn', where: { movement: 'in' } },
  'institution.pieces-gone': { ...pieces, kind: 'stock', from: 'movedOn', where: { movement: 'out' } },
  'institution.pieces-ever-installed': { ...pieces, kind: 'stock', from: 'movedOn', where: { movement: 'installed' } },
  'institution.pieces-taken-down': {
    ...pieces,
    kind: 'stock',
    from: 'movedOn',
    where: { movement: 'out', wasInstalled: true },
  },

  'institution.units': { ...unit, kind: 'stock', from: 'establishedOn', to: 'abolishedOn' },
  'institution.units-established': { ...unit, kind: 'flow', on: 'establishedOn' },
  'institution.units-abolished': { ...unit, kind: 'flow', on: 'abolishedOn' },

  'institution.rooms': { ...facility, kind: 'stock', from: 'openedOn', to: 'closedOn' },
  'institution.rooms-opened': { ...facility, kind: 'flow', on: 'openedOn' },
  'institution.rooms-closed': { ...facility, kind: 'flow', on: 'closedOn' },
  'institution.floor-area': {
    fact: 'institution.space',
    unit: '㎡',
    kind: 'stock',
    from: 'sizedOn',
    to: 'endedOn',
    sum: 'area',
    splits: ['kind'],
  },
});
