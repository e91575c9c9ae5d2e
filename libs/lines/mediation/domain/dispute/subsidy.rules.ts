import { canonicalJson } from '#kernel/canonical.js';
import { inForce } from '#kernel/dated.js';
import { exact } from '#kernel/money.js';
import { allOf, lastOf } from '#kernel/procedure.js';
import { type Rejection, accept, nothing } from '#kernel/reject.js';
import type { GradeThreshold, MediationSettings } from '../../settings.js';
import type { DataOfEvent } from '../events/index.js';
import { acceptUnless, refuse } from '../rejections.js';
import { type Dispute, type DisputeRules, isMediator, totalOf } from './past.js';

type Factors = DataOfEvent<'mediation.DifficultyProposed'>['factors'];

/** Whether a case reaches a grade: no threshold is set, or one of those set is reached. */
const reaches = (factors: Factors, threshold: GradeThreshold | undefined): boolean => {
  if (threshold === undefined || Object.keys(threshold).length === 0) return true;
  const { peopleCount = Infinity, amount = Infinity, sessionCount = Infinity, deathOrInjury, groupRisk } = threshold;
  return (
    factors.peopleCount >= peopleCount ||
    exact(factors.amount).greaterThanOrEqualTo(amount) ||
    factors.sessionCount >= sessionCount ||
    (deathOrInjury === true && factors.deathOrInjury) ||
    (groupRisk === true && factors.groupRisk)
  );
};

/** Why nothing is paid for a case that brought no agreement, where the county does not pay for effort. */
const withoutSuccess = ({ status }: Dispute, { subsidyForEffort }: MediationSettings): Rejection | undefined =>
  status === 'succeeded' || subsidyForEffort ? undefined : refuse('mediation.not-succeeded');

/** Why the dossier stands in the way: its newest review was not passed, or there is none where one is asked for. */
const dossierWanting = (dispute: Dispute, { reviewBeforeSubsidy }: MediationSettings): Rejection | undefined => {
  const result = lastOf(dispute, 'mediation.DossierReviewed')?.result;
  const good = result === 'passed' || (result === undefined && !reviewBeforeSubsidy);
  return good ? undefined : refuse('mediation.dossier-not-passed');
};

/** A repeat of what is already so is nothing; anything else is refused. */
const repeat = (known: object, data: object, refusal: Rejection) =>
  canonicalJson(known) === canonicalJson(data) ? nothing : refusal;

/**
 * The grade of a case, its dossier, and what is paid for it. A case earns once, however often it was mediated.
 * @rejects mediation.not-succeeded         no agreement, and the county does not pay for effort
 * @rejects mediation.grade-not-proposed    a grade is proposed before it is confirmed
 * @rejects mediation.confirmed-by-mediator, confirmed-by-proposer, reviewed-by-mediator  nobody judges his own work
 * @rejects mediation.already-approved      the subsidy was approved: neither grade nor approval changes
 * @rejects mediation.already-claimed       one claim a dispute, ever
 * @rejects mediation.payee-on-payroll      the payee is paid by the state, and the county pays no such mediators
 * @rejects mediation.dossier-not-passed    the dossier is not up to standard
 * @rejects mediation.grade-not-confirmed   approved for another grade than the confirmed one
 * @rejects mediation.grade-not-funded      this level of finance does not pay for the grade
 * @rejects mediation.tariff-not-in-force   another tariff holds for the grade
 * @rejects mediation.above-tariff          more than a case of the grade earns
 * @rejects mediation.paid-above-approved   more paid than approved
 * @rejects mediation.payment-exists        the payment is known with another content
 * @confirms mediation.grade-below-threshold  a grade the factors do not reach
 * @confirms mediation.payee-not-mediator     the payee did not mediate the case
 */
