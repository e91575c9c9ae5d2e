import type { LeaveEvent } from '../events/index.js';
import { type Examples, id } from './example.js';

const leave = {
  leaveId: id('leave'),
  requestedOn: '2023-03-01',
  reason: 'work',
  destination: '430103',
  plannedFrom: '2023-03-06',
  plannedTo: '2023-03-10',
  level: 'justice-office',
} as const;

/** Five days away for work in March, and a permit to go to the next county every week. */
export const leaveExamples: Examples<LeaveEvent> = {
  'corrections.LeaveApproved': { approvedOn: '2023-03-02', ...leave },
  'corrections.LeaveRejected': { rejectedOn: '2023-03-02', ...leave },
  'corrections.LeaveDeparted': { departedOn: '2023-03-06', leaveId: leave.leaveId },
  'corrections.LeaveReturned': { returnedOn: '2023-03-10', leaveId: leave.leaveId },
  'corrections.LeaveOverdueMarked': { overdueOn: '2023-03-11', leaveId: leave.leaveId },
  'corrections.LeaveExtended': {
    extendedOn: '2023-03-09',
    leaveId: leave.leaveId,
    newPlannedTo: '2023-03-12',
    level: 'justice-office',
  },
  'corrections.LeaveCancelled': { cancelledOn: '2023-03-05', leaveId: leave.leaveId },
  'corrections.CrossCountyPermitGranted': {
    grantedOn: '2023-03-01',
    permitId: id('permit'),
    places: ['430903'],
    frequency: '每周一次',
    validTo: '2023-08-31',
  },
};
