import { dateInShanghai } from '#kernel/dates.js';
import { type ProcedureRule, allOf, lastOf, newestOf } from '#kernel/procedure.js';
import { type Verdict, accept } from '#kernel/reject.js';
import type { LegalAidSettings } from '../../settings.js';
import type { CaseEvent, DataOfEvent } from '../events/index.js';
import { acceptUnless, refuse } from '../rejections.js';

type Rule<Type extends CaseEvent['type']> = ProcedureRule<CaseEvent, Type, LegalAidSettings>;
type Applied = DataOfEvent<'legal-aid.AidApplied'>;
type Subject = Pick<Applied, 'nature' | 'form' | 'matter' | 'stage' | 'applicants'>;
type Stage = NonNullable<Applied['stage']>;

const criminalStages: readonly Stage[] = [
  'investigation',
  'prosecution',
  'first-instance',
  'second-instance',
  'death-review',
  'retrial',
  'compulsory-treatment',
];
const otherStages: readonly Stage[] = ['first-instance', 'second-instance', 'retrial', 'arbitration', 'enforcement'];

/**
 * @rejects legal-aid.form-not-for-nature   criminal cases have one form, and no other case has it
 * @rejects legal-aid.stage-missing         a criminal case is counted by its stage
 * @rejects legal-aid.stage-not-for-nature  a stage of other proceedings
 * @rejects legal-aid.matter-missing        any other case is counted by its matter
 * @rejects legal-aid.recipient-twice       one person named twice
 */
const subject = ({ nature, form, matter, stage, applicants }: Subject): Verdict => {
  const criminal = nature === 'criminal';
  if (criminal !== (form === 'criminal-defence-agency'))
    return refuse('legal-aid.form-not-for-nature', 'nature', 'form');
  if (criminal && stage === undefined) return refuse('legal-aid.stage-missing', 'stage');
  if (!criminal && matter === undefined) return refuse('legal-aid.matter-missing', 'matter');
  if (stage !== undefined && !(criminal ? criminalStages : otherStages).includes(stage))
    return refuse('legal-aid.stage-not-for-nature', 'stage');
  if (new Set(applicants.map(({ personRef }) => personRef)).size < applicants.length)
    return refuse('legal-aid.recipient-twice', 'applicants');
  return accept;
};

/**
 * Receipt of an application.
 * @rejects legal-aid.forwarder-missing       a forwarded one names who forwarded it, one asked for names the organ
 * @rejects legal-aid.forwarded-before-taken  it arrives no earlier than the forwarder took it
 * @source 法律援助法 第三十九、四十一条
 */
const apply: Rule<'legal-aid.AidApplied'> = (data) => {
  const { entry, transferredBy, transferReceivedAt, arrivedAt, receivedOn } = data;
  if (entry !== 'direct' && transferredBy === undefined) return refuse('legal-aid.forwarder-missing', 'transferredBy');
  if (
    transferReceivedAt !== undefined &&
    (dateInShanghai(new Date(transferReceivedAt)) > receivedOn ||
      (arrivedAt !== undefined && Date.parse(arrivedAt) < Date.parse(transferReceivedAt)))
  )
    return refuse('legal-aid.forwarded-before-taken', 'transferReceivedAt');
  return subject(data);
};

/** Review of a death sentence, and compulsory treatment, are grounds and stages at once. */
const paired = ['death-review', 'compulsory-treatment'] as const;

/**
 * @rejects legal-aid.stage-not-for-nature  no stage of criminal proceedings
 * @rejects legal-aid.ground-not-for-stage  review of a death sentence or compulsory treatment in one place, not the other
 * @source 法律援助法 第二十五、二十八条
 */
const notify: Rule<'legal-aid.DefenceNotified'> = ({ stage, ground }) => {
  if (!criminalStages.includes(stage)) return refuse('legal-aid.stage-not-for-nature', 'stage');
  if (paired.some((both) => (stage === both) !== (ground === both)))
    return refuse('legal-aid.ground-not-for-stage', 'ground', 'stage');
  return accept;
};

/** What is missing is asked for once and at once; a second time somebody else has to agree. 法律援助法 第四十三条 */
const requestSupplement: Rule<'legal-aid.SupplementRequested'> = ({ requestedOn, dueOn }, state) => {
  if (dueOn < requestedOn) return refuse('legal-aid.dates-reversed', 'dueOn');
  return acceptUnless(
    allOf(state, 'legal-aid.SupplementRequested').length > 0 ? 'legal-aid.supplement-asked-again' : undefined,
  );
};

/** @rejects legal-aid.supplement-time-running  not before the day set for what is missing is over */
const withdraw: Rule<'legal-aid.ApplicationDeemedWithdrawn'> = ({ withdrawnOn }, state) => {
  const asked = lastOf(state, 'legal-aid.SupplementRequested');
  return asked !== undefined && withdrawnOn <= asked.dueOn
    ? refuse('legal-aid.supplement-time-running', 'withdrawnOn')
    : accept;
};

const grant: Rule<'legal-aid.AidGranted'> = ({ form }, { past }) => {
  const first = past[0];
  if (form === undefined || first?.type !== 'legal-aid.AidApplied') return accept;
  return subject({ ...first.data, form });
};

const newestObjection = (past: Parameters<Rule<'legal-aid.ObjectionRaised'>>[1]['past']) =>
  newestOf({ past }, 'legal-aid.ObjectionRaised', 'legal-aid.ObjectionDecided');

/**
 * @rejects legal-aid.objection-pending  one is being examined
 * @rejects legal-aid.objection-settled  the decision was maintained; what is left is reconsideration or the court
 * @source 法律援助法 第四十九条
 */
const raise: Rule<'legal-aid.ObjectionRaised'> = (_data, { past }) => {
  const newest = newestObjection(past);
  if (newest?.type === 'legal-aid.ObjectionRaised') return refuse('legal-aid.objection-pending');
  return newest?.data.outcome === 'maintained' ? refuse('legal-aid.objection-settled') : accept;
};

/** @rejects legal-aid.no-objection  nothing was raised that is still undecided */
const decideObjection: Rule<'legal-aid.ObjectionDecided'> = (_data, { past }) =>
  newestObjection(past)?.type === 'legal-aid.ObjectionRaised' ? accept : refuse('legal-aid.no-objection');

export const applicationRules = {
  'legal-aid.AidApplied': apply,
  'legal-aid.DefenceNotified': notify,
  'legal-aid.OpeningBalanceImported': (data: DataOfEvent<'legal-aid.OpeningBalanceImported'>) =>
    data.receivedOn > data.asOfDate ? refuse('legal-aid.dates-reversed', 'receivedOn') : subject(data),
  'legal-aid.SupplementRequested': requestSupplement,
  'legal-aid.ApplicationDeemedWithdrawn': withdraw,
  'legal-aid.AidGranted': grant,
  'legal-aid.ObjectionRaised': raise,
  'legal-aid.ObjectionDecided': decideObjection,
};
