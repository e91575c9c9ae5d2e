import type {
  ExitControlEvent,
  IntakeEvent,
  PunishmentEvent,
  SentenceChangeEvent,
  SupervisionEvent,
} from '../../events/index.js';
import type { CaseMemory } from '../rule.js';
import type { OpeningEvent } from './opening.js';

/** Events that no later rule asks about leave no trace in the state; figures read them from the log. */
const nothing = () => ({});

export const intakeMemory: CaseMemory<Exclude<IntakeEvent, OpeningEvent>> = {
  'corrections.IntakeAnnounced': (_case, { data }) => ({ announcedOn: data.announcedOn }),
  'corrections.CorrectionGroupFormed': () => ({ groupFormed: true }),
  'corrections.CorrectionPlanAdopted': ({ plans }, { data }) => ({ plans: [...plans, data.planDocNo] }),
  'corrections.CorrectionPlanAdjusted': ({ plans }, { data }) => ({ plans: [...plans, data.planDocNo] }),
};

export const supervisionMemory: CaseMemory<SupervisionEvent> = {
  'corrections.OfficeReassigned': (_case, { data }) => ({ officeCode: data.officeCode }),
  'corrections.ManagementLevelSet': (_case, { data }) => ({ level: data.level }),
  'corrections.ReportMade': nothing,
  'corrections.ReportMissed': nothing,
  'corrections.VisitConducted': nothing,
  'corrections.EducationAttended': nothing,
  'corrections.WelfareActivityAttended': nothing,
  'corrections.SkillTrainingCompleted': nothing,
  'corrections.AssistanceGiven': nothing,
  'corrections.ConditionReviewSubmitted': nothing,
  'corrections.PeriodicEvaluationRecorded': nothing,
  'corrections.KeyPersonListed': (_case, { data }) => ({ keyPersonReason: data.reason }),
  'corrections.KeyPersonUnlisted': () => ({ keyPersonReason: undefined }),
  'corrections.ProcuratorialOpinionReceived': ({ opinions }, { data }) => ({
    opinions: new Map(opinions).set(data.docNo, undefined),
  }),
  'corrections.ProcuratorialOpinionAnswered': ({ opinions }, { data }) => ({
    opinions: new Map(opinions).set(data.opinionDocNo, data.docNo),
  }),
};

export const punishmentMemory: CaseMemory<PunishmentEvent> = {
  'corrections.ViolationDetected': ({ violations }, { data }) => ({
    violations: new Map(violations).set(data.violationId, { kind: data.kind, violatedOn: data.violatedOn }),
  }),
  'corrections.PunishmentImposed': ({ punishments }, { data }) => ({ punishments: [...punishments, data] }),
  'corrections.PublicSecurityPunishmentProposed': ({ publicSecurityProposals }, { data }) => ({
    publicSecurityProposals: [...publicSecurityProposals, data.docNo],
  }),
  'corrections.PublicSecurityPunishmentImposed': ({ publicSecurityPunishments }, { data }) => ({
    publicSecurityPunishments: [...publicSecurityPunishments, data],
  }),
  'corrections.CommendationGranted': ({ commendations }, { data }) => ({
    commendations: [...commendations, data.docNo],
  }),
};

export const sentenceChangeMemory: CaseMemory<SentenceChangeEvent> = {
  'corrections.SentenceReductionProposed': ({ reductions }, { data }) => ({ reductions: [...reductions, data.docNo] }),
  'corrections.SentenceReductionGranted': ({ reductions }, { data }) => ({
    reductions: [...reductions, data.docNo],
    correctionTo: data.newCorrectionTo,
  }),
  'corrections.RevocationProposed': ({ revocationDocs }, { data }) => ({
    revocationDocs: [...revocationDocs, data.docNo],
    revocation: { status: 'proposed', kind: data.kind },
  }),
  'corrections.RevocationRuled': ({ revocationDocs }, { data }) => ({
    revocationDocs: [...revocationDocs, data.docNo],
    revocation: data.outcome === 'granted' ? { status: 'granted', kind: data.kind } : undefined,
  }),
};

export const exitControlMemory: CaseMemory<ExitControlEvent> = {
  'corrections.ExitControlReported': ({ exitReports }, { data: { authority, from, to } }) => ({
    exitReports: [...exitReports, { authority, from, to }],
  }),
  'corrections.BorderControlImposed': (_case, { data: { docNo, to } }) => ({ borderControl: { docNo, to } }),
  'corrections.BorderControlLifted': () => ({ borderControl: undefined }),
  'corrections.TravelDocumentSeized': ({ travelDocuments }, { data: { docKind, count } }) => ({
    travelDocuments: new Map(travelDocuments).set(docKind, (travelDocuments.get(docKind) ?? 0) + count),
  }),
  'corrections.TravelDocumentReturned': ({ travelDocuments }, { data: { docKind, count } }) => ({
    travelDocuments: new Map(travelDocuments).set(docKind, (travelDocuments.get(docKind) ?? 0) - count),
  }),
};
