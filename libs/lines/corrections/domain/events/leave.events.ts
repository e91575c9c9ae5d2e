import { defineEvent, eventTable } from '#kernel/event.js';
import { bureauCode, code, date, flag, list, optional, plannedDate, ref, text } from '#kernel/schema.js';
import { leaveLevel, leaveReason } from '../enumerations.js';

const leaveRequest = {
  leaveId: ref(),
  requestedOn: optional(date()),
  reason: leaveReason,
  /** GB/T 2260 division the subject goes to. */
  destination: bureauCode(),
  plannedFrom: plannedDate(),
  plannedTo: plannedDate(),
  level: leaveLevel,
  /** Number of the approval form (审批表编号). */
  formNo: optional(code()),
};

/**
 * Leaves of absence and standing permits (外出请假、经常性跨市县活动). `leaveId` and `permitId` are unique within the case.
 * @source 社区矫正法 第二十七条; 社区矫正法实施办法 第二十六至二十九条
 */
export const leaveEvents = eventTable(
  defineEvent({
    type: 'corrections.LeaveApproved',
    command: 'ApproveLeave',
    datedBy: 'approvedOn',
    fields: { approvedOn: date(), ...leaveRequest },
  }),
  defineEvent({
    type: 'corrections.LeaveRejected',
    command: 'RejectLeave',
    datedBy: 'rejectedOn',
    fields: { rejectedOn: date(), ...leaveRequest },
  }),
  defineEvent({
    type: 'corrections.LeaveDeparted',
    command: 'DepartOnLeave',
    datedBy: 'departedOn',
    /** `assumed`: nobody logged the departure, the planned day stands for it. */
    fields: { departedOn: date(), leaveId: ref(), assumed: optional(flag()) },
  }),
  defineEvent({
    type: 'corrections.LeaveReturned',
    command: 'ReturnFromLeave',
    datedBy: 'returnedOn',
    fields: { returnedOn: date(), leaveId: ref(), lateReason: optional(text(200)) },
  }),
  defineEvent({
    type: 'corrections.LeaveOverdueMarked',
    command: 'MarkLeaveOverdue',
    /** The day after the planned return. */
    datedBy: 'overdueOn',
    fields: { overdueOn: date(), leaveId: ref() },
  }),
  defineEvent({
    type: 'corrections.LeaveExtended',
    command: 'ExtendLeave',
    datedBy: 'extendedOn',
    fields: { extendedOn: date(), leaveId: ref(), newPlannedTo: plannedDate(), level: leaveLevel },
  }),
  defineEvent({
    type: 'corrections.LeaveCancelled',
    command: 'CancelLeave',
    datedBy: 'cancelledOn',
    fields: { cancelledOn: date(), leaveId: ref() },
  }),
  defineEvent({
    type: 'corrections.CrossCountyPermitGranted',
    command: 'GrantCrossCountyPermit',
    datedBy: 'grantedOn',
    fields: {
      grantedOn: date(),
      permitId: ref(),
      places: list(bureauCode(), 1, 20),
      frequency: text(100),
      validTo: plannedDate(),
      docNo: optional(code()),
    },
  }),
);
