import type { CustodyEvent, LeaveEvent, PlaceChangeEvent } from '../../events/index.js';
import type { CaseMemory } from '../rule.js';
import type { Leave, PlaceChange, Supervised } from '../state.js';

const withLeave = ({ leaves }: Supervised, leaveId: string, change: Partial<Leave>): Partial<Supervised> => {
  const leave = leaves.get(leaveId);
  return leave === undefined ? {} : { leaves: new Map(leaves).set(leaveId, { ...leave, ...change }) };
};

const withChange = ({ changes }: Supervised, changeId: string, next: Partial<PlaceChange>): Partial<Supervised> => {
  const change = changes.get(changeId);
  return change === undefined ? {} : { changes: new Map(changes).set(changeId, { ...change, ...next }) };
};

const asked = (
  { leaves }: Supervised,
  status: Leave['status'],
  { leaveId, plannedFrom, plannedTo, level }: Omit<Leave, 'status'>,
): Partial<Supervised> => ({
  leaves: new Map(leaves).set(leaveId, { leaveId, status, plannedFrom, plannedTo, level }),
});

export const leaveMemory: CaseMemory<LeaveEvent> = {
  'corrections.LeaveApproved': (state, { data }) => asked(state, 'approved', data),
  'corrections.LeaveRejected': (state, { data }) => asked(state, 'rejected', data),
  'corrections.LeaveDeparted': (state, { data }) =>
    withLeave(state, data.leaveId, { status: 'departed', departedOn: data.departedOn }),
  'corrections.LeaveReturned': (state, { data }) =>
    withLeave(state, data.leaveId, { status: 'returned', returnedOn: data.returnedOn }),
  'corrections.LeaveOverdueMarked': (state, { data }) => withLeave(state, data.leaveId, { overdue: true }),
  'corrections.LeaveExtended': (state, { data }) =>
    withLeave(state, data.leaveId, { plannedTo: data.newPlannedTo, level: data.level }),
  'corrections.LeaveCancelled': (state, { data }) => withLeave(state, data.leaveId, { status: 'cancelled' }),
  'corrections.CrossCountyPermitGranted': ({ permits }, { data: { permitId, places, grantedOn, validTo } }) => ({
    permits: [...permits, { permitId, places, grantedOn, validTo }],
  }),
};

export const placeChangeMemory: CaseMemory<Exclude<PlaceChangeEvent, { type: 'corrections.SubjectTransferredOut' }>> = {
  'corrections.PlaceChangeRequested': ({ changes }, { data: { changeId, toBureauCode } }) => ({
    changes: new Map(changes).set(changeId, { changeId, status: 'requested', toBureauCode }),
  }),
  'corrections.PlaceChangeConsulted': (state, { data }) =>
    withChange(state, data.changeId, { status: 'consulted', letterNo: data.letterNo }),
  'corrections.PlaceChangeReplied': (state, { data }) =>
    withChange(state, data.changeId, { status: 'replied', newCountyAgrees: data.agree }),
  'corrections.PlaceChangeDecided': (state, { data }) =>
    withChange(state, data.changeId, { status: data.decision, docNo: data.docNo }),
};

export const custodyMemory: CaseMemory<CustodyEvent> = {
  'corrections.ElectronicMonitoringApplied': (_case, { data: { from, to } }) => ({ monitoring: { from, to } }),
  'corrections.ElectronicMonitoringExtended': ({ monitoring }, { data: { extendedOn, to } }) => ({
    monitoring: { from: monitoring?.from ?? extendedOn, to },
  }),
  'corrections.ElectronicMonitoringLifted': () => ({ monitoring: undefined }),
  'corrections.ContactLost': (_case, { data }) => ({ lostOn: data.lostOn }),
  'corrections.SubjectFound': () => ({ lostOn: undefined }),
  'corrections.CompulsoryMeasureTaken': (_case, { data: { kind, docNo } }) => ({ measure: { kind, docNo } }),
  'corrections.CompulsoryMeasureLifted': () => ({ measure: undefined }),
  'corrections.ReoffenceRecorded': (_case, { data }) => ({ reoffence: data }),
};
