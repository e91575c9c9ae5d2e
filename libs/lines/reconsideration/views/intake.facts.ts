import { type FactSheet, addSpell } from '#application/facts.js';
import { type ProcedureName, daysUpTo, decisionStart } from '../domain/clock.js';
import type { DataOfEvent, IntakeEvent } from '../domain/events/index.js';
import { REVISION_OF_2023 } from '../domain/law.js';
import { type FactSettings, type Handlers, putCase, textOf } from './case-sheet.js';

type Application = DataOfEvent<'reconsideration.ReconsiderationApplied'>;
type Opening = DataOfEvent<'reconsideration.OpeningBalanceImported'>;

const putMatter = (sheet: FactSheet, data: Application | Opening): void =>
  putCase(
    sheet,
    {
      respondentKind: data.respondentKind,
      actKind: data.actKind,
      field: data.field,
      actKnownOn: data.actKnownOn,
      receivedOn: data.receivedOn,
      reviewFrom: data.receivedOn,
      law: data.receivedOn < REVISION_OF_2023 ? 'before-2024' : 'since-2024',
      ...(data.actDocNo === undefined ? {} : { actDocNo: data.actDocNo }),
    },
    data.applicants.find(({ personRef }) => personRef !== undefined)?.personRef,
  );

const termFrom = (sheet: FactSheet, settings: FactSettings, acceptedOn: string): string => {
  const receivedOn = textOf(sheet, 'receivedOn') ?? acceptedOn;
  return decisionStart(settings, receivedOn, textOf(sheet, 'reviewFrom') ?? receivedOn, acceptedOn);
};

const putAccepted = (sheet: FactSheet, settings: FactSettings, acceptedOn: string, procedure: ProcedureName): void =>
  putCase(sheet, {
    status: 'in-review',
    answer: 'accepted',
    answeredOn: acceptedOn,
    acceptedOn,
    openFrom: acceptedOn,
    procedure,
    termFrom: termFrom(sheet, settings, acceptedOn),
  });

const putAnswer = (sheet: FactSheet, answer: string, answeredOn: string): void =>
  putCase(sheet, { status: answer, answer, answeredOn });

/** A case taken over stands in stocks from the day of the balance; the day stated for its decision gives the days it has. */
const putOpening = (sheet: FactSheet, data: Opening, settings: FactSettings): void => {
  putMatter(sheet, data);
  putCase(sheet, { status: data.state });
  const { asOfDate, acceptedOn, procedure = 'ordinary', acceptanceNo, dueOn, suspendedOn } = data;
  if (acceptedOn === undefined) return;
  const startsOn = termFrom(sheet, settings, acceptedOn);
  putCase(sheet, {
    // It was accepted before: nobody has to answer the application any more.
    reviewFrom: undefined,
    importedOn: asOfDate,
    openFrom: asOfDate,
    procedure,
    termFrom: startsOn,
    ...(acceptanceNo === undefined ? {} : { acceptanceNo }),
    ...(dueOn === undefined ? {} : { moreDays: daysUpTo({ procedure, startsOn, more: 0, pauses: [] }, dueOn) }),
    ...(suspendedOn === undefined ? {} : { clock: addSpell([], suspendedOn, 'stopped') }),
  });
};

/** From the application to the answer whether it is taken up. */
export const intakeFacts: Handlers<IntakeEvent['type']> = {
  'reconsideration.OpeningBalanceImported': ({ data }, sheet, settings) => putOpening(sheet, data, settings),
  'reconsideration.ReconsiderationApplied': ({ data }, sheet) => {
    putMatter(sheet, data);
    putCase(sheet, {
      status: 'received',
      appliedOn: data.receivedOn,
      madeOn: data.agencyReceivedOn ?? data.receivedOn,
      channel: data.channel,
      enterpriseRelated: data.enterpriseRelated,
      remedy: data.remedyInformed ? 'informed' : 'uninformed',
      longest: data.immovables ? 'immovables' : 'usual',
      ...(data.actMadeOn === undefined ? {} : { actMadeOn: data.actMadeOn }),
      ...(data.agencyReceivedOn === undefined ? {} : { agencyReceivedOn: data.agencyReceivedOn }),
    });
  },
  'reconsideration.SupplementRequested': ({ data: { requestedOn, dueOn } }, sheet) =>
    putCase(sheet, {
      status: 'correction-requested',
      correctionRequestedOn: requestedOn,
      correctionDueOn: dueOn,
      reviewFrom: undefined,
    }),
  'reconsideration.CorrectionTermExtended': ({ data }, sheet) => putCase(sheet, { correctionDueOn: data.newDueOn }),
  'reconsideration.CorrectionSupplied': ({ data: { suppliedOn } }, sheet) =>
    putCase(sheet, { status: 'received', suppliedOn, reviewFrom: suppliedOn }),
  'reconsideration.ReconsiderationAccepted': ({ data }, sheet, settings) => {
    putAccepted(sheet, settings, data.acceptedOn, data.procedure);
    putCase(sheet, { acceptanceNo: data.acceptanceNo });
  },
  'reconsideration.DeemedAccepted': ({ data }, sheet, settings) =>
    putAccepted(sheet, settings, data.deemedOn, 'ordinary'),
  'reconsideration.ReconsiderationNotAccepted': ({ data }, sheet) => putAnswer(sheet, 'not-accepted', data.decidedOn),
  'reconsideration.ReconsiderationReferred': ({ data }, sheet) => putAnswer(sheet, 'referred', data.decidedOn),
  'reconsideration.DeemedAbandoned': ({ data }, sheet) => putAnswer(sheet, 'abandoned', data.decidedOn),
  'reconsideration.SettledBeforeAcceptance': ({ data }, sheet) => putAnswer(sheet, 'settled-before', data.settledOn),
};
