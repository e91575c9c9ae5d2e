import { canonicalJson } from '#kernel/canonical.js';
import { type Exact, exact } from '#kernel/money.js';
import { compileDeadline } from './due-dates.js';
import { type Fact, type FactSheet, type FactValue, type Spell } from './facts.js';
import { newestShape } from './history.js';
import {
  type AnyStream,
  type EventDefinition,
  type LocalDate,
  type OfficeCode,
  type RecordedEvent,
  type Uuid,
  type WorkingDayCalendar,
  uuidV5,
} from './kernel.js';
import type { MeasureDefinition, Test } from './measure.js';
import type { StoredStream } from './ports/event-store.js';
import { type RecordCorrected, type RecordVoided, recordEventName } from './record-events.js';
import type { Registry } from './registry.js';

/** What a stream adds to one measure on one day in one office, added up. */
export interface NetPosting {
  readonly measure: string;
  readonly measureVersion: number;
  readonly office: OfficeCode;
  readonly on: LocalDate;
  readonly cohort: LocalDate | null;
  readonly splits: string;
  readonly person: string | null;
  readonly factKey: string;
  /** Exact decimal, never 0. */
  readonly amount: string;
}

/**
 * Folds one stream's whole history from its first event, without anything remembered in between, and adds up what its facts
 * post. It shares no code with the projector beyond the line's own definitions, so that a fault of one is seen by the other.
 */
export const foldSlowly = (
  registry: Registry,
  calendar: WorkingDayCalendar,
  stored: StoredStream,
): readonly NetPosting[] => {
  const found = registry.stream(stored.streamType);
  if (found === undefined) throw new Error(`unknown stream type ${stored.streamType}`);
  const { line, stream } = found;
  const sheet = new PlainSheet();
  for (const told of tell(stream, stored.events)) {
    sheet.office = told.office;
    const { streamId, streamType, version, bureau, type } = told.event;
    const { data, office, occurredOn } = told;
    line.facts.on[type]?.(
      { type, data, streamId, streamType, version, bureau, office, occurredOn },
      sheet,
      registry.settingsOf(line.code),
    );
  }
  const deadlines = line.deadlines.filter(({ into }) => into !== undefined);
  const sums = new Map<string, { readonly posting: Omit<NetPosting, 'amount'>; amount: Exact }>();
  for (const bare of sheet.everything()) {
    const fields: Record<string, FactValue> = { ...bare.fields };
    for (const deadline of deadlines.filter((item) => item.fact === bare.kind))
      fields[deadline.into as string] ??= compileDeadline(deadline, calendar, registry.settingsOf(line.code)).dutyOn(
        bare,
      )?.dueOn;
    const fact: Fact = { ...bare, fields };
    const counting = [...registry.measures.values()].filter(
      ({ fact: kind, bureau }) => kind === fact.kind && (bureau === undefined || bureau === stored.bureau),
    );
    for (const measure of counting)
      for (const { amount, ...posting } of postingsOf(measure, fact)) {
        const key = canonicalJson(posting);
        const sum = sums.get(key) ?? { posting, amount: exact(0) };
        sums.set(key, { posting, amount: sum.amount.plus(amount) });
      }
  }
  return [...sums.values()].flatMap(({ posting, amount }) =>
    amount.isZero() ? [] : [{ ...posting, amount: amount.toFixed() }],
  );
};

interface Told {
  readonly event: RecordedEvent;
  readonly data: Readonly<Record<string, unknown>>;
  readonly office: OfficeCode;
  readonly occurredOn: LocalDate;
}

/** The history as it reads today: every event with its corrections, none that was voided, by business date. */
const tell = (stream: AnyStream, events: readonly RecordedEvent[]): readonly Told[] => {
  const voided = new Set(
    events
      .filter(({ type }) => recordEventName(type) === 'RecordVoided')
      .flatMap(({ data }) => (data as RecordVoided).eventIds),
  );
  const standing = events.filter(
    ({ type, eventId }) => recordEventName(type) === 'RecordCorrected' && !voided.has(eventId),
  );
  /** The event a correction is about, through the corrections it corrects. */
  const subject = (eventId: string): string => {
    const by = events.find((event) => event.eventId === eventId && recordEventName(event.type) === 'RecordCorrected');
    return by === undefined ? eventId : subject((by.data as RecordCorrected).correctsEventId);
  };
  return events
    .filter(({ type, eventId }) => recordEventName(type) === undefined && !voided.has(eventId))
    .map((event): Told => {
      const data: Record<string, unknown> = { ...newestShape(stream, event) };
      let office = event.office;
      const corrections = standing.filter(
        ({ data: by }) => subject((by as RecordCorrected).correctsEventId) === event.eventId,
      );
      for (const { data: by } of corrections) {
        for (const { field, after } of (by as RecordCorrected).changes)
          if (after === undefined) delete data[field];
          else data[field] = JSON.parse(after) as unknown;
        office = (by as RecordCorrected).office ?? office;
      }
      const { datedBy } = stream.events[event.type] as EventDefinition;
      const dated = corrections.length > 0 ? (data[datedBy] as LocalDate | undefined) : undefined;
      return { event, data, office, occurredOn: dated ?? event.occurredOn };
    })
    .sort((a, b) =>
      a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : a.event.version - b.event.version,
    );
};