export const subsidyRules: DisputeRules = {
  'mediation.DifficultyProposed': ({ grade, factors }, dispute, { settings, occurredOn }) => {
    if (lastOf(dispute, 'mediation.SubsidyApproved') !== undefined) return refuse('mediation.already-approved');
    const threshold = inForce(settings.gradeThresholds, occurredOn)[grade];
    return acceptUnless(reaches(factors, threshold) ? undefined : 'mediation.grade-below-threshold');
  },

  'mediation.DifficultyConfirmed': ({ grade, reviewer }, dispute, { settings }) => {
    const missing = withoutSuccess(dispute, settings);
    if (missing !== undefined) return missing;
    const proposal = lastOf(dispute, 'mediation.DifficultyProposed');
    if (proposal === undefined) return refuse('mediation.grade-not-proposed');
    if (isMediator(dispute, reviewer)) return refuse('mediation.confirmed-by-mediator', 'reviewer');
    if (proposal.proposer === reviewer) return refuse('mediation.confirmed-by-proposer', 'reviewer');
    if (lastOf(dispute, 'mediation.DifficultyConfirmed')?.grade === grade) return nothing;
    return lastOf(dispute, 'mediation.SubsidyApproved') === undefined ? accept : refuse('mediation.already-approved');
  },

  'mediation.DossierReviewed': ({ reviewer }, dispute) =>
    isMediator(dispute, reviewer) ? refuse('mediation.reviewed-by-mediator', 'reviewer') : accept,

  'mediation.DisputeArchived': (data, dispute) => {
    const archived = lastOf(dispute, 'mediation.DisputeArchived');
    return archived === undefined ? accept : repeat(archived, data, refuse('mediation.already-archived'));
  },

  'mediation.SubsidyClaimed': (data, dispute, { settings }) => {
    const missing = withoutSuccess(dispute, settings);
    if (missing !== undefined) return missing;
    const claim = lastOf(dispute, 'mediation.SubsidyClaimed');
    if (claim !== undefined) return repeat(claim, data, refuse('mediation.already-claimed'));
    if (data.onPublicPayroll && !settings.subsidyOnPayroll) return refuse('mediation.payee-on-payroll', 'payee');
    if (lastOf(dispute, 'mediation.DossierReviewed')?.result === 'not-passed')
      return refuse('mediation.dossier-not-passed');
    return acceptUnless(isMediator(dispute, data.payee) ? undefined : 'mediation.payee-not-mediator');
  },

  'mediation.SubsidyApproved': (data, dispute, { settings, occurredOn }) => {
    const { grade, tariff, amountApproved, fundLevel } = data;
    if (lastOf(dispute, 'mediation.SubsidyClaimed') === undefined) return refuse('mediation.not-claimed');
    if (lastOf(dispute, 'mediation.SubsidyRefused') !== undefined) return refuse('mediation.already-refused');
    const approved = lastOf(dispute, 'mediation.SubsidyApproved');
    if (approved !== undefined) return repeat(approved, data, refuse('mediation.already-approved'));
    if (lastOf(dispute, 'mediation.DifficultyConfirmed')?.grade !== grade)
      return refuse('mediation.grade-not-confirmed', 'grade');
    if (!settings.fundedGrades[fundLevel].includes(grade)) return refuse('mediation.grade-not-funded', 'fundLevel');
    const set = inForce(settings.tariffs, occurredOn)[grade];
    if (set !== undefined && !exact(tariff).equals(set)) return refuse('mediation.tariff-not-in-force', 'tariff');
    if (exact(amountApproved).greaterThan(tariff)) return refuse('mediation.above-tariff', 'amountApproved');
    return dossierWanting(dispute, settings) ?? accept;
  },

  'mediation.SubsidyRefused': (data, dispute) => {
    if (lastOf(dispute, 'mediation.SubsidyClaimed') === undefined) return refuse('mediation.not-claimed');
    if (lastOf(dispute, 'mediation.SubsidyApproved') !== undefined) return refuse('mediation.already-approved');
    const refused = lastOf(dispute, 'mediation.SubsidyRefused');
    return refused === undefined ? accept : repeat(refused, data, refuse('mediation.already-refused'));
  },

  'mediation.SubsidyPaid': (data, dispute) => {
    const approved = lastOf(dispute, 'mediation.SubsidyApproved');
    if (approved === undefined) return refuse('mediation.not-approved');
    const payments = allOf(dispute, 'mediation.SubsidyPaid');
    const known = payments.find(({ paymentRef }) => paymentRef === data.paymentRef);
    if (known !== undefined) return repeat(known, data, refuse('mediation.payment-exists', 'paymentRef'));
    const paid = totalOf(...payments.map(({ amountPaid }) => amountPaid), data.amountPaid);
    return paid.greaterThan(approved.amountApproved) ? refuse('mediation.paid-above-approved', 'amountPaid') : accept;
  },
};
