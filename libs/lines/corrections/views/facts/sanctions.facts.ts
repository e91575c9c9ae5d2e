import type { FactSheet, ViewedEvent } from '#application/facts.js';
import { type LocalDate, addDays } from '#kernel/dates.js';
import { type FieldsOf, type Handlers, caseDate, keyOf, put, putCase, putOfSubject, without } from './case-sheet.js';
import { oweNothingFrom } from './condition-duties.js';

/** Notes on the contact lost now, if any, what was done about it. */
const answerLoss = (sheet: FactSheet, fields: FieldsOf<'corrections.lapse'>): void => {
  if (caseDate(sheet, 'lostOn') === undefined) return;
  const lost = without(sheet, 'corrections.lapse', 'endedOn').at(-1);
  if (lost !== undefined) put(sheet, 'corrections.lapse', lost.key, { ...fields, ...definedIn(lost.fields, fields) });
};

/** Of the fields about to be written, those that stand already: the first answer counts. */
const definedIn = (known: object, fields: object): object =>
  Object.fromEntries(Object.entries(known).filter(([name, value]) => value !== undefined && name in fields));

const endLoss = (sheet: FactSheet, endedOn: LocalDate): void => {
  for (const { key } of without(sheet, 'corrections.lapse', 'endedOn'))
    put(sheet, 'corrections.lapse', key, { endedOn });
  putCase(sheet, { lostOn: undefined });
};

const monitor = (sheet: FactSheet, event: ViewedEvent, fields: FieldsOf<'corrections.monitoring'>): void =>
  putOfSubject(sheet, event, 'corrections.monitoring', keyOf(event), fields);

/** Breaches and what follows them. */
export const punishmentFacts: Handlers = {
  'corrections.ViolationDetected': (event, sheet) => {
    const { violationId, violatedOn, kind, source } = event.data;
    putOfSubject(sheet, event, 'corrections.violation', violationId, { violatedOn, kind, source });
  },
  'corrections.PunishmentImposed': (event, sheet) => {
    const { decidedOn, kind, docNo } = event.data;
    putOfSubject(sheet, event, 'corrections.punishment', keyOf(event), { decidedOn, kind, docNo });
    if (kind === 'warning') answerLoss(sheet, { warnedOn: decidedOn });
  },
  'corrections.PublicSecurityPunishmentImposed': (event, sheet) => {
    const { imposedOn, docNo, penalty, detentionDays } = event.data;
    const fields = { decidedOn: imposedOn, kind: 'public-security', docNo, penalty, detentionDays };
    putOfSubject(sheet, event, 'corrections.punishment', keyOf(event), fields);
  },
  'corrections.CommendationGranted': (event, sheet) => {
    const { decidedOn, docNo } = event.data;
    putOfSubject(sheet, event, 'corrections.commendation', keyOf(event), { decidedOn, docNo });
  },
};

/** Monitoring, lost contact, custody and re-offending. */
export const custodyFacts: Handlers = {
  'corrections.ElectronicMonitoringApplied': (event, sheet) => {
    const { appliedOn, ground, from, to } = event.data;
    monitor(sheet, event, { appliedOn, ground, beganOn: from, endsOn: to });
  },
  'corrections.ElectronicMonitoringExtended': (event, sheet) => {
    const { extendedOn, to } = event.data;
    const current = without(sheet, 'corrections.monitoring', 'settledOn').at(-1);
    if (current !== undefined) put(sheet, 'corrections.monitoring', current.key, { settledOn: extendedOn });
    const endsOn = current?.fields['endsOn'];
    const beganOn = typeof endsOn === 'string' ? addDays(endsOn, 1) : extendedOn;
    monitor(sheet, event, { appliedOn: extendedOn, ground: current?.fields['ground'], beganOn, endsOn: to });
  },
  'corrections.ElectronicMonitoringLifted': ({ data }, sheet) => {
    for (const { key } of without(sheet, 'corrections.monitoring', 'settledOn'))
      put(sheet, 'corrections.monitoring', key, { settledOn: data.liftedOn });
  },
  'corrections.ContactLost': (event, sheet) => {
    const { lostOn } = event.data;
    putOfSubject(sheet, event, 'corrections.lapse', keyOf(event), { kind: 'lost', beganOn: lostOn });
    putCase(sheet, { lostOn });
  },
  'corrections.SubjectFound': ({ data }, sheet) => endLoss(sheet, data.foundOn),
  'corrections.CompulsoryMeasureTaken': (event, sheet) => {
    const { takenOn, kind } = event.data;
    putOfSubject(sheet, event, 'corrections.custody', keyOf(event), { takenOn, kind });
    if (kind !== 'arrest') return;
    for (const { key } of without(sheet, 'corrections.revocation', 'ruledOn'))
      put(sheet, 'corrections.revocation', key, { arrestedOn: takenOn });
  },
  'corrections.CompulsoryMeasureLifted': ({ data }, sheet) => {
    for (const { key } of without(sheet, 'corrections.custody', 'endedOn'))
      put(sheet, 'corrections.custody', key, { endedOn: data.liftedOn });
  },
  'corrections.ReoffenceRecorded': (event, sheet) => {
    const { convictionEffectiveOn, offenceCommittedOn, measureOn, offenceClass } = event.data;
    const fields = { convictionEffectiveOn, offenceCommittedOn, measureOn, offenceClass };
    putOfSubject(sheet, event, 'corrections.reoffence', keyOf(event), fields);
  },
};

/** Changes of the sentence. */
export const sentenceChangeFacts: Handlers = {
  'corrections.SentenceReductionProposed': (event, sheet) => {
    const { proposedOn, docNo } = event.data;
    putOfSubject(sheet, event, 'corrections.sentence-reduction', keyOf(event), { proposedOn, docNo });
  },
  'corrections.SentenceReductionGranted': ({ data: { grantedOn, newCorrectionTo } }, sheet) => {
    const proposed = without(sheet, 'corrections.sentence-reduction', 'grantedOn').at(-1);
    if (proposed !== undefined) put(sheet, 'corrections.sentence-reduction', proposed.key, { grantedOn });
    putCase(sheet, { correctionTo: newCorrectionTo });
    oweNothingFrom(sheet, addDays(newCorrectionTo, 1));
  },
  'corrections.RevocationProposed': (event, sheet) => {
    const { proposedOn, kind, docNo, arrestRequested } = event.data;
    const fields = { proposedOn, kind, docNo, arrestRequested, courtInitiated: false };
    putOfSubject(sheet, event, 'corrections.revocation', keyOf(event), fields);
    answerLoss(sheet, { revocationProposedOn: proposedOn });
  },
  'corrections.RevocationRuled': (event, sheet) => {
    const { ruledOn, kind, docNo, outcome, courtInitiated } = event.data;
    const open = without(sheet, 'corrections.revocation', 'ruledOn').filter(({ fields }) => fields['kind'] === kind);
    const proposed = courtInitiated ? undefined : open.at(-1);
    if (proposed !== undefined) put(sheet, 'corrections.revocation', proposed.key, { ruledOn, outcome });
    else
      putOfSubject(sheet, event, 'corrections.revocation', keyOf(event), {
        kind,
        docNo,
        ruledOn,
        outcome,
        courtInitiated,
      });
  },
};
