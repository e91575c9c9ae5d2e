import type { Fact, FactSheet } from '#application/facts.js';
import { addDays } from '#kernel/dates.js';
import { type Handlers, keyOf, put } from './case-sheet.js';

const POOL = 'pool';
const ASSIGNMENT = 'corrections.device-assignment';

/** The person's assignments are numbered, so that the newest is found without looking at everybody's. */
const newestAssignment = (sheet: FactSheet, person: string): { fact: Fact | undefined; next: string } => {
  let fact: Fact | undefined;
  for (let number = 1; ; number += 1) {
    const key = `${person}:${number}`;
    const found = sheet.get(ASSIGNMENT, key);
    if (found === undefined) return { fact, next: key };
    fact = found;
  }
};

/** What offices do for many at once, and what they own: screenings, sessions, devices. */
export const officeFacts: Handlers = {
  'corrections.SafetyScreeningHeld': (event, sheet) => {
    const { heldOn, scope, screenedCount, keyPersonsFound } = event.data;
    const fields = { heldOn, scope, screenedCount, keyPersonsFound: keyPersonsFound.length };
    put(sheet, 'corrections.screening', keyOf(event), fields);
  },
  'corrections.ProgramSessionHeld': (event, sheet) => {
    const { heldOn, kind, place, hours, attendance } = event.data;
    put(sheet, 'corrections.session', keyOf(event), { heldOn, kind, place, hours, attendance });
  },
  'corrections.DeviceLicencePurchased': ({ data }, sheet) => {
    const { lotId, purchasedOn, kind, quantity, validTo } = data;
    const endsOn = validTo === undefined ? undefined : addDays(validTo, 1);
    put(sheet, 'corrections.device-lot', lotId, { purchasedOn, kind, quantity, endsOn });
    // One pool holds one kind of device.
    put(sheet, 'corrections.device-pool', POOL, { kind });
  },
  'corrections.DeviceLicenceAssigned': ({ data }, sheet) => {
    const { next } = newestAssignment(sheet, data.personRef);
    const kind = sheet.get('corrections.device-pool', POOL)?.fields['kind'];
    put(sheet, ASSIGNMENT, next, { assignedOn: data.assignedOn, kind }, { person: data.personRef });
  },
  'corrections.DeviceLicenceReleased': ({ data }, sheet) => {
    const { fact } = newestAssignment(sheet, data.personRef);
    if (fact !== undefined) put(sheet, ASSIGNMENT, fact.key, { releasedOn: data.releasedOn });
  },
};

/** What had been counted before the system began. */
export const baselineFacts: Handlers = {
  'corrections.CumulativeBaselineSet': (event, sheet) => {
    const { asOfDate, indicator, value } = event.data;
    put(sheet, 'corrections.baseline', keyOf(event), { standsOn: asOfDate, indicator, value });
  },
};
