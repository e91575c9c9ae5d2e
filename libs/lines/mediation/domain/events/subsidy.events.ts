import { defineEvent, eventTable } from '#kernel/event.js';
import {
  code,
  count,
  date,
  decimal,
  entryIn,
  flag,
  list,
  money,
  optional,
  personRef,
  record,
  text,
} from '#kernel/schema.js';
import { fundLevel, grade, reviewResult } from '../enumerations.js';

/** How hard a case was, how good its dossier is, and what the mediator earns by it (以案定补). Local rules throughout [P]. */
export const subsidyEvents = eventTable(
  defineEvent({
    type: 'mediation.DifficultyProposed',
    command: 'ProposeDifficulty',
    datedBy: 'proposedOn',
    fields: {
      proposedOn: date(),
      grade,
      factors: record({
        peopleCount: count(),
        amount: money(),
        deathOrInjury: flag(),
        groupRisk: flag(),
        sessionCount: count(),
      }),
      proposer: personRef(),
    },
  }),
  defineEvent({
    type: 'mediation.DifficultyConfirmed',
    command: 'ConfirmDifficulty',
    datedBy: 'confirmedOn',
    right: 'grades:decide',
    fields: { confirmedOn: date(), grade, reviewer: personRef() },
  }),
  defineEvent({
    type: 'mediation.DossierReviewed',
    command: 'ReviewDossier',
    datedBy: 'reviewedOn',
    fields: {
      reviewedOn: date(),
      reviewer: personRef(),
      result: reviewResult,
      score: optional(decimal(1, 0, 100)),
      findings: optional(list(text(), 1, 20)),
    },
  }),
  defineEvent({
    type: 'mediation.DisputeArchived',
    command: 'ArchiveDispute',
    datedBy: 'archivedOn',
    fields: { archivedOn: date(), archiveNo: code() },
  }),
  defineEvent({
    type: 'mediation.SubsidyClaimed',
    command: 'ClaimSubsidy',
    datedBy: 'claimedOn',
    fields: {
      claimedOn: date(),
      amountClaimed: money(),
      payee: personRef(),
      onPublicPayroll: flag(),
    },
  }),
  defineEvent({
    type: 'mediation.SubsidyApproved',
    command: 'ApproveSubsidy',
    datedBy: 'approvedOn',
    right: 'records:approve',
    fields: {
      approvedOn: date(),
      grade,
      /** What one case of the grade earns. */
      tariff: money(),
      amountApproved: money(),
      fundLevel,
      projectCode: optional(code()),
    },
  }),
  defineEvent({
    type: 'mediation.SubsidyRefused',
    command: 'RefuseSubsidy',
    datedBy: 'refusedOn',
    right: 'records:approve',
    fields: { refusedOn: date(), reason: text() },
  }),
  defineEvent({
    type: 'mediation.SubsidyPaid',
    command: 'PaySubsidy',
    datedBy: 'paidOn',
    /** `paymentRef`: the payment in the books; one payment may serve many cases. */
    fields: { paidOn: date(), amountPaid: money(), paymentRef: entryIn('funds.payments-list') },
  }),
);
