import { allOf, defineProcedure, newestOf, type Progress } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import { type ReviewEvent, reviewEvents } from './events/index.js';
import { acceptUnless, refuse } from './rejections.js';

type Status = 'requested' | 'reviewed' | 'withdrawn' | 'decided';
type State = Progress<ReviewEvent, Status>;
type Matter = { readonly kind: string; readonly agency: string };

const isOpen = (state: State): boolean =>
  newestOf(state, 'institution.ReviewRequested', 'institution.ReviewCompleted', 'institution.ReviewWithdrawn')?.type ===
  'institution.ReviewRequested';

/** Every request and decision of one record speaks of the same matter of the same agency. */
const isOther = (state: State, { kind, agency }: Matter): boolean =>
  [...allOf(state, 'institution.ReviewRequested'), ...allOf(state, 'institution.MajorDecisionTaken')].some(
    (known: Matter) => known.kind !== kind || known.agency !== agency,
  );

/**
 * Legal review of one major matter (法制审核): asked for, answered, decided. A matter sent back may be reviewed again; one
 * decided without review, or reviewed too late, is recorded as it was.
 * @rejects institution.other-matter    the record is about another agency's matter, or one of another kind
 * @rejects institution.review-open     the review asked for is not answered yet
 * @rejects institution.no-review-open  there is nothing to answer or withdraw
 * @confirms institution.without-review, institution.against-review  no decision may be taken so, yet it was
 * @source 行政处罚法 第五十八条; 国办发〔2018〕118号; 国办发〔2018〕115号; 重大行政决策程序暂行条例 第二十五条
 */
export const legalReview = defineProcedure<ReviewEvent, Status>({
  type: 'institution.legal-review',
  events: reviewEvents,
  steps: {
    none: ['institution.ReviewRequested', 'institution.MajorDecisionTaken'],
    requested: ['institution.ReviewCompleted', 'institution.ReviewWithdrawn', 'institution.MajorDecisionTaken'],
    reviewed: ['institution.ReviewRequested', 'institution.MajorDecisionTaken'],
    withdrawn: ['institution.ReviewRequested', 'institution.MajorDecisionTaken'],
    decided: ['institution.ReviewRequested', 'institution.ReviewCompleted', 'institution.ReviewWithdrawn'],
  },
  becomes: {
    'institution.ReviewRequested': (_data, { status }) => (status === 'decided' ? 'decided' : 'requested'),
    'institution.ReviewCompleted': (_data, { status }) => (status === 'decided' ? 'decided' : 'reviewed'),
    'institution.ReviewWithdrawn': (_data, { status }) => (status === 'decided' ? 'decided' : 'withdrawn'),
    'institution.MajorDecisionTaken': 'decided',
  },
  rules: {
    'institution.ReviewRequested': (data, state) => {
      if (isOther(state, data)) return refuse('institution.other-matter', 'kind', 'agency');
      return isOpen(state) ? refuse('institution.review-open') : accept;
    },
    'institution.ReviewCompleted': (_data, state) => (isOpen(state) ? accept : refuse('institution.no-review-open')),
    'institution.ReviewWithdrawn': (_data, state) => (isOpen(state) ? accept : refuse('institution.no-review-open')),
    'institution.MajorDecisionTaken': (data, state) => {
      if (isOther(state, data)) return refuse('institution.other-matter', 'kind', 'agency');
      const opinion = allOf(state, 'institution.ReviewCompleted').at(-1)?.opinion;
      if (opinion === undefined) return acceptUnless('institution.without-review');
      return acceptUnless(opinion === 'refused' ? 'institution.against-review' : undefined);
    },
  },
  keys: (state) => [
    ...allOf(state, 'institution.ReviewRequested').map(({ agency, letterNo }) => `review:${agency}:${letterNo}`),
    ...allOf(state, 'institution.MajorDecisionTaken').map(
      ({ agency, decisionDocNo }) => `decision:${agency}:${decisionDocNo}`,
    ),
  ],
  keyCodes: { review: 'institution.review-known', decision: 'institution.decision-known' },
});
