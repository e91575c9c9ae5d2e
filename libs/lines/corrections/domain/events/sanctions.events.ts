import { defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, flag, list, optional, plannedDate, ref, text } from '#kernel/schema.js';
import {
  approver,
  compulsoryMeasure,
  monitoringGround,
  offenceClass,
  publicSecurityPenalty,
  punishmentKind,
  revocationKind,
  rulingOutcome,
  violationKind,
  violationSource,
} from '../enumerations.js';

/** Breaches and what follows them (违规、处分、治安管理处罚). @source 社区矫正法 第二十八条; 社区矫正法实施办法 第三十三至三十六条 */
export const punishmentEvents = eventTable(
  defineEvent({
    type: 'corrections.ViolationDetected',
    command: 'DetectViolation',
    datedBy: 'violatedOn',
    fields: { violatedOn: date(), violationId: ref(), kind: violationKind, source: violationSource },
  }),
  defineEvent({
    type: 'corrections.PunishmentImposed',
    command: 'ImposePunishment',
    datedBy: 'decidedOn',
    right: 'acts:decide',
    documentRequired: true,
    /** `basisItem` is the item of 社区矫正法实施办法 第三十四、三十五条. */
    fields: {
      decidedOn: date(),
      kind: punishmentKind,
      docNo: code(),
      basisItem: optional(text(100)),
      violationRef: ref(),
    },
  }),
  defineEvent({
    type: 'corrections.PublicSecurityPunishmentProposed',
    command: 'ProposePublicSecurityPunishment',
    datedBy: 'proposedOn',
    right: 'acts:decide',
    documentRequired: true,
    fields: { proposedOn: date(), docNo: code(), violationRef: optional(ref()) },
  }),
  defineEvent({
    type: 'corrections.PublicSecurityPunishmentImposed',
    command: 'ImposePublicSecurityPunishment',
    datedBy: 'imposedOn',
    documentRequired: true,
    fields: {
      imposedOn: date(),
      docNo: code(),
      penalty: publicSecurityPenalty,
      /** Days of detention, 1 to 20; only with `detention`. */
      detentionDays: optional(count(1, 20)),
      violationRef: optional(ref()),
    },
  }),
  defineEvent({
    type: 'corrections.CommendationGranted',
    command: 'GrantCommendation',
    datedBy: 'decidedOn',
    documentRequired: true,
    fields: { decidedOn: date(), docNo: code() },
  }),
);

/** Monitoring, losing sight of a subject, and custody (电子定位、脱管、强制措施、再犯罪). @source 社区矫正法 第二十九、三十、四十七条 */
export const custodyEvents = eventTable(
  defineEvent({
    type: 'corrections.ElectronicMonitoringApplied',
    command: 'ApplyElectronicMonitoring',
    datedBy: 'appliedOn',
    right: 'acts:decide',
    fields: { appliedOn: date(), ground: monitoringGround, from: plannedDate(), to: plannedDate(), approver },
  }),
  defineEvent({
    type: 'corrections.ElectronicMonitoringExtended',
    command: 'ExtendElectronicMonitoring',
    datedBy: 'extendedOn',
    right: 'acts:decide',
    /** The new span begins the day after the old one ends. */
    fields: { extendedOn: date(), to: plannedDate(), approver },
  }),
  defineEvent({
    type: 'corrections.ElectronicMonitoringLifted',
    command: 'LiftElectronicMonitoring',
    datedBy: 'liftedOn',
    fields: { liftedOn: date() },
  }),
  defineEvent({
    type: 'corrections.ContactLost',
    command: 'LoseContact',
    datedBy: 'lostOn',
    fields: { lostOn: date(), actions: optional(list(text(100), 1, 20)), notified: optional(list(text(100), 1, 20)) },
  }),
  defineEvent({
    type: 'corrections.SubjectFound',
    command: 'FindSubject',
    datedBy: 'foundOn',
    fields: { foundOn: date(), actions: optional(list(text(100), 1, 20)) },
  }),
  defineEvent({
    type: 'corrections.CompulsoryMeasureTaken',
    command: 'TakeCompulsoryMeasure',
    datedBy: 'takenOn',
    documentRequired: true,
    fields: { takenOn: date(), kind: compulsoryMeasure, docNo: code() },
  }),
  defineEvent({
    type: 'corrections.CompulsoryMeasureLifted',
    command: 'LiftCompulsoryMeasure',
    datedBy: 'liftedOn',
    fields: { liftedOn: date() },
  }),
  defineEvent({
    type: 'corrections.ReoffenceRecorded',
    command: 'RecordReoffence',
    datedBy: 'convictionEffectiveOn',
    fields: {
      convictionEffectiveOn: date(),
      offenceCommittedOn: date(),
      measureOn: optional(date()),
      offenceClass: optional(offenceClass),
      courtDocNo: optional(code()),
    },
  }),
);

/** Changes of the sentence (减刑、撤销缓刑假释、收监执行). @source 社区矫正法 第三十三条、第四十六至四十九条 */
export const sentenceChangeEvents = eventTable(
  defineEvent({
    type: 'corrections.SentenceReductionProposed',
    command: 'ProposeSentenceReduction',
    datedBy: 'proposedOn',
    documentRequired: true,
    fields: { proposedOn: date(), docNo: code() },
  }),
  defineEvent({
    type: 'corrections.SentenceReductionGranted',
    command: 'GrantSentenceReduction',
    datedBy: 'grantedOn',
    documentRequired: true,
    fields: { grantedOn: date(), docNo: code(), newCorrectionTo: plannedDate() },
  }),
  defineEvent({
    type: 'corrections.RevocationProposed',
    command: 'ProposeRevocation',
    datedBy: 'proposedOn',
    right: 'acts:decide',
    documentRequired: true,
    fields: {
      proposedOn: date(),
      kind: revocationKind,
      organ: text(100),
      docNo: code(),
      basis: optional(text(200)),
      arrestRequested: flag(),
    },
  }),
  defineEvent({
    type: 'corrections.RevocationRuled',
    command: 'RuleRevocation',
    datedBy: 'ruledOn',
    documentRequired: true,
    fields: {
      ruledOn: date(),
      kind: revocationKind,
      outcome: rulingOutcome,
      docNo: code(),
      effectiveOn: optional(date()),
      /** The court acted of itself, without a proposal from here (社区矫正法 第四十六条第二款). */
      courtInitiated: flag(),
    },
  }),
);
