import { defineEvent, eventTable } from '#kernel/event.js';
import {
  code,
  count,
  date,
  type DecimalField,
  entryIn,
  flag,
  money,
  optional,
  personRef,
  plannedDate,
  text,
} from '#kernel/schema.js';
import {
  agentKind,
  closingBasis,
  dossierOutcome,
  emergencyGround,
  qualityGrade,
  qualityMethod,
  replacementReason,
  result,
  satisfaction,
  terminationReason,
} from '../enumerations.js';

/** Money in 元 that changes hands: never nothing. */
export const payment = (): DecimalField => ({ ...money(), min: 0.01 });

/** What a payment says of itself; `paymentRef` is the record of the payment where the funds are kept. */
export const paid = {
  paidOn: date(),
  amount: payment(),
  paymentRef: optional(entryIn('funds.payments-list')),
  voucherNo: optional(code()),
};

const agent = { agentRef: personRef(), agentKind, firmName: optional(text(200)), letterNo: code() };

/** Who acts, and how it ends. */
export const handlingEvents = eventTable(
  /** Before the grant only as emergency aid, with its ground. */
  defineEvent({
    type: 'legal-aid.AgentAssigned',
    command: 'AssignAgent',
    datedBy: 'assignedOn',
    documentRequired: true,
    fields: {
      assignedOn: date(),
      ...agent,
      practiceYears: optional(count(0, 70)),
      emergencyGround: optional(emergencyGround),
      limitationEndsOn: optional(plannedDate()),
    },
  }),
  defineEvent({
    type: 'legal-aid.AgentReassigned',
    command: 'ReassignAgent',
    datedBy: 'assignedOn',
    documentRequired: true,
    fields: { assignedOn: date(), ...agent, practiceYears: optional(count(0, 70)), reason: replacementReason },
  }),
  /** `concludedOn` is the closing day (结案日): of the paper, of the agreement, or of the first performance. */
  defineEvent({
    type: 'legal-aid.AidConcluded',
    command: 'ConcludeAid',
    datedBy: 'concludedOn',
    fields: {
      concludedOn: date(),
      basis: closingBasis,
      result,
      resultDocNo: optional(code()),
      resultDocReceivedOn: optional(date()),
      amountClaimed: optional(money()),
      amountRecovered: money(),
      amountWages: optional(money()),
    },
  }),
  defineEvent({
    type: 'legal-aid.AidTerminated',
    command: 'TerminateAid',
    datedBy: 'decidedOn',
    right: 'acts:decide',
    documentRequired: true,
    fields: {
      decidedOn: date(),
      reason: terminationReason,
      decisionDocNo: code(),
      agentNotifiedOn: optional(date()),
    },
  }),
);

/** After the end: the file, the subsidy, the assessment, the visit. */
export const afterEvents = eventTable(
  defineEvent({
    type: 'legal-aid.DossierSubmitted',
    command: 'SubmitDossier',
    datedBy: 'submittedOn',
    fields: { submittedOn: date(), complete: flag() },
  }),
  defineEvent({
    type: 'legal-aid.DossierReviewed',
    command: 'ReviewDossier',
    datedBy: 'reviewedOn',
    fields: { reviewedOn: date(), outcome: dossierOutcome, findings: optional(text()) },
  }),
  defineEvent({
    type: 'legal-aid.CaseArchived',
    command: 'ArchiveCase',
    datedBy: 'archivedOn',
    fields: { archivedOn: date(), archiveNo: code() },
  }),
  defineEvent({
    type: 'legal-aid.SubsidyApproved',
    command: 'ApproveSubsidy',
    datedBy: 'approvedOn',
    right: 'acts:decide',
    fields: {
      approvedOn: date(),
      amount: payment(),
      payeeRef: personRef(),
      standardCode: optional(code()),
      fundingSource: optional(text(100)),
      projectCode: optional(code()),
    },
  }),
  defineEvent({
    type: 'legal-aid.SubsidyPaid',
    command: 'PaySubsidy',
    datedBy: 'paidOn',
    fields: paid,
  }),
  defineEvent({
    type: 'legal-aid.CaseQualityAssessed',
    command: 'AssessCaseQuality',
    datedBy: 'assessedOn',
    fields: { assessedOn: date(), grade: qualityGrade, method: qualityMethod },
  }),
  defineEvent({
    type: 'legal-aid.RecipientRevisited',
    command: 'RevisitRecipient',
    datedBy: 'visitedOn',
    fields: { visitedOn: date(), satisfaction },
  }),
);
