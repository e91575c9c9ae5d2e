import { addDays, addMonths } from '#kernel/dates.js';
import { accept, nothing } from '#kernel/reject.js';
import type { DataOfEvent, LeaveEvent } from '../../events/index.js';
import { acceptUnless, refuse } from '../../rejections.js';
import { mayApprove, overlaps } from '../leave-limits.js';
import { type CaseRules, supervised } from '../rule.js';
import type { Leave, Supervised } from '../state.js';

type Approved = DataOfEvent<'corrections.LeaveApproved'>;

const othersThan = (leaveId: string, { leaves }: Supervised): readonly Leave[] =>
  [...leaves.values()].filter((leave) => leave.leaveId !== leaveId);

const sameSpan = (data: Pick<Approved, 'plannedFrom' | 'plannedTo'>, leave: Leave): boolean =>
  data.plannedFrom === leave.plannedFrom && data.plannedTo === leave.plannedTo;

/**
 * Leaves from request to return, and standing permits (CC-R06, CC-R07).
 * @rejects corrections.leave-exists, no-such-leave, permit-exists
 * @rejects corrections.lost, under-measure   the subject is out of sight, or under a compulsory measure
 * @rejects corrections.leave-approved-late   approved after it began (补假)
 * @rejects corrections.leave-beyond-term     ends after the term of correction
 * @rejects corrections.leave-not-needed      the place lies in the urban area of the own city
 * @rejects corrections.leave-overlaps        on days of another leave
 * @rejects corrections.leave-level-too-low   this many days need a higher level
 * @rejects corrections.leave-not-approved, departed-early, departed-late, leave-not-departed, already-returned,
 *   leave-not-overdue, leave-over, extension-not-later, permit-too-long, permit-overlaps, dates-reversed
 * @source 社区矫正法 第二十七条; 社区矫正法实施办法 第二十六至二十九条
 */
