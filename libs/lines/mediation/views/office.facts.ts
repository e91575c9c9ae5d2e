import { keyOf } from '#application/fact-tables.js';
import type { FactSheet, ViewedEvent } from '#application/facts.js';
import type { LocalDate } from '#kernel/dates.js';
import { tables } from './kinds.js';
import { type Handlers, ONE, putOne } from './sheet.js';

const TERM = 'mediation.committee-term';

/** The newest term of office ends, by election or with the committee. */
const endTerm = (sheet: FactSheet, fields: { readonly renewedOn?: LocalDate; readonly endedOn?: LocalDate }): void => {
  const running = sheet.all(TERM).find((term) => term.fields['renewedOn'] === undefined);
  if (running !== undefined) tables.put(sheet, TERM, running.key, fields);
};

const changed = (event: Pick<ViewedEvent, 'version'>, sheet: FactSheet, changedOn: LocalDate): void =>
  tables.put(sheet, 'mediation.committee-change', keyOf(event), { changedOn });

/** Screenings, committees with their rooms, and mediators. */
export const officeFacts: Handlers = {
  'mediation.ScreeningPlanned': ({ data }, sheet) => putOne(sheet, 'mediation.screening', { ...data }),
  'mediation.ScreeningHeld': ({ data: { heldOn, kind, area, areaCount, foundCount } }, sheet) =>
    putOne(sheet, 'mediation.screening', { heldOn, kind, area, areasScreened: areaCount, foundCount }),

  'mediation.CommitteeFiled': (event, sheet) => {
    putOne(sheet, 'mediation.committee', { ...event.data });
    tables.put(sheet, TERM, keyOf(event), { electedOn: event.data.electedOn });
    changed(event, sheet, event.data.filedOn);
  },
  'mediation.CommitteeChanged': (event, sheet) => {
    const { changedOn, electedOn, memberCount, womanCount } = event.data;
    putOne(sheet, 'mediation.committee', { memberCount, womanCount, ...(electedOn !== undefined && { electedOn }) });
    if (electedOn !== undefined) {
      endTerm(sheet, { renewedOn: electedOn });
      tables.put(sheet, TERM, keyOf(event), { electedOn });
    }
    changed(event, sheet, changedOn);
  },
  'mediation.CommitteeReportedToCourt': ({ data: { reportedOn } }, sheet) => {
    for (const { key, fields } of sheet.all('mediation.committee-change'))
      if (fields['reportedOn'] === undefined) tables.put(sheet, 'mediation.committee-change', key, { reportedOn });
  },
  'mediation.CommitteeDissolved': (event, sheet) => {
    const { dissolvedOn } = event.data;
    putOne(sheet, 'mediation.committee', { dissolvedOn });
    endTerm(sheet, { endedOn: dissolvedOn });
    changed(event, sheet, dissolvedOn);
    for (const { key, fields } of sheet.all('mediation.room'))
      if (fields['closedOn'] === undefined) tables.put(sheet, 'mediation.room', key, { closedOn: dissolvedOn });
  },
  'mediation.RoomOpened': (event, sheet) => {
    const { openedOn, kind, roomCode } = event.data;
    tables.put(sheet, 'mediation.room', `${roomCode} ${openedOn}`, { kind, openedOn });
  },
  'mediation.RoomClosed': ({ data: { roomCode, closedOn } }, sheet) => {
    const open = sheet
      .all('mediation.room')
      .find(({ key, fields }) => key.startsWith(`${roomCode} `) && fields['closedOn'] === undefined);
    if (open !== undefined) tables.put(sheet, 'mediation.room', open.key, { closedOn });
  },

  'mediation.MediatorAppointed': ({ data }, sheet) => {
    const { mediatorRef: person, ...fields } = data;
    tables.put(sheet, 'mediation.mediator', ONE, fields, { person });
  },
  'mediation.MediatorTrained': (event, sheet) => {
    const { trainedOn, hours } = event.data;
    const person = sheet.get('mediation.mediator', ONE)?.person;
    tables.put(
      sheet,
      'mediation.mediator-training',
      keyOf(event),
      { trainedOn, hours },
      person === undefined ? undefined : { person },
    );
  },
  'mediation.MediatorDismissed': ({ data }, sheet) =>
    putOne(sheet, 'mediation.mediator', { dismissedOn: data.dismissedOn }),
};
