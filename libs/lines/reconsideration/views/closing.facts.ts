import type { FactSheet } from '#application/facts.js';
import { earliest } from '#kernel/dates.js';
import type { ClosingEvent, DataOfEvent } from '../domain/events/index.js';
import { type Handlers, putCase, textOf } from './case-sheet.js';
import { tables } from './kinds.js';

type Conclusion = DataOfEvent<'reconsideration.ReconsiderationConcluded'>;

const endingOf = ({ outcome, terminationGround }: Conclusion): string => {
  if (outcome === 'mediated') return 'mediated';
  if (outcome !== 'terminated') return 'decision';
  return terminationGround === 'withdrawn' ? 'withdrawn' : 'ended';
};

/** The first suit or petition after a conclusion. */
const putContest = (sheet: FactSheet, field: 'litigatedOn' | 'petitionedOn', on: string): void =>
  putCase(sheet, {
    [field]: earliest(textOf(sheet, field), on),
    contestedOn: earliest(textOf(sheet, 'contestedOn'), on),
  });

const putLetter = (
  sheet: FactSheet,
  kind: 'opinion' | 'suggestion',
  { docNo, issuedOn, toOrgan, dueOn }: DataOfEvent<'reconsideration.OpinionLetterIssued'>,
): void =>
  tables.put(sheet, 'reconsideration.letter', docNo, {
    kind,
    docNo,
    issuedOn,
    toOrgan,
    ...(dueOn === undefined ? {} : { dueGiven: dueOn }),
  });

/** How a case ended, and what became of that. */
export const closingFacts: Handlers<ClosingEvent['type']> = {
  'reconsideration.ReconsiderationConcluded': ({ data }, sheet) => {
    const { decidedOn, outcome, docNo, correctedAct, performBy } = data;
    const ending = endingOf(data);
    putCase(sheet, {
      status: 'concluded',
      concludedOn: decidedOn,
      docNo,
      outcome,
      ending,
      correctedAct,
      ...(ending === 'decision' ? { decidedOn } : {}),
      ...(performBy === undefined ? {} : { performBy }),
    });
  },
  'reconsideration.DecisionServed': ({ data: { servedOn } }, sheet) => {
    const status = textOf(sheet, 'status');
    putCase(sheet, { servedOn, ...(status === 'concluded' ? { status: 'served' } : {}) });
  },
  'reconsideration.DecisionPerformed': ({ data: { performedOn } }, sheet) =>
    putCase(sheet, { status: 'performed', performedOn }),
  'reconsideration.LitigationFiledAgainstDecision': ({ data }, sheet) => {
    putCase(sheet, { status: 'litigated' });
    putContest(sheet, 'litigatedOn', data.filedOn);
  },
  'reconsideration.PetitionedAfterDecision': ({ data }, sheet) => putContest(sheet, 'petitionedOn', data.petitionedOn),
  'reconsideration.OpinionLetterIssued': ({ data }, sheet) => putLetter(sheet, 'opinion', data),
  'reconsideration.SuggestionIssued': ({ data }, sheet) => putLetter(sheet, 'suggestion', data),
  'reconsideration.OpinionAnswered': ({ data }, sheet) =>
    tables.put(sheet, 'reconsideration.letter', data.docNo, { replyOn: data.answeredOn }),
};
