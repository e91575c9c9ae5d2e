import { exact } from '#kernel/money.js';
import { allOf, defineProcedure, lastOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import {
  type AgentEvent,
  type ComplaintEvent,
  type ConsultationEvent,
  type DraftingEvent,
  type DutyEvent,
  type OfferEvent,
  agentEvents,
  complaintEvents,
  consultationEvents,
  draftingEvents,
  dutyEvents,
  offerEvents,
} from './events/index.js';
import { refuse } from './rejections.js';

/** Legal advice (法律咨询): one contact. */
export const consultation = defineProcedure<ConsultationEvent, 'answered'>({
  type: 'legal-aid.consultation',
  events: consultationEvents,
  steps: { none: ['legal-aid.ConsultationAnswered'], answered: [] },
  becomes: { 'legal-aid.ConsultationAnswered': 'answered' },
});

/** A paper drafted for somebody (代拟法律文书). */
export const drafting = defineProcedure<DraftingEvent, 'drafted'>({
  type: 'legal-aid.drafting',
  events: draftingEvents,
  steps: { none: ['legal-aid.DocumentDrafted'], drafted: [] },
  becomes: { 'legal-aid.DocumentDrafted': 'drafted' },
});

/**
 * Duty of one lawyer for half a day (值班), and what the helped got from it. A lawyer is in one place at a time.
 * @rejects legal-aid.other-day     help belongs to the shift of its day
 * @rejects legal-aid.already-paid  another payment for the shift; the same one told again is nothing new
 * @source 法律援助法 第三十、三十七条
 */
export const dutyShift = defineProcedure<DutyEvent, 'served'>({
  type: 'legal-aid.duty-shift',
  events: dutyEvents,
  steps: {
    none: ['legal-aid.DutyShiftServed'],
    served: ['legal-aid.DutyHelpGiven', 'legal-aid.DutySubsidyPaid'],
  },
  becomes: { 'legal-aid.DutyShiftServed': 'served' },
  rules: {
    'legal-aid.DutyHelpGiven': (data, state) => {
      if (lastOf(state, 'legal-aid.DutyShiftServed')?.servedOn !== data.givenOn)
        return refuse('legal-aid.other-day', 'givenOn');
      return allOf(state, 'legal-aid.DutyHelpGiven').some(
        ({ personRef, kind }) => personRef === data.personRef && kind === data.kind,
      )
        ? nothing
        : accept;
    },
    'legal-aid.DutySubsidyPaid': ({ amount, paymentRef }, state) => {
      const before = lastOf(state, 'legal-aid.DutySubsidyPaid');
      if (before === undefined) return accept;
      return paymentRef !== undefined && before.paymentRef === paymentRef && exact(before.amount).equals(amount)
        ? nothing
        : refuse('legal-aid.already-paid', 'paymentRef');
    },
  },
  keys: (state) => {
    const shift = lastOf(state, 'legal-aid.DutyShiftServed');
    return shift === undefined || shift.half === 'by-appointment'
      ? []
      : [`shift:${shift.agentRef}:${shift.servedOn}:${shift.half}`];
  },
  keyCodes: { shift: 'legal-aid.shift-exists' },
});

/** A complaint about an agent, the centre or a decision (投诉). */
export const complaint = defineProcedure<ComplaintEvent, 'received' | 'handled'>({
  type: 'legal-aid.complaint',
  events: complaintEvents,
  steps: { none: ['legal-aid.ComplaintReceived'], received: ['legal-aid.ComplaintHandled'], handled: [] },
  becomes: { 'legal-aid.ComplaintReceived': 'received', 'legal-aid.ComplaintHandled': 'handled' },
});

/**
 * Aid offered because of what another record tells (主动告知), one offer a record; whoever takes it up applies, and only
 * that is counted. A repeat is nothing new, so a program may send it as often as it likes.
 * @rejects legal-aid.offer-exists  the stream, or the sending record, has another offer
 */
export const offer = defineProcedure<OfferEvent, 'offered' | 'answered'>({
  type: 'legal-aid.offer',
  events: offerEvents,
  steps: {
    none: ['legal-aid.AidOffered'],
    offered: ['legal-aid.AidOffered', 'legal-aid.AidOfferAnswered'],
    answered: ['legal-aid.AidOffered'],
  },
  becomes: {
    'legal-aid.AidOffered': (_data, { status }) => (status === 'none' ? 'offered' : status),
    'legal-aid.AidOfferAnswered': 'answered',
  },
  rules: {
    'legal-aid.AidOffered': ({ sourceRef }, state) => {
      const before = lastOf(state, 'legal-aid.AidOffered');
      if (before === undefined) return accept;
      return before.sourceRef === sourceRef ? nothing : refuse('legal-aid.offer-exists', 'sourceRef');
    },
  },
  keys: (state) => allOf(state, 'legal-aid.AidOffered').map(({ sourceRef }) => `offer:${sourceRef}`),
  keyCodes: { offer: 'legal-aid.offer-exists' },
});

/** Somebody who may be assigned (法律援助人员). */
export const agent = defineProcedure<AgentEvent, 'in-service' | 'suspended'>({
  type: 'legal-aid.agent',
  events: agentEvents,
  steps: {
    none: ['legal-aid.AgentRegistered'],
    'in-service': ['legal-aid.AgentSuspended'],
    suspended: ['legal-aid.AgentReinstated'],
  },
  becomes: {
    'legal-aid.AgentRegistered': 'in-service',
    'legal-aid.AgentSuspended': 'suspended',
    'legal-aid.AgentReinstated': 'in-service',
  },
  keys: (state) => allOf(state, 'legal-aid.AgentRegistered').map(({ agentRef }) => `agent:${agentRef}`),
  keyCodes: { agent: 'legal-aid.agent-exists' },
});
