import type { FactSheet } from '#application/facts.js';
import { type LocalDate, addDays, daysBetween, earliest } from '#kernel/dates.js';
import type { DataOfEvent } from '../../domain/events/index.js';
import { type Handlers, put, putOfSubject } from './case-sheet.js';

type Request = DataOfEvent<'corrections.LeaveApproved' | 'corrections.LeaveRejected'>;

const request = ({ requestedOn, reason, level, plannedFrom, plannedTo }: Request) => ({
  requestedOn,
  reason,
  level,
  plannedFrom,
  plannedTo,
  days: daysBetween(plannedFrom, plannedTo) + 1,
});

/** Dates of the three ways a leave that was taken can stand: away, overdue, returned. */
const settle = (sheet: FactSheet, leaveId: string): void => {
  const fields = sheet.get('corrections.leave', leaveId)?.fields;
  const [departedOn, plannedTo, returnedOn] = ['departedOn', 'plannedTo', 'returnedOn'].map(
    (name) => fields?.[name] as LocalDate | undefined,
  );
  if (departedOn === undefined || plannedTo === undefined) return;
  const overdueFrom = addDays(plannedTo, 1);
  put(sheet, 'corrections.leave', leaveId, {
    awayTo: earliest(returnedOn, overdueFrom),
    overdueFrom,
    ...(returnedOn !== undefined && { late: returnedOn > plannedTo }),
  });
};

/**
 * Leaves of absence and standing permits. A leave is counted where the case was on the day of departure and stays there,
 * so that in every office those away, overdue and back add up to those who left.
 */
export const leaveFacts: Handlers = {
  'corrections.LeaveApproved': (event, sheet) => {
    const { leaveId, approvedOn } = event.data;
    putOfSubject(sheet, event, 'corrections.leave', leaveId, {
      ...request(event.data),
      status: 'approved',
      approvedOn,
    });
  },
  'corrections.LeaveRejected': (event, sheet) => {
    const { leaveId, rejectedOn } = event.data;
    putOfSubject(sheet, event, 'corrections.leave', leaveId, {
      ...request(event.data),
      status: 'rejected',
      rejectedOn,
    });
  },
  'corrections.LeaveDeparted': (event, sheet) => {
    const { leaveId, departedOn, assumed = false } = event.data;
    putOfSubject(sheet, event, 'corrections.leave', leaveId, { status: 'departed', departedOn, assumed });
    settle(sheet, leaveId);
  },
  'corrections.LeaveReturned': ({ data: { leaveId, returnedOn } }, sheet) => {
    put(sheet, 'corrections.leave', leaveId, { status: 'returned', returnedOn });
    settle(sheet, leaveId);
  },
  'corrections.LeaveExtended': ({ data: { leaveId, newPlannedTo, level } }, sheet) => {
    const from = sheet.get('corrections.leave', leaveId)?.fields['plannedFrom'];
    const days = typeof from === 'string' ? daysBetween(from, newPlannedTo) + 1 : undefined;
    put(sheet, 'corrections.leave', leaveId, { plannedTo: newPlannedTo, level, days });
    settle(sheet, leaveId);
  },
  'corrections.LeaveCancelled': ({ data: { leaveId, cancelledOn } }, sheet) =>
    put(sheet, 'corrections.leave', leaveId, { status: 'cancelled', cancelledOn, lapsedOn: cancelledOn }),
  'corrections.CrossCountyPermitGranted': (event, sheet) => {
    const { permitId, grantedOn, validTo, places, frequency } = event.data;
    const fields = { grantedOn, validTo, placeCount: places.length, frequency };
    putOfSubject(sheet, event, 'corrections.permit', permitId, fields);
  },
};
