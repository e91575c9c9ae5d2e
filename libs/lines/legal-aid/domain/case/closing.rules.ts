import { exact } from '#kernel/money.js';
import { type ProcedureRule, lastOf, newestOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import type { LegalAidSettings } from '../../settings.js';
import type { CaseEvent } from '../events/index.js';
import { refuse } from '../rejections.js';

type Rule<Type extends CaseEvent['type']> = ProcedureRule<CaseEvent, Type, LegalAidSettings>;
type Past = Parameters<Rule<'legal-aid.DossierSubmitted'>>[1];

/** Where the file stands: with the agent, under review, returned, accepted. A new end asks for a new file. */
const fileOf = (state: Past) => {
  const newest = newestOf(
    state,
    'legal-aid.DossierSubmitted',
    'legal-aid.DossierReviewed',
    'legal-aid.AidConcluded',
    'legal-aid.AidTerminated',
  );
  if (newest?.type === 'legal-aid.DossierSubmitted') return 'under-review';
  return newest?.type === 'legal-aid.DossierReviewed' ? newest.data.outcome : 'none';
};

/**
 * @rejects legal-aid.dossier-under-review  one was handed in and is not reviewed yet
 * @rejects legal-aid.dossier-accepted      it is accepted
 */
const submit: Rule<'legal-aid.DossierSubmitted'> = (_data, state) => {
  const file = fileOf(state);
  if (file === 'under-review') return refuse('legal-aid.dossier-under-review');
  return file === 'accepted' ? refuse('legal-aid.dossier-accepted') : accept;
};

/** @rejects legal-aid.no-dossier-to-review  nothing was handed in, or it is reviewed already */
const review: Rule<'legal-aid.DossierReviewed'> = (_data, state) =>
  fileOf(state) === 'under-review' ? accept : refuse('legal-aid.no-dossier-to-review');

/** @rejects legal-aid.dossier-not-accepted  only an accepted file is archived */
const archive: Rule<'legal-aid.CaseArchived'> = (_data, state) =>
  fileOf(state) === 'accepted' ? accept : refuse('legal-aid.dossier-not-accepted');

/** @rejects legal-aid.already-approved  one subsidy a case and stage; a wrong one is corrected */
const approve: Rule<'legal-aid.SubsidyApproved'> = ({ amount }, state) => {
  const approved = lastOf(state, 'legal-aid.SubsidyApproved');
  if (approved === undefined) return accept;
  return exact(approved.amount).equals(amount) ? nothing : refuse('legal-aid.already-approved', 'amount');
};

/**
 * Payment of the subsidy; the same payment told again is nothing new.
 * @rejects legal-aid.not-approved        nothing was approved
 * @rejects legal-aid.already-paid        another payment of this case and stage
 * @rejects legal-aid.paid-over-approved  more than was approved
 * @source 法律援助法 第五十二条
 */
const pay: Rule<'legal-aid.SubsidyPaid'> = ({ amount, paymentRef }, state) => {
  const before = lastOf(state, 'legal-aid.SubsidyPaid');
  if (before !== undefined)
    return paymentRef !== undefined && before.paymentRef === paymentRef && exact(before.amount).equals(amount)
      ? nothing
      : refuse('legal-aid.already-paid', 'paymentRef');
  const approved = lastOf(state, 'legal-aid.SubsidyApproved');
  if (approved === undefined) return refuse('legal-aid.not-approved');
  return exact(amount).greaterThan(approved.amount) ? refuse('legal-aid.paid-over-approved', 'amount') : accept;
};

/** @rejects legal-aid.not-concluded  only a concluded case is assessed, not one that was broken off */
const assess: Rule<'legal-aid.CaseQualityAssessed'> = (_data, state) =>
  newestOf(state, 'legal-aid.AidConcluded', 'legal-aid.AidTerminated')?.type === 'legal-aid.AidConcluded'
    ? accept
    : refuse('legal-aid.not-concluded');

export const closingRules = {
  'legal-aid.DossierSubmitted': submit,
  'legal-aid.DossierReviewed': review,
  'legal-aid.CaseArchived': archive,
  'legal-aid.SubsidyApproved': approve,
  'legal-aid.SubsidyPaid': pay,
  'legal-aid.CaseQualityAssessed': assess,
};
