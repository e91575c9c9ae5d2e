import { keyOf } from '#application/fact-tables.js';
import type { FactHandlers, FactSheet } from '#application/facts.js';
import type { LocalDate } from '#kernel/dates.js';
import type { StaffEvent } from '../domain/events/index.js';
import { tables } from './kinds.js';

const { put } = tables;

const PERSON = 'person';

const endDuties = (sheet: FactSheet, endedOn: LocalDate, duty?: string): void => {
  for (const { key, fields } of sheet.all('funds.duty'))
    if (fields['endedOn'] === undefined && (duty === undefined || fields['duty'] === duty))
      put(sheet, 'funds.duty', key, { endedOn });
};

/** Whether the person holds the duty now; events come in order of their business dates. */
const holds = (sheet: FactSheet, duty: string): boolean =>
  sheet.all('funds.duty').some(({ fields }) => fields['duty'] === duty && fields['endedOn'] === undefined);

/** Who serves, in which kind of post, with which duties, and who has retired. */
export const staffFacts: Required<FactHandlers<StaffEvent, unknown>> = {
  'funds.OpeningBalanceImported': ({ data }, sheet) => {
    const { asOfDate, staffRef, standing, kind, orgUnit } = data;
    const standsFrom =
      standing === 'retired' ? { retiredFrom: asOfDate } : { importedOn: asOfDate, inPostFrom: asOfDate };
    const fields = { status: standing, kind, orgUnit, since: asOfDate, ...standsFrom };
    put(sheet, 'funds.staff', PERSON, fields, { person: staffRef });
  },
  'funds.StaffJoined': ({ data }, sheet) => {
    const { joinedOn, staffRef, kind, orgUnit } = data;
    const fields = { status: 'in-post', kind, orgUnit, since: joinedOn, joinedOn, inPostFrom: joinedOn };
    put(sheet, 'funds.staff', PERSON, fields, { person: staffRef });
  },
  'funds.StaffSecondedIn': ({ data }, sheet) => {
    const { secondedOn, staffRef, orgUnit } = data;
    const fields = { status: 'seconded', orgUnit, since: secondedOn, secondedFrom: secondedOn };
    put(sheet, 'funds.staff', PERSON, fields, { person: staffRef });
  },
  'funds.StaffLeft': ({ data }, sheet) => {
    const { leftOn, leavingReason } = data;
    const known = sheet.get('funds.staff', PERSON)?.fields ?? {};
    const inPost = known['status'] === 'in-post';
    put(sheet, 'funds.staff', PERSON, {
      status: 'left',
      leavingReason,
      ...(inPost && { leftOn, inPostTo: leftOn }),
      ...(known['status'] === 'seconded' && { secondedTo: leftOn }),
      ...(known['status'] === 'retired' && { retiredTo: leftOn }),
    });
    endDuties(sheet, leftOn);
  },
  'funds.StaffRetired': ({ data: { retiredOn } }, sheet) => {
    put(sheet, 'funds.staff', PERSON, { status: 'retired', retiredOn, inPostTo: retiredOn, retiredFrom: retiredOn });
    endDuties(sheet, retiredOn);
  },
  'funds.DutyAssigned': (event, sheet) => {
    const { assignedOn, duty } = event.data;
    // Assigned earlier still, by a record that was entered late: the duty is held from that day, once.
    if (holds(sheet, duty)) return;
    const staff = sheet.get('funds.staff', PERSON);
    const more = staff?.person === undefined ? {} : { person: staff.person };
    put(sheet, 'funds.duty', keyOf(event), { assignedOn, duty, kind: staff?.fields['kind'] }, more);
  },
  'funds.DutyEnded': ({ data }, sheet) => endDuties(sheet, data.endedOn, data.duty),
};
