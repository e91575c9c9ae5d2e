import { addDays } from '#kernel/dates.js';
import { lastOf } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import { limitEnd } from '#kernel/time-limit.js';
import type { DataOfEvent, IntakeEvent } from '../events/index.js';
import { REVISION_OF_2023, limits } from '../law.js';
import { acceptUnless, refuse } from '../rejections.js';
import { type CaseRules, type Context, type Past, application, reviewFrom } from './memory.js';

type Matter = Pick<
  DataOfEvent<'reconsideration.OpeningBalanceImported'>,
  'applicants' | 'applicantCount' | 'actKnownOn' | 'receivedOn' | 'field'
>;

/** What is wrong with the parties and dates of an application, whatever its state. */
const fault = ({ applicants, applicantCount, actKnownOn, receivedOn, field }: Matter, { settings }: Context) => {
  const unnamed = applicants.some(({ kind, personRef, firmName }) =>
    kind === 'citizen' ? personRef === undefined : firmName === undefined,
  );
  if (unnamed) return refuse('reconsideration.applicant-unnamed', 'applicants');
  if (applicantCount < applicants.length) return refuse('reconsideration.fewer-than-named', 'applicantCount');
  if (actKnownOn > receivedOn) return refuse('reconsideration.dates-reversed', 'actKnownOn', 'receivedOn');
  return settings.fieldsInUse.includes(field) ? undefined : refuse('reconsideration.field-not-in-use', 'field');
};

/** How the application stands to the time in which it could be made; before 2024 only the sixty days are in the law. */
const timeliness = (past: Past, { calendar }: Context): 'in-time' | 'late' | 'never' => {
  const applied = lastOf(past, 'reconsideration.ReconsiderationApplied');
  if (applied === undefined) return 'in-time';
  const { receivedOn, agencyReceivedOn, actKnownOn, actMadeOn, remedyInformed, immovables } = applied;
  const made = agencyReceivedOn ?? receivedOn;
  const revised = receivedOn >= REVISION_OF_2023;
  const after = (start: string | undefined, limit: Parameters<typeof limitEnd>[1]): boolean =>
    start !== undefined && made > (limitEnd(start, limit, calendar)?.dueOn ?? made);
  if (revised && after(actMadeOn, immovables ? limits.longest.immovables : limits.longest.usual)) return 'never';
  if (remedyInformed) return after(actKnownOn, limits.application.informed) ? 'late' : 'in-time';
  return revised && after(actKnownOn, limits.application.uninformed) ? 'late' : 'in-time';
};

/** The day by which the applicant has to supply what is missing. */
const correctionDueOn = (past: Past): string | undefined =>
  lastOf(past, 'reconsideration.CorrectionTermExtended')?.newDueOn ??
  lastOf(past, 'reconsideration.SupplementRequested')?.dueOn;

/**
 * When an application may be taken in, sent back for correction, and answered.
 * @rejects reconsideration.applicant-unnamed, fewer-than-named, dates-reversed, field-not-in-use, opening-incomplete
 * @rejects reconsideration.correction-asked-before     everything missing is asked for at once
 * @rejects reconsideration.correction-term-too-short   less than the law leaves the applicant
 * @rejects reconsideration.correction-not-overdue      nothing is abandoned before its last day has passed
 * @rejects reconsideration.court-has-accepted          a court has taken up a suit over the same act
 * @rejects reconsideration.beyond-longest-period       five years after the act, twenty for immovables
 * @rejects reconsideration.not-in-force                summary procedure, deemed acceptance: since 2024
 * @rejects reconsideration.review-term-open            deemed accepted only after the term for review
 * @source 行政复议法 第二十条、第二十一条、第二十九条至第三十一条
 */
export const intakeRules: CaseRules<IntakeEvent['type']> = {
  'reconsideration.OpeningBalanceImported': (data, _state, context) => {
    const { asOfDate, state, acceptedOn, suspendedOn } = data;
    if (state !== 'received' && acceptedOn === undefined)
      return refuse('reconsideration.opening-incomplete', 'acceptedOn');
    if (state === 'received' && acceptedOn !== undefined) return refuse('reconsideration.opening-incomplete', 'state');
    if ((state === 'suspended') !== (suspendedOn !== undefined))
      return refuse('reconsideration.opening-incomplete', 'suspendedOn');
    const later = (['receivedOn', 'acceptedOn', 'suspendedOn'] as const).find((name) => (data[name] ?? '') > asOfDate);
    if (later !== undefined) return refuse('reconsideration.dates-reversed', later, 'asOfDate');
    return fault(data, context) ?? accept;
  },

  'reconsideration.ReconsiderationApplied': (data, _state, context) => fault(data, context) ?? accept,

  'reconsideration.SupplementRequested': ({ requestedOn, dueOn }, state, { calendar }) => {
    if (lastOf(state, 'reconsideration.SupplementRequested') !== undefined)
      return refuse('reconsideration.correction-asked-before');
    const least = limitEnd(requestedOn, limits.correction, calendar)?.dueOn ?? requestedOn;
    const tooShort = requestedOn >= REVISION_OF_2023 ? dueOn < least : dueOn < requestedOn;
    return tooShort ? refuse('reconsideration.correction-term-too-short', 'dueOn') : accept;
  },

  'reconsideration.CorrectionTermExtended': ({ newDueOn }, state) =>
    newDueOn > (correctionDueOn(state) ?? newDueOn)
      ? accept
      : refuse('reconsideration.correction-extension-not-later', 'newDueOn'),

  'reconsideration.DeemedAbandoned': ({ decidedOn }, state) =>
    decidedOn > (correctionDueOn(state) ?? decidedOn)
      ? accept
      : refuse('reconsideration.correction-not-overdue', 'decidedOn'),

  'reconsideration.ReconsiderationAccepted': ({ acceptedOn, procedure, withdrawalAgainstWill }, state, context) => {
    if (lastOf(state, 'reconsideration.ReconsiderationApplied')?.courtCaseNo !== undefined)
      return refuse('reconsideration.court-has-accepted');
    if (procedure === 'summary' && acceptedOn < REVISION_OF_2023)
      return refuse('reconsideration.not-in-force', 'procedure');
    const time = timeliness(state, context);
    if (time === 'never') return refuse('reconsideration.beyond-longest-period');
    return acceptUnless(
      time === 'late' ? 'reconsideration.late-application' : undefined,
      withdrawalAgainstWill === true ? 'reconsideration.reapplied-after-withdrawal' : undefined,
    );
  },

  'reconsideration.DeemedAccepted': ({ deemedOn }, state, { calendar }) => {
    if (application(state).receivedOn < REVISION_OF_2023) return refuse('reconsideration.not-in-force');
    const end = limitEnd(reviewFrom(state), limits.review, calendar)?.dueOn ?? deemedOn;
    return deemedOn >= addDays(end, 1) ? accept : refuse('reconsideration.review-term-open', 'deemedOn');
  },
};
