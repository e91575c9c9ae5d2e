import { keyOf } from '#application/fact-tables.js';
import type { Fact, FactSheet } from '#application/facts.js';
import type { Handlers } from './handlers.js';
import { tables } from './kinds.js';

const DECISION = 'decision';

/** The round that waits for an answer. */
const openRound = (sheet: FactSheet): Fact | undefined =>
  sheet
    .all('institution.review')
    .find(({ fields }) => fields['completedOn'] === undefined && fields['withdrawnOn'] === undefined);

/** The first day a review was answered. */
const firstReview = (sheet: FactSheet): string | undefined =>
  sheet
    .all('institution.review')
    .flatMap(({ fields }) => (typeof fields['completedOn'] === 'string' ? [fields['completedOn']] : []))
    .sort()[0];

/** Reviews by round, and the decision they were for. */
export const reviewFacts: Handlers = {
  'institution.ReviewRequested': (event, sheet) => {
    const { requestedOn, kind, agency } = event.data;
    tables.put(sheet, 'institution.review', keyOf(event), { requestedOn, kind, agency });
  },
  'institution.ReviewCompleted': ({ data: { completedOn, opinion } }, sheet) => {
    const round = openRound(sheet);
    if (round !== undefined) tables.put(sheet, 'institution.review', round.key, { completedOn, opinion });
    if (sheet.get('institution.decision', DECISION) !== undefined)
      tables.put(sheet, 'institution.decision', DECISION, { reviewedOn: firstReview(sheet) });
  },
  'institution.ReviewWithdrawn': ({ data: { withdrawnOn } }, sheet) => {
    const round = openRound(sheet);
    if (round !== undefined) tables.put(sheet, 'institution.review', round.key, { withdrawnOn });
  },
  'institution.MajorDecisionTaken': ({ data }, sheet) =>
    tables.put(sheet, 'institution.decision', DECISION, { ...data, reviewedOn: firstReview(sheet) }),
};
