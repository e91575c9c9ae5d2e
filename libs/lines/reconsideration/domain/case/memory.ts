import type { LocalDate } from '#kernel/dates.js';
import type { RuleContext } from '#kernel/decider.js';
import { type Progress, type ProcedureRule, allOf, lastOf } from '#kernel/procedure.js';
import { type Pause, limitEnd } from '#kernel/time-limit.js';
import type { ReconsiderationSettings } from '../../settings.js';
import { type DecisionTerm, type ProcedureName, daysUpTo, decisionStart } from '../clock.js';
import type { DataOfEvent, EventType, ReconsiderationEvent } from '../events/index.js';
import { limits } from '../law.js';

export type Past = Pick<Progress<ReconsiderationEvent>, 'past'>;
export type Context = RuleContext<ReconsiderationSettings>;

/** The rules of a phase; an event without one may happen wherever a step allows it. */
export type CaseRules<Type extends EventType> = {
  readonly [T in Type]?: ProcedureRule<ReconsiderationEvent, T, ReconsiderationSettings>;
};

type Application = DataOfEvent<'reconsideration.ReconsiderationApplied' | 'reconsideration.OpeningBalanceImported'>;

export const opened = (past: Past): DataOfEvent<'reconsideration.OpeningBalanceImported'> | undefined =>
  lastOf(past, 'reconsideration.OpeningBalanceImported');

/** The application as it came in, or as it was taken over. @throws Error where there is none: no step leads there */
export const application = (past: Past): Application => {
  const found = lastOf(past, 'reconsideration.ReconsiderationApplied') ?? opened(past);
  if (found === undefined) throw new Error('a case begins with an application');
  return found;
};

/** The day the review of the application began: what was missing came in, or the application itself. */
export const reviewFrom = (past: Past): LocalDate =>
  lastOf(past, 'reconsideration.CorrectionSupplied')?.suppliedOn ?? application(past).receivedOn;

export const acceptedOn = (past: Past): LocalDate | undefined =>
  lastOf(past, 'reconsideration.ReconsiderationAccepted')?.acceptedOn ??
  lastOf(past, 'reconsideration.DeemedAccepted')?.deemedOn ??
  opened(past)?.acceptedOn;

export const procedureOf = (past: Past): ProcedureName => {
  if (lastOf(past, 'reconsideration.ProcedureSwitched') !== undefined) return 'ordinary';
  return lastOf(past, 'reconsideration.ReconsiderationAccepted')?.procedure ?? opened(past)?.procedure ?? 'ordinary';
};

type Suspension = Pause & { readonly ground: DataOfEvent<'reconsideration.ProceedingsSuspended'>['ground'] };

/** Every time the case stood still, in order. */
export const suspensionsOf = (past: Past): readonly Suspension[] => {
  const taken = opened(past);
  const imported =
    taken?.suspendedOn === undefined ? [] : [{ suspendedOn: taken.suspendedOn, ground: taken.ground ?? 'other' }];
  const begun = [...imported, ...allOf(past, 'reconsideration.ProceedingsSuspended')];
  const ended = allOf(past, 'reconsideration.ProceedingsResumed').map(({ resumedOn }) => resumedOn);
  return begun.map(({ suspendedOn: from, ground }, at) => {
    const to = ended[at];
    return to === undefined ? { from, ground } : { from, to, ground };
  });
};

/** The term for the decision, without an extension under way. */
const termOf = (past: Past, { settings }: Pick<Context, 'settings'>): DecisionTerm => {
  const { receivedOn } = application(past);
  const startsOn = decisionStart(settings, receivedOn, reviewFrom(past), acceptedOn(past) ?? receivedOn);
  const term = { procedure: procedureOf(past), startsOn, more: 0, pauses: suspensionsOf(past) };
  const stated = opened(past)?.dueOn;
  return stated === undefined ? term : { ...term, more: daysUpTo({ ...term, pauses: [] }, stated) };
};

/** The last day for the decision; undefined while the case is suspended. */
export const decisionDueOn = (past: Past, context: Context): LocalDate | undefined => {
  const { procedure, startsOn, more, pauses } = termOf(past, context);
  return limitEnd(startsOn, { ...limits.decision[procedure], more }, context.calendar, pauses)?.dueOn;
};
