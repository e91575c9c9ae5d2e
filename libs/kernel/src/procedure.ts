import type { Happened, Rule, RuleContext, StreamDefinition } from './decider.js';
import type { DomainEvent, EventDefinition } from './event.js';
import { accept } from './reject.js';

/** What a plain procedure remembers: where it stands, and everything that happened, in order of business date. */
export interface Progress<Event extends DomainEvent = DomainEvent, Status extends string = string> {
  readonly status: Status | 'none';
  readonly past: readonly Happened<Event>[];
}

type DataIn<Event extends DomainEvent, Type extends Event['type']> = Extract<Event, { type: Type }>['data'];

/** Payloads of one event type so far, oldest first. */
export const allOf = <Event extends DomainEvent, Type extends Event['type']>(
  { past }: Pick<Progress<Event>, 'past'>,
  type: Type,
): readonly DataIn<Event, Type>[] => past.filter((event) => event.type === type).map(({ data }) => data);

/** Payload of the newest event of a type, or undefined. */
export const lastOf = <Event extends DomainEvent, Type extends Event['type']>(
  { past }: Pick<Progress<Event>, 'past'>,
  type: Type,
): DataIn<Event, Type> | undefined => past.findLast((event) => event.type === type)?.data;

/** The newest event of any of the types, or undefined: tells which of two opposite steps came last. */
export const newestOf = <Event extends DomainEvent, Type extends Event['type']>(
  { past }: Pick<Progress<Event>, 'past'>,
  ...types: readonly Type[]
): Happened<Extract<Event, { type: Type }>> | undefined =>
  past.findLast((event) => (types as readonly string[]).includes(event.type)) as never;

/** The status an event leads to; absent: it stays. */
type Becomes<Event extends DomainEvent, Status extends string> = {
  readonly [Type in Event['type']]?:
    Status | ((data: DataIn<Event, Type>, before: Progress<Event, Status>) => Status | 'none');
};

/** A procedure as it is written: what may follow what, what each event leads to, and the rules beyond that. */
export interface Procedure<Event extends DomainEvent, Status extends string, Settings> {
  /** `<line>.<stream>`. */
  readonly type: string;
  readonly events: { readonly [Type in Event['type']]: EventDefinition };
  /** Which events each status allows; `none` is the status before the first event. */
  readonly steps: { readonly [S in Status | 'none']: readonly Event['type'][] };
  readonly becomes: Becomes<Event, Status>;
  /** Rules beyond the steps; an event without one is accepted wherever a step allows it. */
  readonly rules?: {
    readonly [Type in Event['type']]?: Rule<DataIn<Event, Type>, Progress<Event, Status>, Settings>;
  };
  readonly keys?: (state: Progress<Event, Status>) => readonly string[];
  readonly keyCodes?: StreamDefinition['keyCodes'];
  readonly fixed?: StreamDefinition['fixed'];
  readonly upcasters?: StreamDefinition<Event, Progress<Event, Status>, Settings>['upcasters'];
}

/**
 * A stream whose memory is simply its past: a status that follows from a table, and every event so far for the rules to look
 * at. Most procedures of an office are of this kind; one whose rules need more writes its own `StreamDefinition`.
 */
export const defineProcedure = <Event extends DomainEvent, Status extends string, Settings = unknown>({
  becomes,
  rules,
  keys,
  ...rest
}: Procedure<Event, Status, Settings>): StreamDefinition<Event, Progress<Event, Status>, Settings> => ({
  ...rest,
  initial: { status: 'none', past: [] },
  decide: Object.fromEntries(
    Object.keys(rest.events).map((type) => [type, rules?.[type as Event['type']] ?? (() => accept)]),
  ) as never,
  evolve: (state, event) => {
    const next = becomes[event.type as Event['type']] as
      Status | undefined | ((data: object, before: Progress<Event, Status>) => Status | 'none');
    const status = typeof next === 'function' ? next(event.data, state) : (next ?? state.status);
    return { status, past: [...state.past, event] };
  },
  ...(keys === undefined
    ? {}
    : { keys: (state: Progress<Event, Status>) => (state.status === 'none' ? [] : keys(state)) }),
});

/** Rule context of a procedure, for rules written outside the table. */
export type ProcedureRule<Event extends DomainEvent, Type extends Event['type'], Settings = unknown> = (
  data: DataIn<Event, Type>,
  state: Progress<Event>,
  context: RuleContext<Settings>,
) => ReturnType<Rule<DataIn<Event, Type>, Progress<Event>, Settings>>;
