import { type CompiledDeadline, compileDeadline } from './due-dates.js';
import type { Fact, FactsView, ViewedEvent } from './facts.js';
import { valueOn } from './facts.js';
import { type FoldedEvent, effectiveHistory, newestShape } from './history.js';
import type { AnyStream, LocalDate, Uuid, WorkingDayCalendar } from './kernel.js';
import type { MeasureDefinition } from './measure.js';
import { type PostedAmount, compileMeasure, differences, fieldsOf, postsAlike } from './measure-postings.js';
import type { DutyRow, FoldedStream, Posting, RegisterRow } from './ports/ledger.js';
import { recordEventName } from './record-events.js';
import type { RegisterDefinition } from './register.js';
import type { Registry } from './registry.js';
import { Sheet } from './sheet.js';

interface CompiledMeasure {
  readonly definition: MeasureDefinition;
  readonly fields: readonly string[];
  readonly post: (fact: Fact) => readonly PostedAmount[];
}

/** What the platform does with facts of one kind. */
interface KindPlan {
  readonly measures: readonly CompiledMeasure[];
  readonly deadlines: readonly CompiledDeadline[];
  readonly registers: readonly RegisterDefinition[];
}

/** Events of one stream up to a position, as this projector has been delivered them. */
export type HistorySource = (streamId: Uuid, upTo: number) => Promise<readonly FoldedEvent[]>;

/** Where postings go as they arise, in order of position. */
export type PostingSink = (posting: Posting) => void;

const NONE: readonly PostedAmount[] = [];

