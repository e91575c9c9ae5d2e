import { keyOf } from '#application/fact-tables.js';
import type { Handlers } from './handlers.js';
import { tables } from './kinds.js';

const ONLY = 'only';

/** Meetings and visits, rules, powers and honours. */
export const practiceFacts: Handlers = {
  'institution.MeetingHeld': ({ data: { heldOn, kind, subject, place, attendance } }, sheet) =>
    tables.put(sheet, 'institution.contact', ONLY, {
      heldOn,
      form: 'meeting',
      kind,
      subject,
      counterpart: place,
      attendance,
    }),
  'institution.VisitMade': ({ data: { visitedOn, kind, subject, counterpart, attendance } }, sheet) =>
    tables.put(sheet, 'institution.contact', ONLY, {
      heldOn: visitedOn,
      form: kind === 'study' ? 'study-visit' : 'visit',
      kind,
      subject,
      counterpart,
      attendance,
    }),

  'institution.RegulationAdopted': ({ data }, sheet) => tables.put(sheet, 'institution.regulation', ONLY, { ...data }),
  'institution.RegulationAmended': ({ data: { amendedOn } }, sheet) =>
    tables.put(sheet, 'institution.regulation', ONLY, { amendedOn }),
  'institution.RegulationRepealed': ({ data: { repealedOn } }, sheet) =>
    tables.put(sheet, 'institution.regulation', ONLY, { repealedOn }),

  'institution.PowerDelegated': ({ data }, sheet) => tables.put(sheet, 'institution.delegation', ONLY, { ...data }),
  'institution.PowerWithdrawn': (event, sheet) => {
    const { withdrawnOn, itemCount } = event.data;
    tables.put(sheet, 'institution.withdrawal', keyOf(event), { withdrawnOn, itemCount });
  },

  'institution.HonourAwarded': ({ data }, sheet) => {
    const { personRef, villageCode: _code, ...honour } = data;
    tables.put(sheet, 'institution.honour', ONLY, honour, personRef === undefined ? undefined : { person: personRef });
  },
  'institution.HonourRevoked': ({ data: { revokedOn } }, sheet) =>
    tables.put(sheet, 'institution.honour', ONLY, { revokedOn }),
};
