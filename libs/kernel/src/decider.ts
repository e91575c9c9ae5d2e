import type { LocalDate } from './dates.js';
import type { DomainEvent, EventDefinition, OfficeCode } from './event.js';
import type { Uuid } from './ids.js';
import type { Verdict } from './reject.js';
import type { WorkingDayCalendar } from './working-days.js';

/** The highest kind of office somebody answers for, lowest first. */
export const reaches = ['office', 'bureau', 'city', 'province', 'everywhere'] as const;
export type Reach = (typeof reaches)[number];

/** What a rule may know besides the event and the state: all of it data, none of it fetched. */
export interface RuleContext<Settings = unknown> {
  readonly streamId: Uuid;
  readonly occurredOn: LocalDate;
  readonly office: OfficeCode;
  /** Who records it, for steps that take another person than the step before. */
  readonly by: string;
  /** How far up he answers for offices; absent where what is stored already is looked at again. */
  readonly reach?: Reach;
  readonly settings: Settings;
  readonly calendar: WorkingDayCalendar;
}

/** Says whether one event may happen in one state: yes, nothing to do, or no with a code. */
export type Rule<Data, State, Settings = unknown> = (
  data: Data,
  state: State,
  context: RuleContext<Settings>,
) => Verdict;

export type Rules<Event extends DomainEvent, State, Settings> = {
  readonly [Type in Event['type']]: Rule<Extract<Event, { type: Type }>['data'], State, Settings>;
};

/** What `evolve` sees of an event. */
export type Happened<Event extends DomainEvent> = Event & {
  readonly occurredOn: LocalDate;
  readonly office: OfficeCode;
  readonly by: string;
};

/**
 * A kind of stream: its events, its states, which event each state allows, the rule of each event, and how the state
 * remembers. The history of a stream is valid when, in order of business date, each event is allowed in the state before
 * it; the same check serves a new event, a late one, a correction and a void.
 */
export interface StreamDefinition<
  Event extends DomainEvent = DomainEvent,
  State extends { readonly status: string } = { readonly status: string },
  Settings = unknown,
> {
  /** `<line>.<stream>`. */
  readonly type: string;
  readonly events: { readonly [Type in Event['type']]: EventDefinition };
  readonly initial: State;
  /** Allowed event types by status. `none` is the status before the first event. */
  readonly steps: { readonly [Status in State['status']]: readonly Event['type'][] };
  readonly decide: Rules<Event, State, Settings>;
  /** Remembers; never judges. Must not change the state it is given. */
  readonly evolve: (state: State, event: Happened<Event>, settings: Settings) => State;
  /** Natural keys the stream holds while in this state; two streams never hold the same one. */
  readonly keys?: (state: State) => readonly string[];
  /** Nothing on it is ever corrected or voided: its own procedure has the step back. */
  readonly fixed?: true;
  /** Steps from old payloads to the newest shape, by event type and the schema version they start from. */
  readonly upcasters?: { readonly [Type in Event['type']]?: Readonly<Record<number, Upcaster>> };
  /** The rejection code when a key is held by another stream: by key prefix (the part before the first `:`). */
  readonly keyCodes?: Readonly<Record<string, string>>;
}

/** Lifts a payload stored with one schema version to the next. */
export type Upcaster = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** A stream definition whose types are checked where it is written and forgotten where any line is handled. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyStream = StreamDefinition<any, any, any>;
