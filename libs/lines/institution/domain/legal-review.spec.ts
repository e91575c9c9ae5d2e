import { builderOf } from '../../../../test/support/built.js';
import { accepted, conflictsWith, needsApproval, rejected, specFor } from '../../../../test/support/spec-for.js';
import type { InstitutionEvent } from './events/index.js';
import { examples } from './examples.js';
import { legalReview } from './legal-review.stream.js';

const built = builderOf<InstitutionEvent>(examples);
const given = specFor(legalReview, {});
const requested = built('institution.ReviewRequested');
const approved = built('institution.ReviewCompleted');
const decided = built('institution.MajorDecisionTaken');

describe('a legal review', () => {
  it('is asked for', () => given().when(requested).then(accepted));
  it('is asked for once at a time', () => given(requested).when(requested).then(rejected('illegal-step')));
  it('is answered', () => given(requested).when(approved).then(accepted));
  it('is answered once', () => given(requested, approved).when(approved).then(rejected('illegal-step')));
  it('is not answered before it was asked for', () =>
    given(requested)
      .when(built('institution.ReviewCompleted', { completedOn: '2022-02-28' }))
      .then(rejected('illegal-step')));
  it('may be withdrawn', () => given(requested).when(built('institution.ReviewWithdrawn')).then(accepted));
  it('may follow upon one that sent the matter back', () =>
    given(requested, built('institution.ReviewCompleted', { opinion: 'to-be-revised' }))
      .when(built('institution.ReviewRequested', { requestedOn: '2022-03-09', letterNo: '资市监送审〔2022〕4号' }))
      .then(accepted));
  it('stays with its matter', () =>
    given(requested, approved)
      .when(built('institution.ReviewRequested', { requestedOn: '2022-03-09', agency: '区城管局' }))
      .then(rejected('institution.other-matter')));
  it('knows its letter and its decision again', () =>
    given(requested, approved, decided).thenKeys(
      'review:区市场监管局:资市监送审〔2022〕3号',
      'decision:区市场监管局:资市监罚〔2022〕7号',
    ));
});

describe('the decision', () => {
  it('follows the review', () => given(requested, approved).when(decided).then(accepted));
  it('without one needs a second person', () =>
    given().when(decided).then(needsApproval('institution.without-review')));
  it('while one is open needs a second person', () =>
    given(requested).when(decided).then(needsApproval('institution.without-review')));
  it('against one needs a second person', () =>
    given(requested, built('institution.ReviewCompleted', { opinion: 'refused' }))
      .when(decided)
      .then(needsApproval('institution.against-review')));
  it('is of the kind that was reviewed', () =>
    given(requested, approved)
      .when(built('institution.MajorDecisionTaken', { kind: 'contract' }))
      .then(rejected('institution.other-matter')));
  it('is taken once', () => given(requested, approved, decided).when(decided).then(rejected('illegal-step')));
});

describe('a review after the decision', () => {
  const late = built('institution.ReviewCompleted', { completedOn: '2022-04-01' });
  it('is recorded as it was', () => given(requested, decided).when(late).then(accepted));
  it('has to be asked for', () => given(decided).when(late).then(rejected('institution.no-review-open')));
  it('is withdrawn only while it is open', () =>
    given(decided)
      .when(built('institution.ReviewWithdrawn', { withdrawnOn: '2022-04-01' }))
      .then(rejected('institution.no-review-open')));
  it('is not asked for twice', () =>
    given(requested, decided)
      .when(built('institution.ReviewRequested', { requestedOn: '2022-04-01' }))
      .then(rejected('institution.review-open')));
  it('entered late takes its place in time, and the answer still has a question', () =>
    given(requested, approved)
      .when(built('institution.ReviewWithdrawn', { withdrawnOn: '2022-03-02' }))
      .then(conflictsWith('illegal-step')));
});
