import { daysBetween } from '#kernel/dates.js';
import { allOf, lastOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import { limitEnd } from '#kernel/time-limit.js';
import type { ClosingEvent, DataOfEvent } from '../events/index.js';
import { REVISION_OF_2023, UNRESOLVED_SUSPENSION, limits } from '../law.js';
import { refuse } from '../rejections.js';
import { type CaseRules, type Context, type Past, acceptedOn, opened, procedureOf, suspensionsOf } from './memory.js';

type Conclusion = DataOfEvent<'reconsideration.ReconsiderationConcluded'>;

/** Outcomes that need no look at the merits. */
const WITHOUT_MERITS: readonly Conclusion['outcome'][] = ['application-dismissed', 'mediated', 'terminated'];
/** Outcomes the law before 2024 did not have. */
const SINCE_2024: readonly Conclusion['outcome'][] = ['declared-void', 'agreement-liability'];
/** Outcomes that leave the respondent nothing to do. */
const NOTHING_TO_DO: readonly Conclusion['outcome'][] = [
  'upheld',
  'request-dismissed',
  'application-dismissed',
  'terminated',
];
const SUCCESSOR_WANTED = ['applicant-died', 'capacity-lost', 'organisation-ended'];

/** A suspended case ends by termination only: withdrawn, or because what stopped it was not resolved in time. */
const whileSuspended = ({ outcome, terminationGround, decidedOn }: Conclusion, past: Past) => {
  const running = suspensionsOf(past).find(({ to }) => to === undefined);
  if (running === undefined) {
    return terminationGround === 'suspension-unresolved'
      ? refuse('reconsideration.termination-ground', 'terminationGround')
      : undefined;
  }
  if (outcome !== 'terminated') return refuse('reconsideration.still-suspended');
  if (terminationGround !== 'suspension-unresolved') return undefined;
  const longEnough = daysBetween(running.from, decidedOn) >= UNRESOLVED_SUSPENSION;
  return longEnough && SUCCESSOR_WANTED.includes(running.ground)
    ? undefined
    : refuse('reconsideration.suspension-too-short', 'decidedOn');
};

/** What the respondent and the applicant are owed before the merits are decided; nothing is known of an imported case. */
const serviceMissing = (decidedOn: string, past: Past, { calendar }: Context) => {
  if (opened(past) !== undefined) return undefined;
  const copy = lastOf(past, 'reconsideration.CopySent');
  if (copy === undefined) return refuse('reconsideration.copy-not-sent');
  const procedure = procedureOf(past);
  if (lastOf(past, 'reconsideration.ReplyReceived') === undefined) {
    const start = copy.respondentReceivedOn ?? copy.sentOn;
    const limit = limits.reply[start < REVISION_OF_2023 ? 'before2024' : procedure];
    const end = limitEnd(start, limit, calendar, suspensionsOf(past))?.dueOn;
    if (end === undefined || decidedOn <= end) return refuse('reconsideration.reply-outstanding', 'decidedOn');
  }
  const mustHear = procedure === 'ordinary' && (acceptedOn(past) ?? '') >= REVISION_OF_2023;
  const heard =
    lastOf(past, 'reconsideration.OpinionsHeard') !== undefined ||
    lastOf(past, 'reconsideration.HearingHeld') !== undefined;
  return mustHear && !heard ? refuse('reconsideration.opinions-not-heard') : undefined;
};

const agreed = (past: Past): boolean => lastOf(past, 'reconsideration.MediationHeld')?.result === 'agreement';

/** A letter of one number goes out once. */
const letterOnce = ({ docNo }: { readonly docNo: string }, past: Past) =>
  lettersOf(past).some((known) => known.docNo === docNo) ? refuse('reconsideration.letter-exists', 'docNo') : accept;

const lettersOf = (past: Past) => [
  ...allOf(past, 'reconsideration.OpinionLetterIssued'),
  ...allOf(past, 'reconsideration.SuggestionIssued'),
];

/**
 * When a case may be concluded, and what may come after.
 * @rejects reconsideration.termination-ground, settlement-misplaced, performance-misplaced
 * @rejects reconsideration.not-in-force            nullity and agreements: since 2024
 * @rejects reconsideration.still-suspended, suspension-too-short
 * @rejects reconsideration.never-consented         no mediation ended in an agreement of both sides
 * @rejects reconsideration.copy-not-sent, reply-outstanding, opinions-not-heard
 * @rejects reconsideration.nothing-to-perform
 * @rejects reconsideration.letter-exists, no-such-letter, already-answered
 * @source 行政复议法 第三十三条、第四十一条、第六十一条至第七十七条
 */
export const closingRules: CaseRules<ClosingEvent['type']> = {
  'reconsideration.ReconsiderationConcluded': (data, state, context) => {
    const { decidedOn, outcome, terminationGround, withdrawnAfterSettlement, performBy } = data;
    if ((outcome === 'terminated') !== (terminationGround !== undefined))
      return refuse('reconsideration.termination-ground', 'terminationGround');
    if (withdrawnAfterSettlement && terminationGround !== 'withdrawn')
      return refuse('reconsideration.settlement-misplaced', 'withdrawnAfterSettlement');
    if (SINCE_2024.includes(outcome) && decidedOn < REVISION_OF_2023)
      return refuse('reconsideration.not-in-force', 'outcome');
    if (performBy !== undefined && NOTHING_TO_DO.includes(outcome))
      return refuse('reconsideration.performance-misplaced', 'performBy');
    if (outcome === 'mediated' && !agreed(state)) return refuse('reconsideration.never-consented', 'outcome');
    const suspended = whileSuspended(data, state);
    if (suspended !== undefined) return suspended;
    return (WITHOUT_MERITS.includes(outcome) ? undefined : serviceMissing(decidedOn, state, context)) ?? accept;
  },

  'reconsideration.DecisionServed': (_data, state) =>
    lastOf(state, 'reconsideration.DecisionServed') === undefined ? accept : nothing,

  'reconsideration.DecisionPerformed': (_data, state) => {
    const outcome = lastOf(state, 'reconsideration.ReconsiderationConcluded')?.outcome;
    if (outcome === undefined || NOTHING_TO_DO.includes(outcome)) return refuse('reconsideration.nothing-to-perform');
    return lastOf(state, 'reconsideration.DecisionPerformed') === undefined ? accept : nothing;
  },

  'reconsideration.LitigationFiledAgainstDecision': ({ courtCaseNo }, state) =>
    allOf(state, 'reconsideration.LitigationFiledAgainstDecision').some((known) => known.courtCaseNo === courtCaseNo)
      ? nothing
      : accept,

  'reconsideration.PetitionedAfterDecision': ({ petitionNo }, state) =>
    allOf(state, 'reconsideration.PetitionedAfterDecision').some((known) => known.petitionNo === petitionNo)
      ? nothing
      : accept,

  'reconsideration.OpinionLetterIssued': letterOnce,
  'reconsideration.SuggestionIssued': letterOnce,

  'reconsideration.OpinionAnswered': ({ docNo }, state) => {
    if (!lettersOf(state).some((known) => known.docNo === docNo))
      return refuse('reconsideration.no-such-letter', 'docNo');
    return allOf(state, 'reconsideration.OpinionAnswered').some((known) => known.docNo === docNo)
      ? refuse('reconsideration.already-answered', 'docNo')
      : accept;
  },
};
