import { inForce } from '#kernel/dated.js';
import { addDays } from '#kernel/dates.js';
import { allOf, lastOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import type { ReviewEvent } from '../events/index.js';
import { LONGEST_EXTENSION, REVISION_OF_2023 } from '../law.js';
import { refuse } from '../rejections.js';
import { type CaseRules, acceptedOn, decisionDueOn, opened, procedureOf } from './memory.js';

/**
 * What may happen while a case is under review.
 * @rejects reconsideration.copy-already-sent, copy-not-sent
 * @rejects reconsideration.reason-missing              why the applicant could not be heard
 * @rejects reconsideration.absence-unexplained         why the head of the respondent did not come
 * @rejects reconsideration.mediation-without-consent   no agreement unless both sides are willing
 * @rejects reconsideration.not-in-force                suspension for mediation: since 2024
 * @rejects reconsideration.not-summary                 only a summary case becomes an ordinary one
 * @rejects reconsideration.summary-not-extendable, already-extended, extended-after-term
 * @rejects reconsideration.extension-not-later, extension-too-long   by thirty days at most
 * @rejects reconsideration.approver-not-competent
 * @rejects reconsideration.norm-review-exists, norm-review-unknown, norm-review-closed
 * @source 行政复议法 第五条、第三十九条、第四十八条至第六十二条
 */
export const reviewRules: CaseRules<ReviewEvent['type']> = {
  'reconsideration.CopySent': ({ sentOn, respondentReceivedOn }, state) => {
    const known = lastOf(state, 'reconsideration.CopySent');
    if (respondentReceivedOn !== undefined && respondentReceivedOn < sentOn)
      return refuse('reconsideration.dates-reversed', 'sentOn', 'respondentReceivedOn');
    if (known === undefined) return accept;
    return known.sentOn === sentOn && known.respondentReceivedOn === respondentReceivedOn
      ? nothing
      : refuse('reconsideration.copy-already-sent');
  },

  'reconsideration.ReplyReceived': (_data, state) =>
    lastOf(state, 'reconsideration.CopySent') === undefined && opened(state) === undefined
      ? refuse('reconsideration.copy-not-sent')
      : accept,

  'reconsideration.OpinionsHeard': ({ mode, reason }) =>
    mode === 'impossible' && reason === undefined ? refuse('reconsideration.reason-missing', 'reason') : accept,

  'reconsideration.HearingHeld': ({ respondentHeadPresent, reasonAbsent }, state) =>
    !respondentHeadPresent && reasonAbsent === undefined && (acceptedOn(state) ?? '') >= REVISION_OF_2023
      ? refuse('reconsideration.absence-unexplained', 'reasonAbsent')
      : accept,

  'reconsideration.MediationHeld': ({ applicantConsents, respondentConsents, result }) =>
    result === 'agreement' && !(applicantConsents && respondentConsents)
      ? refuse('reconsideration.mediation-without-consent', 'result')
      : accept,

  'reconsideration.ProceedingsSuspended': ({ suspendedOn, ground }) =>
    ground === 'mediation' && suspendedOn < REVISION_OF_2023
      ? refuse('reconsideration.not-in-force', 'ground')
      : accept,

  'reconsideration.ProcedureSwitched': (_data, state) =>
    procedureOf(state) === 'summary' ? accept : refuse('reconsideration.not-summary'),

  'reconsideration.TermExtended': ({ extendedOn, newDueOn, approver }, state, context) => {
    if (procedureOf(state) === 'summary') return refuse('reconsideration.summary-not-extendable');
    if (lastOf(state, 'reconsideration.TermExtended') !== undefined) return refuse('reconsideration.already-extended');
    if (!inForce(context.settings.extensionApprovers, acceptedOn(state) ?? extendedOn).includes(approver))
      return refuse('reconsideration.approver-not-competent', 'approver');
    const dueOn = decisionDueOn(state, context) ?? extendedOn;
    if (extendedOn > dueOn) return refuse('reconsideration.extended-after-term', 'extendedOn');
    if (newDueOn <= dueOn) return refuse('reconsideration.extension-not-later', 'newDueOn');
    return newDueOn > addDays(dueOn, LONGEST_EXTENSION)
      ? refuse('reconsideration.extension-too-long', 'newDueOn')
      : accept;
  },

  'reconsideration.NormReviewOpened': ({ normDocNo }, state) =>
    allOf(state, 'reconsideration.NormReviewOpened').some((known) => known.normDocNo === normDocNo)
      ? refuse('reconsideration.norm-review-exists', 'normDocNo')
      : accept,

  'reconsideration.NormReviewStepTaken': ({ normDocNo, step }, state) => {
    if (!allOf(state, 'reconsideration.NormReviewOpened').some((known) => known.normDocNo === normDocNo))
      return refuse('reconsideration.norm-review-unknown', 'normDocNo');
    const taken = allOf(state, 'reconsideration.NormReviewStepTaken').filter((known) => known.normDocNo === normDocNo);
    if (taken.some((known) => known.step === step)) return nothing;
    return taken.some((known) => known.step === 'handled' || known.step === 'answered')
      ? refuse('reconsideration.norm-review-closed', 'step')
      : accept;
  },
};
