import { type FactSheet, type FactValue, type ViewedEvent, addSpell } from '#application/facts.js';
import { type LocalDate, dateInShanghai } from '#kernel/dates.js';
import { closingGroupOf } from '../../domain/case/matter.js';
import type { DataOfEvent } from '../../domain/events/index.js';
import { type Handlers, keyOf, kindOfCase, newest, put, putCase, putNewest, putOfCase, theCase } from './case-sheet.js';

type Applied = DataOfEvent<'legal-aid.AidApplied'>;
type Recipients = Applied['applicants'];
type Subject = Pick<Applied, 'nature' | 'form'>;

const DAY = 86_400_000;

/** The column of the ministry's monthly form (办理案件数) a case stands in. */
const formRowOf = ({ nature, form }: Subject, entry: FactValue, stage: FactValue): string => {
  if (nature === 'criminal') {
    if (stage === 'compulsory-treatment') return 'criminal-compulsory-treatment';
    return entry === 'notified' || entry === 'requested' ? `criminal-${entry}` : 'criminal-applied';
  }
  if (form === 'litigation') return `${nature}-litigation`;
  return form === 'labour-arbitration' ? 'other-non-litigation' : form;
};

const kindFields = (subject: Subject, entry: FactValue, stage: FactValue) => ({
  nature: subject.nature,
  form: subject.form,
  formRow: formRowOf(subject, entry, stage),
  closingGroup: closingGroupOf(subject),
});

const putRecipients = (sheet: FactSheet, recipients: Recipients, nature: string): void => {
  for (const { personRef, categories } of recipients) {
    putOfCase(sheet, 'legal-aid.recipient', personRef, { nature }, { person: personRef });
    for (const category of categories)
      putOfCase(sheet, 'legal-aid.recipient-category', `${personRef}:${category}`, { category }, { person: personRef });
  }
};

/** Aid is given from this day: the case and its recipients are counted, and the case is in hand. */
const handle = (sheet: FactSheet, event: ViewedEvent, handledOn: LocalDate): void => {
  putCase(sheet, { handledOn });
  for (const kind of ['legal-aid.recipient', 'legal-aid.recipient-category'] as const)
    for (const { key } of sheet.all(kind)) put(sheet, kind, key, { handledOn });
  openCase(sheet, event, handledOn, 'granted');
};

const openCase = (sheet: FactSheet, event: ViewedEvent, openFrom: LocalDate, origin: string): void => {
  const { nature } = kindOfCase(sheet);
  putOfCase(sheet, 'legal-aid.open-case', keyOf(event), { openFrom, origin, nature });
};

const forwarding = ({ transferReceivedAt, arrivedAt }: Applied) =>
  transferReceivedAt === undefined
    ? {}
    : {
        forwardTakenOn: dateInShanghai(new Date(transferReceivedAt)),
        ...(arrivedAt !== undefined && {
          forwardedIn24Hours: Date.parse(arrivedAt) - Date.parse(transferReceivedAt) <= DAY,
        }),
      };

/** How a case begins. */
export const openingFacts: Handlers = {
  'legal-aid.AidApplied': (event, sheet) => {
    const { receivedOn, applicants, matter, stage, entry, caseNo } = event.data;
    putCase(
      sheet,
      {
        status: 'applied',
        origin: 'application',
        ...kindFields(event.data, entry, stage),
        ...{ caseNo, matter, stage, entry, receivedOn },
        recipients: applicants.length,
        ...forwarding(event.data),
      },
      applicants[0]?.personRef,
    );
    const fields = { receivedOn, startsOn: receivedOn, termFrom: receivedOn };
    putOfCase(sheet, 'legal-aid.examination', keyOf(event), fields);
    putRecipients(sheet, applicants, event.data.nature);
  },
  'legal-aid.DefenceNotified': (event, sheet) => {
    const { receivedOn, stage, suspectRef, categories, caseNo } = event.data;
    const subject = { nature: 'criminal', form: 'criminal-defence-agency' } as const;
    const [origin, entry] = ['notice', 'notified'];
    putCase(
      sheet,
      {
        status: 'notified',
        ...kindFields(subject, entry, stage),
        ...{ origin, entry, caseNo, stage, receivedOn },
        recipients: 1,
      },
      suspectRef,
    );
    putOfCase(sheet, 'legal-aid.examination', keyOf(event), {
      receivedOn,
      startsOn: receivedOn,
      decidedOn: receivedOn,
      decision: 'notified',
      notifiedOn: receivedOn,
    });
    putRecipients(sheet, [{ personRef: suspectRef, categories }], subject.nature);
    handle(sheet, event, receivedOn);
  },
  'legal-aid.OpeningBalanceImported': (event, sheet) => {
    const { asOfDate, applicants, matter, stage, state, receivedOn, agentKind, caseNo } = event.data;
    putCase(
      sheet,
      {
        status: state,
        origin: 'imported',
        ...kindFields(event.data, undefined, stage),
        ...{ caseNo, matter, stage, receivedOn, agentKind },
        recipients: applicants.length,
      },
      applicants[0]?.personRef,
    );
    openCase(sheet, event, asOfDate, 'imported');
  },
};

