import { defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, decimal, flag, optional, personRef, plannedDate, text } from '#kernel/schema.js';
import { committeeKind, dismissalReason, employment, roomKind, screeningKind, workplace } from '../enumerations.js';

/** A round of looking for disputes (矛盾纠纷排查), planned ahead or held as it came. */
export const screeningEvents = eventTable(
  defineEvent({
    type: 'mediation.ScreeningPlanned',
    command: 'PlanScreening',
    datedBy: 'plannedOn',
    fields: {
      plannedOn: date(),
      /** The last day it is to be held by; decides the year it counts in. */
      plannedFor: plannedDate(),
      kind: screeningKind,
      area: text(100),
      /** Villages and communities to be covered. */
      areaCount: count(1),
    },
  }),
  defineEvent({
    type: 'mediation.ScreeningHeld',
    command: 'HoldScreening',
    datedBy: 'heldOn',
    fields: { heldOn: date(), kind: screeningKind, area: text(100), areaCount: count(1), foundCount: count() },
  }),
);

/** A people's mediation committee and its rooms. @source 人民调解法 第八条至第十条 */
export const committeeEvents = eventTable(
  defineEvent({
    type: 'mediation.CommitteeFiled',
    command: 'FileCommittee',
    datedBy: 'filedOn',
    fields: {
      filedOn: date(),
      committeeCode: code(),
      committeeName: text(100),
      kind: committeeKind,
      electedOn: date(),
      memberCount: count(1, 99),
      womanCount: count(0, 99),
    },
  }),
  defineEvent({
    type: 'mediation.CommitteeChanged',
    command: 'ChangeCommittee',
    datedBy: 'changedOn',
    fields: {
      changedOn: date(),
      memberCount: count(1, 99),
      womanCount: count(0, 99),
      /** Given where members were elected anew: a new term begins. */
      electedOn: optional(date()),
    },
  }),
  defineEvent({
    type: 'mediation.CommitteeReportedToCourt',
    command: 'ReportCommitteeToCourt',
    datedBy: 'reportedOn',
    fields: { reportedOn: date(), courtName: text(100) },
  }),
  defineEvent({
    type: 'mediation.CommitteeDissolved',
    command: 'DissolveCommittee',
    datedBy: 'dissolvedOn',
    fields: { dissolvedOn: date(), reason: text() },
  }),
  defineEvent({
    type: 'mediation.RoomOpened',
    command: 'OpenRoom',
    datedBy: 'openedOn',
    fields: { openedOn: date(), roomCode: code(), kind: roomKind, place: text(100) },
  }),
  defineEvent({
    type: 'mediation.RoomClosed',
    command: 'CloseRoom',
    datedBy: 'closedOn',
    fields: { closedOn: date(), roomCode: code() },
  }),
);

/** A mediator's appointment. @source 人民调解法 第十三条至第十五条 */
export const mediatorEvents = eventTable(
  defineEvent({
    type: 'mediation.MediatorAppointed',
    command: 'AppointMediator',
    datedBy: 'appointedOn',
    fields: {
      appointedOn: date(),
      mediatorRef: personRef(),
      employment,
      committeeCode: code(),
      committeeKind,
      workplace,
      elected: flag(),
    },
  }),
  defineEvent({
    type: 'mediation.MediatorTrained',
    command: 'TrainMediator',
    datedBy: 'trainedOn',
    fields: { trainedOn: date(), courseName: text(100), hours: decimal(1, 0.5, 200) },
  }),
  defineEvent({
    type: 'mediation.MediatorDismissed',
    command: 'DismissMediator',
    datedBy: 'dismissedOn',
    fields: { dismissedOn: date(), reason: dismissalReason },
  }),
);
