import { keyOf } from '#application/fact-tables.js';
import { type FactSheet, defineFacts } from '#application/facts.js';
import type { DataOfEvent, LitigationEvent } from '../domain/events.js';
import { appealOf } from '../domain/outcome.js';
import type { LitigationSettings } from '../settings.js';
import { tables } from './kinds.js';
import { type Handlers, beginSuit, inInstance, inSuit, putInstance, putSuit } from './sheet.js';

type Suit = DataOfEvent<'litigation.ResponseNoticeReceived' | 'litigation.OpeningBalanceImported'>;

/** Ends of an instance after which nobody owes an answer. */
const EXCUSING = ['withdrawn', 'withdrawn-after-change', 'discontinued', 'appeal-withdrawn'];

const personIn = ({ plaintiffs }: Suit) => plaintiffs.find(({ personRef }) => personRef !== undefined)?.personRef;
const headOf = ({ courtCaseNo, courtName, subject, afterReconsideration }: Suit) => ({
  suitNo: courtCaseNo,
  courtCaseNo,
  courtName,
  subject,
  afterReconsideration,
});

/** A notice begins a suit, or the next instance of one that is not final. */
const putNotice = (sheet: FactSheet, data: DataOfEvent<'litigation.ResponseNoticeReceived'>): void => {
  const { receivedOn, courtCaseNo, instance, procedure, afterReconsideration, courtFiledOn } = data;
  const ownAppeal = inSuit(sheet, 'appealBy') === 'defendant';
  if (inSuit(sheet, 'openFrom') !== undefined && inSuit(sheet, 'finalOn') === undefined)
    putSuit(sheet, { status: 'served', suitNo: courtCaseNo, appealBy: undefined });
  else
    beginSuit(sheet, { ...headOf(data), status: 'served', openedOn: receivedOn, openFrom: receivedOn }, personIn(data));
  putInstance(sheet, {
    courtCaseNo,
    instance,
    procedure,
    afterReconsideration,
    noticedOn: receivedOn,
    answerOwed: !ownAppeal,
    ...(courtFiledOn === undefined ? {} : { courtFiledOn }),
  });
};

const putOpening = (sheet: FactSheet, data: DataOfEvent<'litigation.OpeningBalanceImported'>): void => {
  const { asOfDate, state, courtCaseNo, instance, afterReconsideration, judgedOn, outcome } = data;
  beginSuit(sheet, { ...headOf(data), status: state, importedOn: asOfDate, openFrom: asOfDate }, personIn(data));
  putInstance(sheet, {
    courtCaseNo,
    instance,
    afterReconsideration,
    ...(judgedOn === undefined ? {} : { judgedOn }),
    ...(outcome === undefined ? {} : { outcome, appeal: appealOf(outcome) }),
  });
};

const on: Handlers = {
  'litigation.OpeningBalanceImported': ({ data }, sheet) => putOpening(sheet, data),
  'litigation.ResponseNoticeReceived': ({ data }, sheet) => putNotice(sheet, data),
  'litigation.DefenceSubmitted': ({ data: { submittedOn } }, sheet) => {
    if (inSuit(sheet, 'status') !== 'heard') putSuit(sheet, { status: 'answered' });
    putInstance(sheet, { submittedOn });
  },
  'litigation.HearingAttended': (event, sheet) => {
    const { heldOn, headRequired, headPresent } = event.data;
    putSuit(sheet, { status: 'heard' });
    const instance = inInstance(sheet, 'instance') ?? 'first';
    tables.put(sheet, 'litigation.hearing', keyOf(event), { heldOn, instance, headRequired, headPresent });
  },
  'litigation.JudgmentReceived': ({ data: { receivedOn, instance, outcome, docNo } }, sheet) => {
    putSuit(sheet, { status: outcome === 'remanded' ? 'remanded' : 'judged' });
    putInstance(sheet, {
      judgedOn: receivedOn,
      outcome,
      docNo,
      appeal: instance === 'second' ? 'none' : appealOf(outcome),
      ...(EXCUSING.includes(outcome) ? { excusedOn: receivedOn } : {}),
    });
  },
  'litigation.AppealFiled': ({ data: { filedOn, by } }, sheet) => {
    const sole = by === 'defendant' && (inSuit(sheet, 'appealBy') ?? by) === by;
    putSuit(sheet, { status: 'appealed', appealBy: sole ? 'defendant' : 'others' });
    putInstance(sheet, { filedOn: inInstance(sheet, 'filedOn') ?? filedOn });
  },
  'litigation.JudgmentBecameFinal': ({ data: { effectiveOn, finalOutcome, performBy } }, sheet) => {
    putSuit(sheet, {
      status: 'final',
      finalOn: effectiveOn,
      finalOutcome,
      ...(performBy === undefined ? {} : { performBy }),
    });
    putInstance(sheet, { finalOn: effectiveOn });
  },
  'litigation.JudgmentPerformed': ({ data: { performedOn } }, sheet) =>
    putSuit(sheet, { status: 'performed', performedOn }),
  'litigation.JudicialAdviceReceived': ({ data: { docNo, receivedOn, courtName, dueOn } }, sheet) =>
    tables.put(sheet, 'litigation.advice', docNo, {
      docNo,
      receivedOn,
      courtName,
      ...(dueOn === undefined ? {} : { dueGiven: dueOn }),
    }),
  'litigation.JudicialAdviceAnswered': ({ data: { docNo, answeredOn } }, sheet) =>
    tables.put(sheet, 'litigation.advice', docNo, { answeredOn }),
};

/** The line's facts: every event that a figure, a deadline or a register needs, as rows. */
export const facts = defineFacts<LitigationEvent, LitigationSettings>({
  name: 'litigation_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on,
});
