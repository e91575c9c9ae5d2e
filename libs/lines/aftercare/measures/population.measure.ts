import { keyClass, settlementMode } from '../domain/enumerations.js';
import { tables } from '../views/kinds.js';
import { counted, fact, flow, prisoner } from './conditions.js';

/** Those whom the rates of this bureau speak of: without persons listed here and living elsewhere, where the province says so. */
const rated = { counted: true, rated: 'yes' } as const;
const needing = { ...rated, settlementNeed: 'needed' } as const;
const settled = { oneOf: settlementMode.values } as const;
const support = { fact, unit: '人', kind: 'stock', from: 'supportedFrom', to: 'supportedTo' } as const;
const reassignment = { fact: 'aftercare.reassignment', unit: '人', kind: 'flow', on: 'movedOn' } as const;

/** Persons: who is released, linked, in support, and who leaves; unit 人, the office in charge on the day. */
export const populationMeasures = tables.measures({
  /** In support (在帮), from the day of the link to the day before the end. */
  'aftercare.in-support': { ...support, where: counted, splits: ['sourceKind'] },
  'aftercare.rated': { ...support, where: rated },
  'aftercare.grouped': { ...support, from: 'groupedFrom', where: rated },
  'aftercare.needing-settlement': { ...support, where: needing },
  'aftercare.settled': { ...support, where: { ...needing, settlement: settled }, splits: ['settlement'] },
  /** Settled, whether in need of it or not. */
  'aftercare.settled-of-all': { ...support, where: { ...rated, settlement: settled } },
  'aftercare.key-persons': {
    ...support,
    where: { ...counted, keyClass: { oneOf: keyClass.values } },
    splits: ['keyClass'],
  },
  'aftercare.missing': { ...support, where: { ...counted, whereabouts: 'missing' } },
  'aftercare.dual-listed': {
    ...support,
    where: { ...counted, dualListed: { oneOf: ['domicile', 'residence'] } },
    splits: ['dualListed'],
  },
  /** Released, or handed over, and not linked yet (待衔接). */
  'aftercare.unlinked': { ...support, from: 'unlinkedFrom', to: 'unlinkedTo', where: counted },

  /** Released from prison or detention house; the others come from correction. */
  'aftercare.prisoners-released': { ...flow, on: 'releasedOn', where: prisoner, splits: ['sourceKind'] },
  'aftercare.correction-released': {
    ...flow,
    on: 'releasedOn',
    where: { origin: 'released', sourceKind: 'correction-released' },
  },
  'aftercare.linked': { ...flow, on: 'linkedOn', where: counted, splits: ['linkMode'] },
  'aftercare.moved-in': { ...flow, on: 'movedInOn', where: counted },
  'aftercare.imported': { ...flow, on: 'importedOn', where: counted },
  'aftercare.ended': { ...flow, on: 'endedOn', where: counted, splits: ['endKind'] },
  'aftercare.moved-out': { ...flow, on: 'movedOutOn', where: counted },
  'aftercare.reassigned-in': { ...reassignment, where: { ...counted, direction: 'in' } },
  'aftercare.reassigned-out': { ...reassignment, where: { ...counted, direction: 'out' } },
});