/** The facts of one stream, kept as plainly as can be. */
class PlainSheet implements FactSheet {
  office: OfficeCode = '';
  private facts: Fact[] = [];

  get(kind: string, key: string): Fact | undefined {
    return this.facts.find((fact) => fact.kind === kind && fact.key === key);
  }

  put(
    kind: string,
    key: string,
    fields: Fact['fields'],
    more: { office?: Fact['office']; person?: string } = {},
  ): void {
    const known = this.get(kind, key);
    const person = more.person ?? known?.person;
    const fact: Fact = {
      kind,
      key,
      office: more.office ?? known?.office ?? this.office,
      ...(person === undefined ? {} : { person }),
      fields: { ...known?.fields, ...fields },
    };
    this.facts = known === undefined ? [...this.facts, fact] : this.facts.map((item) => (item === known ? fact : item));
  }

  remove(kind: string, key: string): void {
    this.facts = this.facts.filter((fact) => fact.kind !== kind || fact.key !== key);
  }

  all(kind: string): readonly Fact[] {
    return this.facts.filter((fact) => fact.kind === kind);
  }

  everything(): readonly Fact[] {
    return this.facts;
  }
}

const on = (value: FactValue, day: LocalDate): string | number | boolean | undefined =>
  typeof value === 'object' ? value.filter((spell) => spell.from <= day).at(-1)?.value : value;

const passes = (test: Test, name: string, fields: Fact['fields'], day: LocalDate): boolean => {
  const value = on(fields[name], day);
  if (typeof test !== 'object') return value === test;
  if ('oneOf' in test) return value !== undefined && test.oneOf.includes(value);
  if ('exists' in test) return (value === undefined) !== test.exists;
  if ('atMost' in test) return value !== undefined && value !== '' && Number(value) <= test.atMost;
  if ('atLeast' in test) return value !== undefined && value !== '' && Number(value) >= test.atLeast;
  const other = on(fields['after' in test ? test.after : test.notAfter], day);
  if (value === undefined || other === undefined) return false;
  return 'after' in test ? value > other : value <= other;
};

const dateIn = (fact: Fact, field: string | undefined): LocalDate | undefined => {
  const value = field === undefined ? undefined : fact.fields[field];
  return typeof value === 'string' ? value : undefined;
};

const countedOnce = ({ unit, distinct }: MeasureDefinition, { person, fields }: Fact): Uuid | null => {
  if (distinct === undefined) return unit === '人' ? (person ?? null) : null;
  const value = fields[distinct];
  return typeof value === 'string' ? uuidV5('counted', value) : null;
};

/** What one fact posts: a flow on its day; a stock +1 and −1 at both ends of every stretch in which nothing changes. */
const postingsOf = (
  measure: MeasureDefinition,
  fact: Fact,
): readonly (Omit<NetPosting, 'amount'> & { amount: Exact })[] => {
  const count = measure.sum === undefined ? 1 : fact.fields[measure.sum];
  if (count === undefined || typeof count === 'object' || count === '' || typeof count === 'boolean') return [];
  const cohort = measure.kind === 'cohort' ? dateIn(fact, measure.cohort) : null;
  if (cohort === undefined) return [];
  const at = (day: LocalDate, standing: LocalDate, amount: Exact) => ({
    measure: measure.code,
    measureVersion: measure.version,
    office: officeOn(fact, standing),
    on: day,
    cohort,
    splits: splitsOn(measure, fact, standing),
    person: countedOnce(measure, fact),
    factKey: fact.key,
    amount,
  });
  const holds = (day: LocalDate): boolean =>
    Object.entries(measure.where ?? {}).every(([name, test]) => passes(test, name, fact.fields, day));

  if (measure.kind === 'flow') {
    const day = dateIn(fact, measure.on);
    return day !== undefined && holds(day) ? [at(day, day, exact(count))] : [];
  }
  const from = dateIn(fact, measure.from);
  const to = dateIn(fact, measure.to);
  if (from === undefined || (to !== undefined && to <= from)) return [];
  const lists = [fact.office, ...Object.values(fact.fields)].filter((value): value is readonly Spell[] =>
    Array.isArray(value),
  );
  const turns = lists
    .flatMap((list) => list.map((spell) => spell.from))
    .filter((day) => day > from && (to === undefined || day < to));
  const days = [...new Set([from, ...turns])].sort();
  return days.flatMap((day, index) => {
    if (!holds(day)) return [];
    const end = days[index + 1] ?? to;
    const begun = at(day, day, exact(count));
    return end === undefined ? [begun] : [begun, at(end, day, exact(count).negated())];
  });
};

const officeOn = ({ office }: Fact, day: LocalDate): OfficeCode =>
  typeof office === 'string' ? office : ((on(office, day) ?? office[0]?.value ?? '') as OfficeCode);

const splitsOn = (measure: MeasureDefinition, fact: Fact, day: LocalDate): string => {
  const known = measure.splits
    .map((name) => [name, on(fact.fields[name], day)] as const)
    .filter(([, value]) => value !== undefined);
  return canonicalJson(Object.fromEntries(known.map(([name, value]) => [name, String(value)])));
};
