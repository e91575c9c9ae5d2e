import { type FactSheet, type Spell, addSpell } from '#application/facts.js';
import { type LocalDate, addDays, latest } from '#kernel/dates.js';
import type { DataOfEvent } from '../../domain/events/index.js';
import { type FactSettings, type FieldsOf, type Handlers, caseDate, put, putCase, theCase } from './case-sheet.js';
import { oweConditionReports } from './condition-duties.js';

type Entry = DataOfEvent<
  'corrections.SubjectReceived' | 'corrections.SubjectTransferredIn' | 'corrections.OpeningBalanceImported'
>;

/** Key of the one failure to report a case can have. */
export const NOT_REPORTED = 'not-reported';

const personal = (data: Entry): FieldsOf<'corrections.case'> => ({
  subjectNo: data.subjectNo,
  category: data.category,
  ground: data.outsidePrisonGround,
  sex: data.sex,
  ageBand: data.ageBand,
  minor: data.minor,
  offenceClass: data.offenceClass,
  effectiveOn: data.effectiveOn,
  correctionFrom: data.correctionFrom,
  correctionTo: data.correctionTo,
});

/** How someone sentenced outside comes in: reporting in person, or handed over from prison or hospital (暂予监外执行). */
const arriving = (category: unknown): FieldsOf<'corrections.case'> => ({
  origin: 'direct',
  arrival: category === 'outside-prison' ? 'handed-over' : 'reports',
});

/** `documentedIntakeOn` of CC-31: the day by which both the subject and the papers had come. */
const documentIntake = (sheet: FactSheet): void => {
  const [received, papers] = [caseDate(sheet, 'receivedOn'), caseDate(sheet, 'docsReceivedOn')];
  if (received !== undefined && papers !== undefined) putCase(sheet, { documentedIntakeOn: latest(received, papers) });
};

/** `workedOutFrom` of CC-18: the day from which the term for the plan is over and group and plan are both there. */
const workOut = (sheet: FactSheet): void => {
  const [due, group, plan] = [
    caseDate(sheet, 'planDueOn'),
    caseDate(sheet, 'groupFormedOn'),
    caseDate(sheet, 'planAdoptedOn'),
  ];
  if (due !== undefined && group !== undefined && plan !== undefined)
    putCase(sheet, { workedOutFrom: latest(due, group, plan) });
};

/**
 * Enters the subject into the register. The entrusted office owns the case from here, and with it what happened before
 * intake, so that those due to come and those who came are counted in one office.
 */
const enter = (
  sheet: FactSheet,
  data: Entry,
  { inRegisterFrom, since = inRegisterFrom }: { inRegisterFrom: LocalDate; since?: LocalDate },
  { planDays }: FactSettings,
  fields: FieldsOf<'corrections.case'>,
): void => {
  const office: readonly Spell[] = [{ from: inRegisterFrom, value: data.officeCode }];
  putCase(
    sheet,
    { ...personal(data), status: 'in-register', inRegisterFrom, planDueOn: addDays(since, planDays), ...fields },
    { office, person: data.personRef },
  );
  if (sheet.get('corrections.lapse', NOT_REPORTED) !== undefined)
    put(sheet, 'corrections.lapse', NOT_REPORTED, {}, { office: data.officeCode });
  workOut(sheet);
  oweConditionReports(sheet);
};