/** Examination, decision, objection. */
export const examinationFacts: Handlers = {
  'legal-aid.SupplementRequested': ({ data: { requestedOn } }, sheet) => {
    putCase(sheet, { status: 'supplement' });
    setClock(sheet, requestedOn, 'stopped');
  },
  'legal-aid.SupplementSupplied': ({ data: { suppliedOn } }, sheet) => {
    putCase(sheet, { status: theCase(sheet)?.fields['assignedOn'] === undefined ? 'applied' : 'provisional' });
    setClock(sheet, suppliedOn, 'running');
  },
  'legal-aid.ApplicationDeemedWithdrawn': ({ data: { withdrawnOn } }, sheet) => {
    putCase(sheet, { status: 'withdrawn', endedOn: withdrawnOn });
    putNewest(sheet, 'legal-aid.examination', { decidedOn: withdrawnOn, decision: 'withdrawn' });
  },
  'legal-aid.AidGranted': (event, sheet) => {
    const { decidedOn, form } = event.data;
    const { nature, entry, stage, assignedOn } = theCase(sheet)?.fields ?? {};
    putCase(sheet, {
      status: assignedOn === undefined ? 'granted' : 'assigned',
      ...(form !== undefined && kindFields({ nature: nature as Subject['nature'], form }, entry, stage)),
    });
    const fields = { decidedOn, answeredOn: decidedOn, decision: 'granted', grantedOn: decidedOn };
    putNewest(sheet, 'legal-aid.examination', fields);
    handle(sheet, event, decidedOn);
  },
  'legal-aid.AidRefused': ({ data: { decidedOn, reason } }, sheet) => {
    putCase(sheet, { status: 'refused', endedOn: decidedOn });
    const fields = { decidedOn, answeredOn: decidedOn, decision: 'refused', refusalReason: reason };
    putNewest(sheet, 'legal-aid.examination', fields);
  },
  'legal-aid.ObjectionRaised': (event, sheet) => {
    const against = theCase(sheet)?.fields['status'] === 'refused' ? 'refusal' : 'termination';
    putOfCase(sheet, 'legal-aid.objection', keyOf(event), { raisedOn: event.data.raisedOn, against });
  },
  'legal-aid.ObjectionDecided': (event, sheet) => {
    const { decidedOn, outcome } = event.data;
    putNewest(sheet, 'legal-aid.objection', { decidedOn, outcome });
    if (outcome === 'maintained') return;
    if (theCase(sheet)?.fields['status'] === 'refused') examineAgain(sheet, event, decidedOn);
    else resume(sheet, event, decidedOn);
  },
};

/** The term of the examination stands still, or runs again. */
const setClock = (sheet: FactSheet, on: LocalDate, value: 'stopped' | 'running'): void => {
  const clock = newest(sheet, 'legal-aid.examination')?.fields['clock'];
  putNewest(sheet, 'legal-aid.examination', { clock: addSpell(Array.isArray(clock) ? clock : [], on, value) });
};

const examineAgain = (sheet: FactSheet, event: ViewedEvent, on: LocalDate): void => {
  const assignedOn = theCase(sheet)?.fields['assignedOn'];
  const receivedOn = theCase(sheet)?.fields['receivedOn'];
  putCase(sheet, { status: assignedOn === undefined ? 'applied' : 'provisional', endedOn: undefined });
  putNewest(sheet, 'legal-aid.examination', { supersededOn: on });
  const fields = { receivedOn, startsOn: on, termFrom: on, assignedOn };
  putOfCase(sheet, 'legal-aid.examination', keyOf(event), fields);
};

const resume = (sheet: FactSheet, event: ViewedEvent, on: LocalDate): void => {
  putCase(sheet, { status: theCase(sheet)?.fields['resumesAs'], endedOn: undefined });
  putNewest(sheet, 'legal-aid.dossier', { lapsedOn: on });
  openCase(sheet, event, on, 'reopened');
};
