import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, decimal, list, optional, personRef, plannedDate, record, text } from '#kernel/schema.js';
import { activityKind, channel, demoLevel, duty, materialKind, theme, unitKind } from './enumerations.js';

/** One activity or a series of them under one plan (宣传活动). */
export const activityEvents = eventTable(
  defineEvent({
    type: 'publicity.ActivityPlanned',
    command: 'PlanActivity',
    datedBy: 'plannedOn',
    fields: {
      plannedOn: date(),
      planYear: count(2000, 2100),
      theme,
      kind: activityKind,
      quotaSessions: count(1, 10_000),
    },
  }),
  defineEvent({
    type: 'publicity.ActivityHeld',
    command: 'HoldActivity',
    datedBy: 'heldOn',
    fields: {
      heldOn: date(),
      theme,
      kind: activityKind,
      place: text(100),
      organiser: text(100),
      /** Which of several alike on one day at one place; the first where absent. */
      round: optional(count(1, 100)),
      attendance: count(),
      coveredUnits: list(record({ unitKind, unitCode: code() }), 0, 2000),
      lecturers: list(personRef(), 0, 50),
      materialsHandedOut: count(),
    },
  }),
  /** A test of what the audience knows of the law, after an activity. */
  defineEvent({
    type: 'publicity.AwarenessTested',
    command: 'TestAwareness',
    datedBy: 'testedOn',
    fields: { testedOn: date(), tested: count(1), passed: count() },
  }),
  defineEvent({
    type: 'publicity.ActivityCancelled',
    command: 'CancelActivity',
    datedBy: 'cancelledOn',
    fields: { cancelledOn: date(), reason: text() },
  }),
);

/** One printed thing (宣传资料): printed and reprinted, handed out. */
export const materialEvents = eventTable(
  defineEvent({
    type: 'publicity.MaterialPrinted',
    command: 'PrintMaterial',
    datedBy: 'printedOn',
    fields: { printedOn: date(), kind: materialKind, title: text(100), copies: count(1, 10_000_000) },
  }),
  defineEvent({
    type: 'publicity.MaterialDistributed',
    command: 'DistributeMaterial',
    datedBy: 'distributedOn',
    fields: { distributedOn: date(), copies: count(1, 10_000_000), place: optional(text(100)) },
  }),
);

export const mediaEvents = eventTable(
  defineEvent({
    type: 'publicity.MediaPublished',
    command: 'PublishMedia',
    datedBy: 'publishedOn',
    fields: {
      publishedOn: date(),
      channel,
      theme,
      title: text(200),
      readCount: optional(count(0, 1_000_000_000)),
    },
  }),
);

/** A place where people meet the law (法治文化阵地): a park, a wall, a square, with its scenes. */
export const placeEvents = eventTable(
  defineEvent({
    type: 'publicity.CulturePlaceBuilt',
    command: 'RecordCulturePlaceBuilt',
    datedBy: 'acceptedOn',
    fields: {
      acceptedOn: date(),
      placeName: text(100),
      scenes: count(0, 10_000),
      /** 平方米. */
      area: optional(decimal(2, 0, 10_000_000)),
    },
  }),
  defineEvent({
    type: 'publicity.CulturePlaceOpened',
    command: 'OpenCulturePlace',
    datedBy: 'openedOn',
    fields: { openedOn: date() },
  }),
  defineEvent({
    type: 'publicity.CulturePlaceClosed',
    command: 'CloseCulturePlace',
    datedBy: 'closedOn',
    fields: { closedOn: date(), reason: text() },
  }),
);

/** A village, town, school or organisation that coverage is counted by, and the title a village may hold. */
export const unitEvents = eventTable(
  defineEvent({
    type: 'publicity.UnitListed',
    command: 'ListUnit',
    datedBy: 'listedOn',
    fields: { listedOn: date(), unitKind, unitCode: code() },
  }),
  defineEvent({
    type: 'publicity.UnitDissolved',
    command: 'RecordUnitDissolved',
    datedBy: 'dissolvedOn',
    fields: { dissolvedOn: date(), reason: text() },
  }),
  defineEvent({
    type: 'publicity.DemoVillageAwarded',
    command: 'RecordDemoVillageAward',
    datedBy: 'awardedOn',
    documentRequired: true,
    fields: { awardedOn: date(), level: demoLevel, docNo: code() },
  }),
  defineEvent({
    type: 'publicity.DemoVillageRevoked',
    command: 'RecordDemoVillageRevocation',
    datedBy: 'revokedOn',
    documentRequired: true,
    fields: { revokedOn: date(), level: demoLevel, docNo: code() },
  }),
);

/** The legal counsel of one village for one term (一村一法律顾问). */
export const counselEvents = eventTable(
  defineEvent({
    type: 'publicity.CounselAppointed',
    command: 'AppointCounsel',
    datedBy: 'appointedOn',
    fields: { appointedOn: date(), villageCode: code(), counselRef: personRef(), termTo: plannedDate() },
  }),
  defineEvent({
    type: 'publicity.CounselDutyDone',
    command: 'RecordCounselDuty',
    datedBy: 'doneOn',
    fields: { doneOn: date(), duty },
  }),
  defineEvent({
    type: 'publicity.CounselEnded',
    command: 'EndCounsel',
    datedBy: 'endedOn',
    fields: { endedOn: date(), reason: text() },
  }),
);

export const events = {
  ...activityEvents,
  ...materialEvents,
  ...mediaEvents,
  ...placeEvents,
  ...unitEvents,
  ...counselEvents,
};

export type ActivityEvent = EventOf<typeof activityEvents>;
export type MaterialEvent = EventOf<typeof materialEvents>;
export type MediaEvent = EventOf<typeof mediaEvents>;
export type PlaceEvent = EventOf<typeof placeEvents>;
export type UnitEvent = EventOf<typeof unitEvents>;
export type CounselEvent = EventOf<typeof counselEvents>;
export type PublicityEvent = EventOf<typeof events>;
export type EventType = PublicityEvent['type'];
export type DataOfEvent<Type extends EventType> = Extract<PublicityEvent, { type: Type }>['data'];
