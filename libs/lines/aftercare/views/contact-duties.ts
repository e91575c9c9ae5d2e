import type { FactSheet } from '#application/facts.js';
import { inForce } from '#kernel/dated.js';
import { type LocalDate, addMonths, earliest } from '#kernel/dates.js';
import type { AftercareSettings } from '../settings.js';
import { keyClassOn, put, putOfPerson, theCase } from './case-sheet.js';

const KIND = 'aftercare.contact-duty';

/** The contact owed now, if any; rare enough to look for among all. */
const owed = (sheet: FactSheet) =>
  sheet.all(KIND).findLast(({ fields }) => fields['metOn'] === undefined && fields['lapsedOn'] === undefined);

/** The last day for a contact after this one: sooner for key persons. */
const nextBy = (sheet: FactSheet, from: LocalDate, { contactMonths }: AftercareSettings): LocalDate => {
  const { key, general } = inForce(contactMonths, from);
  return addMonths(from, keyClassOn(sheet, from) === undefined ? general : key);
};

/** The next contact is owed from the day support begins, and from the day of each contact. */
export const oweContact = (sheet: FactSheet, on: LocalDate, settings: AftercareSettings): void =>
  putOfPerson(sheet, { occurredOn: on }, KIND, on, {
    opensOn: on,
    dueOn: nextBy(sheet, on, settings),
    metOn: undefined,
  });

export const meetContact = (sheet: FactSheet, metOn: LocalDate, settings: AftercareSettings): void => {
  const duty = owed(sheet);
  if (duty === undefined) return;
  put(sheet, KIND, duty.key, { metOn });
  oweContact(sheet, metOn, settings);
};

/** Becoming a key person brings the next contact forward; ceasing to be one puts it back to the usual day. */
export const rescheduleContact = (sheet: FactSheet, on: LocalDate, settings: AftercareSettings): void => {
  const duty = owed(sheet);
  if (duty === undefined) return;
  const [opensOn, dueOn] = [duty.fields['opensOn'] as LocalDate, duty.fields['dueOn'] as LocalDate];
  const usual = addMonths(opensOn, inForce(settings.contactMonths, opensOn).general);
  const key = keyClassOn(sheet, on) !== undefined;
  put(sheet, KIND, duty.key, { dueOn: key ? earliest(dueOn, nextBy(sheet, on, settings)) : usual });
};

export const moveContact = (sheet: FactSheet): void => {
  const [duty, known] = [owed(sheet), theCase(sheet)];
  if (duty !== undefined && known !== undefined) put(sheet, KIND, duty.key, {}, { office: known.office });
};

export const oweNoContact = (sheet: FactSheet, lapsedOn: LocalDate): void => {
  const duty = owed(sheet);
  if (duty !== undefined) put(sheet, KIND, duty.key, { lapsedOn });
};
