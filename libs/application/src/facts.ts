import type { DomainEvent, LocalDate, OfficeCode, Pause, RecordedEvent, Uuid } from './kernel.js';

/** A value that holds from a date until the next one: the office that owns a case, its management level. */
export interface Spell<Value extends string = string> {
  readonly from: LocalDate;
  readonly value: Value;
}

export type FactValue = string | number | boolean | readonly Spell[] | undefined;

/**
 * One row that figures count, folded from one stream: a correction case, a leave, a punishment. `key` is unique within
 * the stream. Dates among the fields are what measures are dated by; the rest filters and splits.
 */
export interface Fact {
  /** `<line>.<kind>`: `corrections.leave`. */
  readonly kind: string;
  readonly key: string;
  readonly office: OfficeCode | readonly Spell<OfficeCode>[];
  readonly person?: Uuid;
  readonly fields: Readonly<Record<string, FactValue>>;
}

/** What a view handler may do: read the stream's own facts and put them. Nothing else of the world is in reach. */
export interface FactSheet {
  get(kind: string, key: string): Fact | undefined;
  /** Adds a fact, or merges the given fields into it. `office` defaults to the event's; a merge keeps the known one. */
  put(kind: string, key: string, fields: Fact['fields'], more?: { office?: Fact['office']; person?: Uuid }): void;
  remove(kind: string, key: string): void;
  all(kind: string): readonly Fact[];
}

/** What a handler sees of an event: everything that is not about how it was stored. */
export type ViewedEvent<Event extends DomainEvent = DomainEvent> = Event &
  Pick<RecordedEvent, 'streamId' | 'streamType' | 'version' | 'bureau' | 'office' | 'occurredOn'>;

export type FactHandlers<Event extends DomainEvent, Settings> = {
  readonly [Type in Event['type']]?: (
    event: ViewedEvent<Extract<Event, { type: Type }>>,
    sheet: FactSheet,
    settings: Settings,
  ) => void;
};

/**
 * A line's facts view: pure, event by event in business-date order. A changed view gets a new name and is rebuilt beside
 * the old one.
 */
export interface FactsView {
  readonly name: string;
  readonly kinds: readonly string[];
  /** Fields of each kind, for those who define measures of their own over them. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly on: FactHandlers<any, any>;
}

export const defineFacts = <Event extends DomainEvent, Settings>(view: {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly on: FactHandlers<Event, Settings>;
}): FactsView => view;

/** The value of a spell list on a date: the newest spell that has begun. */
export const valueOn = <Value extends string>(spells: readonly Spell<Value>[], on: LocalDate): Value | undefined => {
  let found: Value | undefined;
  for (const spell of spells) if (spell.from <= on) found = spell.value;
  return found;
};

/** Adds a spell in date order; a second one from the same day replaces the first, and one that changes nothing is left out. */
export const addSpell = <Value extends string>(
  spells: readonly Spell<Value>[],
  from: LocalDate,
  value: Value,
): readonly Spell<Value>[] =>
  [...spells.filter((spell) => spell.from !== from), { from, value }]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .filter((spell, at, sorted) => at === 0 || sorted[at - 1]?.value !== spell.value);

/** The stretches that a list of spells calls `stopped`: when the clock of a term stood still, or stands still yet. */
export const stoppedIn = (spells: readonly Spell[]): readonly Pause[] =>
  spells.flatMap(({ from, value }, at) => {
    const next = spells[at + 1]?.from;
    return value === 'stopped' ? [next === undefined ? { from } : { from, to: next }] : [];
  });