export const leaveRules: CaseRules<LeaveEvent> = {
  'corrections.LeaveApproved': supervised((data, state, context) => {
    const { leaveId, requestedOn, approvedOn, plannedFrom, plannedTo } = data;
    const known = state.leaves.get(leaveId);
    if (known !== undefined)
      return known.status !== 'rejected' && sameSpan(data, known)
        ? nothing
        : refuse('corrections.leave-exists', 'leaveId');
    if (state.lostOn !== undefined) return refuse('corrections.lost');
    if (state.measure !== undefined) return refuse('corrections.under-measure');
    if (plannedFrom > plannedTo) return refuse('corrections.dates-reversed', 'plannedFrom', 'plannedTo');
    if (requestedOn !== undefined && requestedOn > approvedOn)
      return refuse('corrections.dates-reversed', 'requestedOn', 'approvedOn');
    if (approvedOn > plannedFrom) return refuse('corrections.leave-approved-late', 'approvedOn', 'plannedFrom');
    if (plannedTo > state.correctionTo) return refuse('corrections.leave-beyond-term', 'plannedTo');
    if (context.settings.urbanDivisions.includes(data.destination))
      return refuse('corrections.leave-not-needed', 'destination');
    const others = othersThan(leaveId, state);
    if (others.some((other) => overlaps(data, other, approvedOn)))
      return refuse('corrections.leave-overlaps', 'plannedFrom', 'plannedTo');
    if (!mayApprove(data.level, data, others, context)) return refuse('corrections.leave-level-too-low', 'level');
    const askedLate =
      requestedOn !== undefined && addDays(requestedOn, context.settings.leaveRequestDays) > plannedFrom;
    return acceptUnless(askedLate ? 'corrections.leave-requested-late' : undefined);
  }),

  'corrections.LeaveRejected': supervised((data, { leaves }) => {
    const known = leaves.get(data.leaveId);
    if (known !== undefined)
      return known.status === 'rejected' && sameSpan(data, known)
        ? nothing
        : refuse('corrections.leave-exists', 'leaveId');
    return data.plannedFrom > data.plannedTo
      ? refuse('corrections.dates-reversed', 'plannedFrom', 'plannedTo')
      : accept;
  }),

  'corrections.LeaveDeparted': supervised(({ leaveId, departedOn }, { leaves }) => {
    const leave = leaves.get(leaveId);
    if (leave === undefined) return refuse('corrections.no-such-leave', 'leaveId');
    if (leave.status === 'departed' && leave.departedOn === departedOn) return nothing;
    if (leave.status !== 'approved') return refuse('corrections.leave-not-approved', 'leaveId');
    if (departedOn < leave.plannedFrom) return refuse('corrections.departed-early', 'departedOn');
    return departedOn > leave.plannedTo ? refuse('corrections.departed-late', 'departedOn') : accept;
  }),

  'corrections.LeaveReturned': supervised(({ leaveId, returnedOn }, { leaves }) => {
    const leave = leaves.get(leaveId);
    if (leave === undefined) return refuse('corrections.no-such-leave', 'leaveId');
    if (leave.status === 'returned')
      return leave.returnedOn === returnedOn ? nothing : refuse('corrections.already-returned', 'leaveId');
    return leave.status === 'departed' ? accept : refuse('corrections.leave-not-departed', 'leaveId');
  }),

  'corrections.LeaveOverdueMarked': supervised(({ leaveId, overdueOn }, { leaves }) => {
    const leave = leaves.get(leaveId);
    if (leave === undefined) return refuse('corrections.no-such-leave', 'leaveId');
    if (leave.status === 'returned') return refuse('corrections.already-returned', 'leaveId');
    if (leave.status !== 'departed') return refuse('corrections.leave-not-departed', 'leaveId');
    if (leave.overdue === true) return nothing;
    return overdueOn > leave.plannedTo ? accept : refuse('corrections.leave-not-overdue', 'overdueOn');
  }),

  'corrections.LeaveExtended': supervised(({ leaveId, extendedOn, newPlannedTo, level }, state, context) => {
    const leave = state.leaves.get(leaveId);
    if (leave === undefined) return refuse('corrections.no-such-leave', 'leaveId');
    if (leave.status !== 'approved' && leave.status !== 'departed')
      return refuse('corrections.leave-not-approved', 'leaveId');
    if (leave.plannedTo === newPlannedTo) return nothing;
    if (extendedOn > leave.plannedTo) return refuse('corrections.leave-over', 'extendedOn');
    if (newPlannedTo < leave.plannedTo) return refuse('corrections.extension-not-later', 'newPlannedTo');
    if (newPlannedTo > state.correctionTo) return refuse('corrections.leave-beyond-term', 'newPlannedTo');
    const span = { plannedFrom: leave.plannedFrom, plannedTo: newPlannedTo };
    const others = othersThan(leaveId, state);
    if (others.some((other) => overlaps(span, other, extendedOn)))
      return refuse('corrections.leave-overlaps', 'newPlannedTo');
    return mayApprove(level, span, others, context) ? accept : refuse('corrections.leave-level-too-low', 'level');
  }),

  'corrections.LeaveCancelled': supervised(({ leaveId }, { leaves }) => {
    const leave = leaves.get(leaveId);
    if (leave === undefined) return refuse('corrections.no-such-leave', 'leaveId');
    if (leave.status === 'cancelled') return nothing;
    return leave.status === 'approved' ? accept : refuse('corrections.leave-not-approved', 'leaveId');
  }),

  'corrections.CrossCountyPermitGranted': supervised((data, { permits }, { settings }) => {
    const { permitId, grantedOn, validTo, places } = data;
    const known = permits.find((permit) => permit.permitId === permitId);
    if (known !== undefined)
      return known.validTo === validTo && known.grantedOn === grantedOn
        ? nothing
        : refuse('corrections.permit-exists', 'permitId');
    if (validTo < grantedOn) return refuse('corrections.dates-reversed', 'grantedOn', 'validTo');
    if (validTo > addMonths(grantedOn, settings.permitMonths)) return refuse('corrections.permit-too-long', 'validTo');
    const overlapping = permits.some(
      (permit) => permit.validTo >= grantedOn && permit.places.some((place) => places.includes(place)),
    );
    return overlapping ? refuse('corrections.permit-overlaps', 'places') : accept;
  }),
};
