import { inForce } from '#kernel/dated.js';
import { type LocalDate, addDays, daysBetween, latest } from '#kernel/dates.js';
import type { Pause } from '#kernel/time-limit.js';
import type { ReconsiderationSettings } from '../settings.js';
import type { DataOfEvent } from './events/index.js';
import { limits } from './law.js';

export type ProcedureName = DataOfEvent<'reconsideration.ReconsiderationAccepted'>['procedure'];

/** What the term for the decision of one case is reckoned from. */
export interface DecisionTerm {
  readonly procedure: ProcedureName;
  readonly startsOn: LocalDate;
  /** Days granted on top, or as an opening balance states them. */
  readonly more: number;
  readonly pauses: readonly Pause[];
}

/**
 * The day from which the term for the decision runs: acceptance, or where the law of the day of receipt lets it run from
 * receipt, the day the application, or what was missing in it, came in.
 */
export const decisionStart = (
  { termRunsFrom }: Pick<ReconsiderationSettings, 'termRunsFrom'>,
  receivedOn: LocalDate,
  reviewFrom: LocalDate,
  acceptedOn: LocalDate,
): LocalDate => (inForce(termRunsFrom, receivedOn) === 'receipt' ? reviewFrom : acceptedOn);

/** The day the term ends before it is moved off a day off; pauses that are over only. */
const plainDueOn = ({ procedure, startsOn, more, pauses }: DecisionTerm): LocalDate =>
  pauses.reduce(
    (due, { from, to }) =>
      to === undefined || to <= startsOn ? due : addDays(due, daysBetween(latest(from, startsOn) as LocalDate, to)),
    addDays(startsOn, limits.decision[procedure].days + more),
  );

/** Days that bring the term to a day stated, on top of those it has. */
export const daysUpTo = (term: DecisionTerm, dueOn: LocalDate): number =>
  term.more + daysBetween(plainDueOn(term), dueOn);
