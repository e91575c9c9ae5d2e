import type { LocalDate } from '#kernel/dates.js';
import type { Happened, RuleContext, Rules } from '#kernel/decider.js';
import type { DomainEvent } from '#kernel/event.js';
import type { Verdict } from '#kernel/reject.js';
import type { CorrectionsSettings } from '../../settings.js';
import { outOfStep } from '../rejections.js';
import type { CaseState, Closed, Supervised } from './state.js';

export type CaseContext = RuleContext<CorrectionsSettings>;

/** The rules of one phase of the procedure. */
export type CaseRules<Event extends DomainEvent> = Rules<Event, CaseState, CorrectionsSettings>;

/** What one phase remembers: for each event, the parts of the case that it changes. */
export type CaseMemory<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (
    supervised: Supervised,
    event: Happened<Extract<Event, { type: Type }>>,
  ) => Partial<Supervised>;
};

/** A rule about a subject who is, or was, in the register. */
export const supervised =
  <Data>(rule: (data: Data, state: Supervised & { readonly closedOn?: LocalDate }, context: CaseContext) => Verdict) =>
  (data: Data, state: CaseState, context: CaseContext): Verdict =>
    isSupervised(state) ? rule(data, state, context) : outOfStep;

export const isSupervised = (state: CaseState): state is Extract<CaseState, Supervised> =>
  isClosed(state) || state.status === 'in-register';

export const isClosed = (state: CaseState): state is Closed =>
  state.status === 'released' || state.status === 'terminated' || state.status === 'transferred-out';
