import { type Handlers, keyOf, put } from './case-sheet.js';

/** Advice, papers, duty, complaints, offers, agents. */
export const officeFacts: Handlers = {
  'legal-aid.ConsultationAnswered': ({ data: { answeredOn, channel, topicClass, topic } }, sheet) =>
    put(sheet, 'legal-aid.consultation', 'consultation', { answeredOn, channel, topicClass, topic }),
  'legal-aid.DocumentDrafted': ({ data: { draftedOn, kind, personRef } }, sheet) =>
    put(sheet, 'legal-aid.drafting', 'drafting', { draftedOn, paperKind: kind }, { person: personRef }),

  'legal-aid.DutyShiftServed': ({ data: { servedOn, half, place, agentKind, agentRef } }, sheet) =>
    put(sheet, 'legal-aid.duty-shift', 'shift', { servedOn, half, place, agentKind }, { person: agentRef }),
  'legal-aid.DutyHelpGiven': (event, sheet) => {
    const { givenOn, personRef, kind } = event.data;
    const shift = sheet.get('legal-aid.duty-shift', 'shift');
    const fields = { givenOn, helpKind: kind, place: shift?.fields['place'] };
    put(sheet, 'legal-aid.duty-help', keyOf(event), fields, { person: personRef });
  },
  'legal-aid.DutySubsidyPaid': ({ data: { paidOn, amount } }, sheet) =>
    put(sheet, 'legal-aid.duty-shift', 'shift', { paidOn, amountPaid: amount }),

  'legal-aid.ComplaintReceived': ({ data: { receivedOn, against } }, sheet) =>
    put(sheet, 'legal-aid.complaint', 'complaint', { receivedOn, against }),
  'legal-aid.ComplaintHandled': ({ data: { handledOn, outcome } }, sheet) =>
    put(sheet, 'legal-aid.complaint', 'complaint', { handledOn, outcome }),

  'legal-aid.AidOffered': ({ data: { offeredOn, personRefs } }, sheet) =>
    put(
      sheet,
      'legal-aid.offer',
      'offer',
      { offeredOn, recipients: personRefs.length },
      personRefs[0] === undefined ? undefined : { person: personRefs[0] },
    ),
  'legal-aid.AidOfferAnswered': ({ data: { answeredOn, answer } }, sheet) =>
    put(sheet, 'legal-aid.offer', 'offer', { answeredOn, answer }),

  'legal-aid.AgentRegistered': ({ data: { registeredOn, agentRef, agentKind, firmName, practisingSince } }, sheet) => {
    const fields = { status: 'in-service', registeredOn, agentKind, firmName, practisingSince };
    put(sheet, 'legal-aid.agent', 'agent', fields, { person: agentRef });
  },
  'legal-aid.AgentSuspended': ({ data: { suspendedOn } }, sheet) =>
    put(sheet, 'legal-aid.agent', 'agent', { status: 'suspended', suspendedOn }),
  'legal-aid.AgentReinstated': (_event, sheet) =>
    put(sheet, 'legal-aid.agent', 'agent', { status: 'in-service', suspendedOn: undefined }),
};