/** Papers, reporting and intake: how a case comes to be, and what is due in its first weeks. */
export const intakeFacts: Handlers = {
  'corrections.LegalDocumentsReceived': ({ data }, sheet) => {
    const known = theCase(sheet)?.fields;
    const { docsReceivedOn, complete } = data;
    putCase(
      sheet,
      {
        docsReceivedOn: known?.['docsReceivedOn'] ?? docsReceivedOn,
        receiptSentOn: known?.['receiptSentOn'] ?? data.receiptSentOn,
        ...(complete
          ? { docsCompleteOn: known?.['docsCompleteOn'] ?? docsReceivedOn }
          : { docsIncompleteOn: known?.['docsIncompleteOn'] ?? docsReceivedOn }),
        ...(known?.['origin'] === undefined && { status: 'notified' }),
        ...(known?.['inRegisterFrom'] === undefined && {
          ...arriving(data.category),
          category: data.category,
          effectiveOn: data.effectiveOn,
        }),
      },
      { person: data.personRef },
    );
    documentIntake(sheet);
  },
  'corrections.SubjectReported': ({ data }, sheet) => {
    putCase(
      sheet,
      {
        ...arriving(theCase(sheet)?.fields['category']),
        status: 'reported',
        effectiveOn: data.effectiveOn,
        reportedOn: data.reportedOn,
      },
      { person: data.personRef },
    );
    if (sheet.get('corrections.lapse', NOT_REPORTED) !== undefined)
      put(sheet, 'corrections.lapse', NOT_REPORTED, { endedOn: data.reportedOn });
  },
  'corrections.NonReportRecorded': ({ data }, sheet) => {
    putCase(
      sheet,
      {
        ...arriving(theCase(sheet)?.fields['category']),
        status: 'not-reported',
        effectiveOn: data.effectiveOn,
        reportDueGiven: addDays(data.overdueOn, -1),
      },
      { person: data.personRef },
    );
    const { office } = theCase(sheet) ?? {};
    put(
      sheet,
      'corrections.lapse',
      NOT_REPORTED,
      { kind: 'not-reported', beganOn: data.overdueOn },
      { person: data.personRef, ...(office !== undefined && { office }) },
    );
  },
  'corrections.SubjectReceived': ({ data }, sheet, settings) => {
    const { receivedOn } = data;
    const known = theCase(sheet)?.fields;
    // Whoever is received has reported, and has brought the papers if they are complete.
    const docs = known?.['docsReceivedOn'] ?? (data.docsComplete ? receivedOn : undefined);
    enter(sheet, data, { inRegisterFrom: receivedOn }, settings, {
      ...arriving(data.category),
      receivedOn,
      reportedOn: known?.['reportedOn'] ?? receivedOn,
      docsReceivedOn: docs,
      ...(data.docsComplete && { docsCompleteOn: known?.['docsCompleteOn'] ?? receivedOn }),
    });
    documentIntake(sheet);
    const lapse = sheet.get('corrections.lapse', NOT_REPORTED);
    if (lapse !== undefined && lapse.fields['endedOn'] === undefined)
      put(sheet, 'corrections.lapse', NOT_REPORTED, { endedOn: receivedOn });
  },
  'corrections.SubjectTransferredIn': ({ data }, sheet, settings) =>
    enter(sheet, data, { inRegisterFrom: data.transferredInOn }, settings, {
      origin: 'transfer',
      arrival: undefined,
      transferredInOn: data.transferredInOn,
    }),
  'corrections.OpeningBalanceImported': ({ data }, sheet, settings) => {
    const { asOfDate } = data;
    if (data.state !== 'in-register') {
      // Still to come in: what is counted is the intake, when it happens. Who had reported by then did so at the latest then.
      const reported = data.state === 'reported' && { reportedOn: asOfDate };
      const fields = { ...personal(data), ...arriving(data.category), status: data.state, ...reported };
      putCase(sheet, fields, { person: data.personRef });
      return;
    }
    enter(sheet, data, { inRegisterFrom: asOfDate, since: data.receivedOn ?? asOfDate }, settings, {
      origin: 'import',
      importedOn: asOfDate,
      groupFormedOn: data.groupFormedOn,
      planAdoptedOn: data.planAdoptedOn,
      ...(data.managementLevel !== undefined && { level: addSpell([], asOfDate, data.managementLevel) }),
    });
  },
  'corrections.IntakeAnnounced': ({ data }, sheet) => putCase(sheet, { announcedOn: data.announcedOn }),
  'corrections.CorrectionGroupFormed': ({ data }, sheet) => {
    putCase(sheet, { groupFormedOn: caseDate(sheet, 'groupFormedOn') ?? data.formedOn });
    workOut(sheet);
  },
  'corrections.CorrectionPlanAdopted': ({ data }, sheet) => {
    putCase(sheet, { planAdoptedOn: caseDate(sheet, 'planAdoptedOn') ?? data.adoptedOn });
    workOut(sheet);
  },
};
