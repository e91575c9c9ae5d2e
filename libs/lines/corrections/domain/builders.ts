import type { DataOfEvent, EventType } from './events/index.js';
import { examples } from './examples/index.js';

export { id } from './examples/index.js';

/** An event as a spec writes it. */
export interface Built<Type extends EventType = EventType> {
  readonly type: Type;
  readonly data: DataOfEvent<Type>;
}

/** Builds one event from its example; a field given replaces the example's, `undefined` removes it. */
const build =
  <Type extends EventType>(type: Type) =>
  (data: Partial<DataOfEvent<Type>> = {}): Built<Type> => {
    const given = Object.entries({ ...examples[type], ...data }).filter(([, value]) => value !== undefined);
    return { type, data: Object.fromEntries(given) as DataOfEvent<Type> };
  };

export const assessmentCommissioned = build('corrections.AssessmentCommissioned');
export const assessmentAssigned = build('corrections.AssessmentAssigned');
export const assessmentExtended = build('corrections.AssessmentExtended');
export const assessmentConcluded = build('corrections.AssessmentConcluded');
export const assessmentReturned = build('corrections.AssessmentReturned');
export const assessmentWithdrawn = build('corrections.AssessmentWithdrawn');
export const legalDocumentsReceived = build('corrections.LegalDocumentsReceived');
export const subjectReported = build('corrections.SubjectReported');
export const nonReportRecorded = build('corrections.NonReportRecorded');
export const subjectReceived = build('corrections.SubjectReceived');
export const subjectTransferredIn = build('corrections.SubjectTransferredIn');
export const intakeAnnounced = build('corrections.IntakeAnnounced');
export const correctionGroupFormed = build('corrections.CorrectionGroupFormed');
export const correctionPlanAdopted = build('corrections.CorrectionPlanAdopted');
export const correctionPlanAdjusted = build('corrections.CorrectionPlanAdjusted');
export const openingBalanceImported = build('corrections.OpeningBalanceImported');
export const cumulativeBaselineSet = build('corrections.CumulativeBaselineSet');
export const officeReassigned = build('corrections.OfficeReassigned');
export const managementLevelSet = build('corrections.ManagementLevelSet');
export const reportMade = build('corrections.ReportMade');
export const reportMissed = build('corrections.ReportMissed');
export const visitConducted = build('corrections.VisitConducted');
export const educationAttended = build('corrections.EducationAttended');
export const welfareActivityAttended = build('corrections.WelfareActivityAttended');
export const skillTrainingCompleted = build('corrections.SkillTrainingCompleted');
export const assistanceGiven = build('corrections.AssistanceGiven');
export const conditionReviewSubmitted = build('corrections.ConditionReviewSubmitted');
export const periodicEvaluationRecorded = build('corrections.PeriodicEvaluationRecorded');
export const keyPersonListed = build('corrections.KeyPersonListed');
export const keyPersonUnlisted = build('corrections.KeyPersonUnlisted');
export const procuratorialOpinionReceived = build('corrections.ProcuratorialOpinionReceived');
export const procuratorialOpinionAnswered = build('corrections.ProcuratorialOpinionAnswered');
export const leaveApproved = build('corrections.LeaveApproved');
export const leaveRejected = build('corrections.LeaveRejected');
export const leaveDeparted = build('corrections.LeaveDeparted');
export const leaveReturned = build('corrections.LeaveReturned');
export const leaveOverdueMarked = build('corrections.LeaveOverdueMarked');
export const leaveExtended = build('corrections.LeaveExtended');
export const leaveCancelled = build('corrections.LeaveCancelled');
export const crossCountyPermitGranted = build('corrections.CrossCountyPermitGranted');
export const placeChangeRequested = build('corrections.PlaceChangeRequested');
export const placeChangeConsulted = build('corrections.PlaceChangeConsulted');
export const placeChangeReplied = build('corrections.PlaceChangeReplied');
export const placeChangeDecided = build('corrections.PlaceChangeDecided');
export const subjectTransferredOut = build('corrections.SubjectTransferredOut');
export const violationDetected = build('corrections.ViolationDetected');
export const punishmentImposed = build('corrections.PunishmentImposed');
export const publicSecurityPunishmentProposed = build('corrections.PublicSecurityPunishmentProposed');
export const publicSecurityPunishmentImposed = build('corrections.PublicSecurityPunishmentImposed');
export const commendationGranted = build('corrections.CommendationGranted');
export const electronicMonitoringApplied = build('corrections.ElectronicMonitoringApplied');
export const electronicMonitoringExtended = build('corrections.ElectronicMonitoringExtended');
export const electronicMonitoringLifted = build('corrections.ElectronicMonitoringLifted');
export const contactLost = build('corrections.ContactLost');
export const subjectFound = build('corrections.SubjectFound');
export const compulsoryMeasureTaken = build('corrections.CompulsoryMeasureTaken');
export const compulsoryMeasureLifted = build('corrections.CompulsoryMeasureLifted');
export const reoffenceRecorded = build('corrections.ReoffenceRecorded');
export const sentenceReductionProposed = build('corrections.SentenceReductionProposed');
export const sentenceReductionGranted = build('corrections.SentenceReductionGranted');
export const revocationProposed = build('corrections.RevocationProposed');
export const revocationRuled = build('corrections.RevocationRuled');
export const exitControlReported = build('corrections.ExitControlReported');
export const borderControlImposed = build('corrections.BorderControlImposed');
export const borderControlLifted = build('corrections.BorderControlLifted');
export const travelDocumentSeized = build('corrections.TravelDocumentSeized');
export const travelDocumentReturned = build('corrections.TravelDocumentReturned');
export const subjectReleased = build('corrections.SubjectReleased');
export const correctionTerminated = build('corrections.CorrectionTerminated');
export const safetyScreeningHeld = build('corrections.SafetyScreeningHeld');
export const programSessionHeld = build('corrections.ProgramSessionHeld');
export const deviceLicencePurchased = build('corrections.DeviceLicencePurchased');
export const deviceLicenceAssigned = build('corrections.DeviceLicenceAssigned');
export const deviceLicenceReleased = build('corrections.DeviceLicenceReleased');
