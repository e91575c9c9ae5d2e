import { defineEvent, eventTable } from '#kernel/event.js';
import { date, list, optional, personRef, recordIn, text } from '#kernel/schema.js';
import {
  agentKind,
  channel,
  complaintAgainst,
  complaintOutcome,
  dutyPlace,
  halfDay,
  helpKind,
  matter,
  offerAnswer,
  paperKind,
  recipientCategory,
  topicClass,
} from '../enumerations.js';
import { paid } from './handling.events.js';

export const consultationEvents = eventTable(
  defineEvent({
    type: 'legal-aid.ConsultationAnswered',
    command: 'AnswerConsultation',
    datedBy: 'answeredOn',
    fields: {
      answeredOn: date(),
      channel,
      topicClass,
      topic: optional(matter),
      categories: list(recipientCategory),
      referredToCase: optional(recordIn('legal-aid.cases')),
    },
  }),
);

export const draftingEvents = eventTable(
  defineEvent({
    type: 'legal-aid.DocumentDrafted',
    command: 'DraftDocument',
    datedBy: 'draftedOn',
    fields: { draftedOn: date(), kind: paperKind, personRef: personRef() },
  }),
);

/** One lawyer on duty for half a day, whom this helped, and what was paid for it. */
export const dutyEvents = eventTable(
  defineEvent({
    type: 'legal-aid.DutyShiftServed',
    command: 'ServeDutyShift',
    datedBy: 'servedOn',
    fields: { servedOn: date(), half: halfDay, place: dutyPlace, agentRef: personRef(), agentKind },
  }),
  defineEvent({
    type: 'legal-aid.DutyHelpGiven',
    command: 'GiveDutyHelp',
    datedBy: 'givenOn',
    fields: { givenOn: date(), personRef: personRef(), kind: helpKind },
  }),
  defineEvent({
    type: 'legal-aid.DutySubsidyPaid',
    command: 'PayDutySubsidy',
    datedBy: 'paidOn',
    fields: paid,
  }),
);

export const complaintEvents = eventTable(
  defineEvent({
    type: 'legal-aid.ComplaintReceived',
    command: 'ReceiveComplaint',
    datedBy: 'receivedOn',
    fields: {
      receivedOn: date(),
      against: complaintAgainst,
      caseRef: optional(recordIn('legal-aid.cases')),
      subject: text(),
    },
  }),
  defineEvent({
    type: 'legal-aid.ComplaintHandled',
    command: 'HandleComplaint',
    datedBy: 'handledOn',
    fields: { handledOn: date(), outcome: complaintOutcome },
  }),
);

/** Aid offered because of something recorded elsewhere (`sourceRef`); it is no application. */
export const offerEvents = eventTable(
  defineEvent({
    type: 'legal-aid.AidOffered',
    command: 'OfferAid',
    datedBy: 'offeredOn',
    fields: {
      offeredOn: date(),
      personRefs: list(personRef(), 1, 500),
      sourceRef: recordIn('mediation.disputes'),
      occasion: optional(text()),
    },
  }),
  defineEvent({
    type: 'legal-aid.AidOfferAnswered',
    command: 'AnswerAidOffer',
    datedBy: 'answeredOn',
    fields: { answeredOn: date(), answer: offerAnswer, caseRef: optional(recordIn('legal-aid.cases')) },
  }),
);

/** Those who may be assigned: lawyers, legal workers, volunteers. */
export const agentEvents = eventTable(
  defineEvent({
    type: 'legal-aid.AgentRegistered',
    command: 'RegisterAgent',
    datedBy: 'registeredOn',
    fields: {
      registeredOn: date(),
      agentRef: personRef(),
      agentKind,
      firmName: optional(text(200)),
      practisingSince: optional(date()),
    },
  }),
  defineEvent({
    type: 'legal-aid.AgentSuspended',
    command: 'SuspendAgent',
    datedBy: 'suspendedOn',
    fields: { suspendedOn: date(), cause: text() },
  }),
  defineEvent({
    type: 'legal-aid.AgentReinstated',
    command: 'ReinstateAgent',
    datedBy: 'reinstatedOn',
    fields: { reinstatedOn: date() },
  }),
);
