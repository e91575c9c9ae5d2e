import { type LocalDate, addDays, addMonths } from '#kernel/dates.js';
import type { RuleContext } from '#kernel/decider.js';
import { allOf, lastOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import type { MediationSettings } from '../../settings.js';
import type { DataOfEvent } from '../events/index.js';
import { acceptUnless, refuse } from '../rejections.js';
import { type Dispute, type DisputeRules, agreementOf, caseOf, performedInFull, totalOf } from './past.js';

type Taken = DataOfEvent<'mediation.DisputeAccepted' | 'mediation.OpeningBalanceImported'>;

const takenOn = (taken: Taken) => {
  const { parties, firmNames = [], peopleInvolved, mediators, kind, otherKind } = taken;
  const partyCount = new Set([...parties, ...firmNames]).size;
  if (partyCount < 2) return refuse('mediation.too-few-parties', 'parties');
  if (peopleInvolved < partyCount) return refuse('mediation.fewer-people-than-parties', 'peopleInvolved');
  if (mediators.some((mediator) => parties.includes(mediator)))
    return refuse('mediation.mediator-is-party', 'mediators');
  if (otherKind !== undefined && kind !== 'other') return refuse('mediation.other-kind-misplaced', 'otherKind');
  return accept;
};

/** The day a mediation is to be concluded by: as agreed last, else so many months after acceptance. */
const concludeBy = (dispute: Dispute, { settings }: RuleContext<MediationSettings>): LocalDate => {
  const agreed = lastOf(dispute, 'mediation.MediationExtended')?.newDueOn;
  return agreed ?? addMonths(caseOf(dispute)?.acceptedOn ?? '', settings.concludeMonths);
};

/** Days from the agreement's effect within which both may ask the court to confirm it. @source 人民调解法 第三十三条 */
export const CONFIRMATION_DAYS = 30;

/**
 * Taking a dispute on, and what becomes of it.
 * @rejects mediation.too-few-parties            fewer than two parties
 * @rejects mediation.fewer-people-than-parties  more parties than people
 * @rejects mediation.mediator-is-party          a party mediates
 * @rejects mediation.other-kind-misplaced       a local kind counts under 其他 only
 * @rejects mediation.party-refused              a party has refused in writing
 * @rejects mediation.reserved-by-law            the law gives the matter to another organ
 * @rejects mediation.dealt-with-elsewhere       an organ has it in hand and did not refer it, or settled it
 * @rejects mediation.extension-needs-both       not both parties agree
 * @rejects mediation.extension-not-later        the new day is not after the day due now
 * @rejects mediation.not-a-party                somebody told of other ways is no party
 * @rejects mediation.accepted-after-cut-off     in stock before it was taken on
 * @source 人民调解法 第十七、二十六条; 人民调解工作若干规定 第二十二条
 */
export const mediationRules: DisputeRules = {
  'mediation.OpeningBalanceImported': (data) =>
    data.acceptedOn > data.asOfDate ? refuse('mediation.accepted-after-cut-off', 'acceptedOn') : takenOn(data),

  'mediation.DisputeAccepted': (data) => {
    if (data.refusedInWriting) return refuse('mediation.party-refused', 'refusedInWriting');
    if (data.proceedings === 'reserved-by-law') return refuse('mediation.reserved-by-law', 'proceedings');
    if (data.proceedings !== 'none' && data.proceedings !== data.source)
      return refuse('mediation.dealt-with-elsewhere', 'proceedings');
    return takenOn(data);
  },

  'mediation.MediationExtended': ({ newDueOn, bothAgree }, dispute, context) => {
    if (!bothAgree) return refuse('mediation.extension-needs-both', 'bothAgree');
    if (lastOf(dispute, 'mediation.MediationExtended')?.newDueOn === newDueOn) return nothing;
    return newDueOn > concludeBy(dispute, context) ? accept : refuse('mediation.extension-not-later', 'newDueOn');
  },

  'mediation.MediationFailed': ({ parties }, dispute) => {
    const known = caseOf(dispute)?.parties ?? [];
    return parties.every((party) => known.includes(party)) ? accept : refuse('mediation.not-a-party', 'parties');
  },
};

/**
 * The agreement and what follows it.
 * @rejects mediation.agreement-number-missing  a written agreement has a number
 * @rejects mediation.due-before-agreement      performance due before the agreement took effect
 * @rejects mediation.prevented-twice           one harm is named twice
 * @rejects mediation.already-performed         performed in full before
 * @rejects mediation.confirmation-needs-both   one party alone cannot ask for confirmation
 * @rejects mediation.confirmation-late         more than 30 days after effect
 * @rejects mediation.confirmation-sought       confirmation was asked for before
 * @rejects mediation.confirmation-not-pending  nothing is before the court
 * @confirms mediation.performed-above-agreed   more was performed than agreed: interest, or a slip of the pen
 * @source 人民调解法 第二十八条至第三十三条; 民事诉讼法(2023) 第二百零五条
 */
export const agreementRules: DisputeRules = {
  'mediation.MediationSucceeded': ({ form, agreementNo, agreementEffectiveOn, performDueOn, prevented = [] }) => {
    if (form === 'written' && agreementNo === undefined)
      return refuse('mediation.agreement-number-missing', 'agreementNo');
    if (performDueOn !== undefined && performDueOn < agreementEffectiveOn)
      return refuse('mediation.due-before-agreement', 'performDueOn');
    const harms = prevented.map(({ harm }) => harm);
    return new Set(harms).size < harms.length ? refuse('mediation.prevented-twice', 'prevented') : accept;
  },

  'mediation.AgreementPerformed': ({ amountPerformed }, dispute) => {
    if (performedInFull(dispute)) return refuse('mediation.already-performed');
    const before = allOf(dispute, 'mediation.AgreementPerformed').map((performed) => performed.amountPerformed);
    const agreed = agreementOf(dispute)?.amountAgreed ?? '0';
    return acceptUnless(
      totalOf(...before, amountPerformed).greaterThan(agreed) ? 'mediation.performed-above-agreed' : undefined,
    );
  },

  'mediation.AgreementBreached': (_data, dispute) => {
    if (performedInFull(dispute)) return refuse('mediation.already-performed');
    return lastOf(dispute, 'mediation.AgreementBreached') === undefined ? accept : nothing;
  },

  'mediation.JudicialConfirmationApplied': ({ appliedOn, jointly }, dispute, { calendar }) => {
    if (!jointly) return refuse('mediation.confirmation-needs-both', 'jointly');
    const before = lastOf(dispute, 'mediation.JudicialConfirmationApplied');
    if (before !== undefined)
      return before.appliedOn === appliedOn ? nothing : refuse('mediation.confirmation-sought', 'appliedOn');
    const effective = agreementOf(dispute)?.agreementEffectiveOn ?? appliedOn;
    const last = calendar.roll(addDays(effective, CONFIRMATION_DAYS)).dueOn;
    return appliedOn > last ? refuse('mediation.confirmation-late', 'appliedOn') : accept;
  },

  'mediation.JudicialConfirmationRuled': (_data, dispute) => {
    const applied = lastOf(dispute, 'mediation.JudicialConfirmationApplied') !== undefined;
    const ruled = lastOf(dispute, 'mediation.JudicialConfirmationRuled') !== undefined;
    return applied && !ruled ? accept : refuse('mediation.confirmation-not-pending');
  },
};
