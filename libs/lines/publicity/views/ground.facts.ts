import { keyOf } from '#application/fact-tables.js';
import type { FactHandlers, FactSheet } from '#application/facts.js';
import { addDays, lastOfMonth } from '#kernel/dates.js';
import { monthsServed } from '../domain/counsel.js';
import type { CounselEvent, DataOfEvent, PlaceEvent, UnitEvent } from '../domain/events.js';
import type { PublicitySettings } from '../settings.js';
import { tables } from './kinds.js';

const { put } = tables;
/** A stream is one place, one unit, one term. */
const ONE = 'one';

const endTitles = (sheet: FactSheet, endedOn: string, level?: string): void => {
  for (const { key, fields } of sheet.all('publicity.demo-title'))
    if (fields['endedOn'] === undefined && (level === undefined || fields['level'] === level))
      put(sheet, 'publicity.demo-title', key, { endedOn });
};

/** A duty done counts towards its month once a kind. */
const fulfil = (
  sheet: FactSheet,
  { doneOn, duty }: DataOfEvent<'publicity.CounselDutyDone'>,
  duties: readonly string[],
): void => {
  const month = sheet.get('publicity.counsel-month', lastOfMonth(doneOn));
  const done = String(month?.fields['kindsDone'] ?? '').split(' ');
  if (month === undefined || !duties.includes(duty) || done.includes(duty)) return;
  const fulfilled = Number(month.fields['fulfilled']) + 1;
  put(sheet, 'publicity.counsel-month', month.key, {
    fulfilled,
    kindsDone: [...done, duty].join(' ').trim(),
    ...(fulfilled === month.fields['owed'] && { completeOn: doneOn }),
  });
};

/** Places of legal culture, villages with their titles, counsels with the months they answer for. */
export const groundFacts: FactHandlers<PlaceEvent | UnitEvent | CounselEvent, PublicitySettings> = {
  'publicity.CulturePlaceBuilt': ({ data }, sheet) =>
    put(sheet, 'publicity.culture-place', ONE, { ...data, status: 'built' }),
  'publicity.CulturePlaceOpened': ({ data: { openedOn } }, sheet) =>
    put(sheet, 'publicity.culture-place', ONE, { openedOn, status: 'in-use' }),
  'publicity.CulturePlaceClosed': ({ data: { closedOn } }, sheet) =>
    put(sheet, 'publicity.culture-place', ONE, { closedOn, status: 'closed' }),
  'publicity.UnitListed': ({ data: { listedOn, unitKind, unitCode } }, sheet) =>
    put(sheet, 'publicity.unit', ONE, { listedOn, unitKind, unitCode, unit: `${unitKind}:${unitCode}` }),
  'publicity.UnitDissolved': ({ data: { dissolvedOn } }, sheet) => {
    put(sheet, 'publicity.unit', ONE, { dissolvedOn });
    endTitles(sheet, dissolvedOn);
  },
  'publicity.DemoVillageAwarded': (event, sheet) => {
    const unit = sheet.get('publicity.unit', ONE)?.fields['unit'];
    put(sheet, 'publicity.demo-title', keyOf(event), { ...event.data, unit });
  },
  'publicity.DemoVillageRevoked': ({ data: { revokedOn, level } }, sheet) => endTitles(sheet, revokedOn, level),
  'publicity.CounselAppointed': ({ data: { villageCode, appointedOn, termTo, counselRef } }, sheet, settings) => {
    const endsOn = addDays(termTo, 1);
    const term = { villageCode, appointedOn, termTo, endsOn };
    put(sheet, 'publicity.counsel-term', ONE, term, { person: counselRef });
    for (const dueOn of monthsServed(appointedOn, endsOn))
      put(sheet, 'publicity.counsel-month', dueOn, { dueOn, owed: settings.counselDuties.length, fulfilled: 0 });
  },
  'publicity.CounselDutyDone': (event, sheet, { counselDuties }) => {
    put(sheet, 'publicity.counsel-duty', keyOf(event), { ...event.data });
    fulfil(sheet, event.data, counselDuties);
  },
  'publicity.CounselEnded': ({ data: { endedOn } }, sheet) => {
    put(sheet, 'publicity.counsel-term', ONE, { endsOn: endedOn });
    for (const { key } of sheet.all('publicity.counsel-month'))
      if (key >= endedOn) sheet.remove('publicity.counsel-month', key);
  },
};