/** An event that cannot be folded; the batch before it is sound. */
export class UnfoldableEvent extends Error {
  constructor(
    readonly event: FoldedEvent,
    override readonly cause: unknown,
  ) {
    super(`${event.type} at position ${event.position}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/**
 * Folds events into facts and facts into postings. When a fact changes, whatever the reason, the difference between what it
 * posted before and posts now is posted at the position of the event that changed it; so a correction, a late entry and a
 * transfer need no code of their own. Pure but for the history it may ask for: live, catching up and rebuilding are one code.
 */
export class FactPoster {
  private readonly plans = new Map<string, KindPlan>();
  private readonly views = new Map<string, { stream: AnyStream; view: FactsView; settings: unknown }>();
  private readonly sheets = new Map<Uuid, { sheet: Sheet; streamType: string; bureau: string }>();
  private touched = new Set<Uuid>();

  constructor(
    registry: Registry,
    calendar: WorkingDayCalendar,
    private readonly history: HistorySource,
    private readonly sink: PostingSink,
  ) {
    for (const line of registry.lines) {
      for (const stream of line.streams)
        this.views.set(stream.type, { stream, view: line.facts, settings: registry.settingsOf(line.code) });
      for (const kind of line.facts.kinds) {
        this.plans.set(kind, {
          measures: line.measures
            .filter((measure) => measure.fact === kind)
            .map((definition) => ({ definition, fields: fieldsOf(definition), post: compileMeasure(definition) })),
          deadlines: line.deadlines
            .filter((deadline) => deadline.fact === kind)
            .map((deadline) => compileDeadline(deadline, calendar, registry.settingsOf(line.code))),
          registers: line.registers.filter((register) => register.fact === kind),
        });
      }
    }
  }

  /** Takes up streams as they were folded before; those not given start empty. */
  seed(streams: Iterable<FoldedStream>): void {
    for (const stream of streams) {
      const sheet = new Sheet(stream.facts);
      sheet.version = stream.version;
      sheet.position = stream.position;
      sheet.foldedTo = stream.foldedTo;
      this.sheets.set(stream.streamId, { sheet, streamType: stream.streamType, bureau: stream.bureau });
    }
  }

  /** @throws UnfoldableEvent with everything before that event applied and nothing of it. */
  async apply(events: readonly FoldedEvent[]): Promise<void> {
    for (const event of events) {
      try {
        const pending = this.step(event);
        if (pending !== undefined) await pending;
      } catch (error) {
        throw error instanceof UnfoldableEvent ? error : new UnfoldableEvent(event, error);
      }
    }
  }

  private step(event: FoldedEvent): Promise<void> | undefined {
    const entry = this.entryOf(event);
    const { sheet } = entry;
    if (event.version <= sheet.version) return undefined;
    const record = recordEventName(event.type);
    const refolds =
      record === 'RecordCorrected' ||
      record === 'RecordVoided' ||
      (record === undefined && event.occurredOn < sheet.foldedTo);
    if (refolds) return this.refold(event, entry);
    if (record === undefined) {
      this.handle(sheet, event, event.occurredOn, event.office, newestShape(this.viewOf(event).stream, event));
      this.post(event, entry.bureau, sheet.before, (id) => sheet.at(id));
      sheet.foldedTo = event.occurredOn;
    }
    this.close(event, sheet);
    return undefined;
  }

  private entryOf(event: FoldedEvent): { sheet: Sheet; streamType: string; bureau: string } {
    let entry = this.sheets.get(event.streamId);
    if (entry === undefined) {
      entry = { sheet: new Sheet(), streamType: event.streamType, bureau: event.bureau };
      this.sheets.set(event.streamId, entry);
    }
    return entry;
  }

  /** Folds the stream again from its first event, in business-date order, and posts what is different. */
  private async refold(event: FoldedEvent, entry: { sheet: Sheet; streamType: string; bureau: string }): Promise<void> {
    const { stream } = this.viewOf(event);
    const history = effectiveHistory(stream, await this.history(event.streamId, event.position));
    const fresh = new Sheet();
    let foldedTo: LocalDate = '';
    for (const item of history) {
      this.handle(fresh, item.event, item.occurredOn, item.office, item.data);
      fresh.before.clear();
      foldedTo = item.occurredOn;
    }
    const old = entry.sheet;
    const before = new Map<string, Fact | undefined>(old.entries());
    for (const [id] of fresh.entries()) if (!before.has(id)) before.set(id, undefined);
    this.post(event, entry.bureau, before, (id) => fresh.at(id));
    fresh.foldedTo = foldedTo;
    entry.sheet = fresh;
    this.close(event, fresh);
  }

  private close(event: FoldedEvent, sheet: Sheet): void {
    sheet.before.clear();
    sheet.version = event.version;
    sheet.position = event.position;
    this.touched.add(event.streamId);
  }

  private viewOf({ streamType }: FoldedEvent): { stream: AnyStream; view: FactsView; settings: unknown } {
    const found = this.views.get(streamType);
    if (found === undefined) throw new Error(`unknown stream type ${streamType}`);
    return found;
  }

  private handle(sheet: Sheet, event: FoldedEvent, occurredOn: LocalDate, office: string, data: object): void {
    const { view, settings } = this.viewOf(event);
    const handler = view.on[event.type];
    if (handler === undefined) return;
    sheet.office = office;
    const { streamId, streamType, version, bureau, type } = event;
    const viewed: ViewedEvent = { type, data, streamId, streamType, version, bureau, office, occurredOn };
    handler(viewed, sheet, settings);
    for (const id of sheet.before.keys()) this.deriveDueDates(sheet, id);
  }

  private deriveDueDates(sheet: Sheet, id: string): void {
    const fact = sheet.at(id);
    if (fact === undefined) return;
    // Several deadlines may share a field, each for its own facts: the one that arises fills it.
    const due = new Map<string, LocalDate | undefined>();
    for (const { into, dutyOn } of this.plans.get(fact.kind)?.deadlines ?? [])
      if (into !== undefined) due.set(into, due.get(into) ?? dutyOn(fact)?.dueOn);
    for (const [field, dueOn] of due) sheet.derive(id, field, dueOn);
  }

  private post(
    event: FoldedEvent,
    bureau: string,
    before: ReadonlyMap<string, Fact | undefined>,
    now: (id: string) => Fact | undefined,
  ): void {
    for (const [id, old] of before) {
      const fresh = now(id);
      const sample = fresh ?? old;
      if (sample === undefined || old === fresh) continue;
      for (const measure of this.plans.get(sample.kind)?.measures ?? []) {
        if (old !== undefined && fresh !== undefined && postsAlike(measure.fields, old, fresh)) continue;
        const was = old === undefined ? NONE : measure.post(old);
        const is = fresh === undefined ? NONE : measure.post(fresh);
        const changed = was.length === 0 ? is : differences(was, is);
        for (const amount of changed) {
          this.sink({
            measure: measure.definition.code,
            measureVersion: measure.definition.version,
            bureau,
            office: amount.office,
            on: amount.on,
            cohort: amount.cohort,
            splits: amount.splits,
            amount: String(amount.amount),
            person: amount.person,
            streamId: event.streamId,
            factKey: sample.key,
            position: event.position,
          });
        }
      }
    }
  }

  /** Streams folded since the last call, as they stand now. */
  takeTouched(): readonly FoldedStream[] {
    const streams = [...this.touched].map((streamId) => this.folded(streamId));
    this.touched = new Set();
    return streams;
  }

  /** Lets go of every stream: for a rebuild, which folds one to its end and then the next. One that comes again must be seeded. */
  forget(): void {
    this.sheets.clear();
  }

  private folded(streamId: Uuid): FoldedStream {
    const { sheet, streamType, bureau } = this.sheets.get(streamId) as {
      sheet: Sheet;
      streamType: string;
      bureau: string;
    };
    const { version, position, foldedTo } = sheet;
    return { streamId, streamType, bureau, version, position, foldedTo, facts: sheet.values() };
  }

  registerRows(stream: FoldedStream): readonly RegisterRow[] {
    return stream.facts.flatMap((fact) =>
      (this.plans.get(fact.kind)?.registers ?? []).map((register) => rowOf(register, stream, fact)),
    );
  }

  dutyRows(stream: FoldedStream): readonly DutyRow[] {
    const { streamId, bureau, position } = stream;
    return stream.facts.flatMap((fact) =>
      (this.plans.get(fact.kind)?.deadlines ?? []).flatMap((deadline) => {
        const duty = deadline.dutyOn(fact);
        return duty === undefined
          ? []
          : [{ ...duty, bureau, office: officeNow(fact), streamId, factKey: fact.key, position }];
      }),
    );
  }
}

const LATEST: LocalDate = '9999-12-31';

const officeNow = (fact: Fact): string =>
  typeof fact.office === 'string' ? fact.office : (valueOn(fact.office, LATEST) ?? '');

const rowOf = (register: RegisterDefinition, stream: FoldedStream, fact: Fact): RegisterRow => {
  const columns: Record<string, string | number | boolean> = {};
  for (const name of new Set([...register.columns, ...register.filters])) {
    const value = fact.fields[name];
    const shown = Array.isArray(value) ? valueOn(value, LATEST) : value;
    if (shown !== undefined) columns[name] = shown as string | number | boolean;
  }
  const orderedBy = fact.fields[register.orderBy];
  return {
    register: register.code,
    bureau: stream.bureau,
    office: officeNow(fact),
    streamId: stream.streamId,
    factKey: fact.key,
    orderedBy: typeof orderedBy === 'string' ? orderedBy : '0001-01-01',
    person: fact.person ?? null,
    columns,
    position: stream.position,
  };
};
