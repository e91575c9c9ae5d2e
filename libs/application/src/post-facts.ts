import type { Fact, FactsView, ViewedEvent } from './facts.js';
import { valueOn } from './facts.js';
import { type FoldedEvent, effectiveHistory, newestShape } from './history.js';
import type { AnyStream, LocalDate, Uuid, WorkingDayCalendar } from './kernel.js';
import { type CompiledRegister, type Plans, measuresTouched, plansOf } from './kind-plan.js';
import { type PostedAmount, differences, postsAlike } from './measure-postings.js';
import type { DutyRow, FoldedStream, Posting, RegisterRow } from './ports/ledger.js';
import { recordEventName } from './record-events.js';
import type { Registry } from './registry.js';
import { type FactChange, Sheet } from './sheet.js';

/** How the events of a type of streams become facts. */
interface StreamView {
  readonly stream: AnyStream;
  readonly view: FactsView;
  readonly settings: unknown;
}

/** A stream that is being folded. */
interface FoldingStream extends Pick<FoldedStream, 'streamId' | 'streamType' | 'bureau'> {
  sheet: Sheet;
  /** Undefined for a type of streams that this code does not know. */
  readonly viewed: StreamView | undefined;
  touched: boolean;
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

/** What went wrong is not the event's fault, and passes. */
class PastUnavailable extends Error {}

/** An event came before the one that precedes it in its stream. */
export class GapInStream extends UnfoldableEvent {
  constructor(event: FoldedEvent, stands: number) {
    super(event, `version ${event.version} of stream ${event.streamId} follows ${stands}`);
  }
}

/**
 * Folds events into facts and facts into postings. When a fact changes, whatever the reason, the difference between what it
 * posted before and posts now is posted at the position of the event that changed it; so a correction, a late entry and a
 * transfer need no code of their own. Pure but for the history it may ask for: live, catching up and rebuilding are one code.
 */
export class FactPoster {
  private readonly plans: Plans;
  private readonly views = new Map<string, StreamView>();
  private streams = new Map<Uuid, FoldingStream>();
  /** The stream of the event before, which the next is mostly of. */
  private current: FoldingStream | undefined;
  private touched: FoldingStream[] = [];

  constructor(
    registry: Registry,
    calendar: WorkingDayCalendar,
    private readonly history: HistorySource,
    private readonly sink: PostingSink,
  ) {
    this.plans = plansOf(registry, calendar);
    for (const line of registry.lines)
      for (const stream of line.streams)
        this.views.set(stream.type, { stream, view: line.facts, settings: registry.settingsOf(line.code) });
  }

  /** Takes up streams as they were folded before; those not given start empty. */
  seed(streams: Iterable<FoldedStream>): void {
    for (const stream of streams) {
      const sheet = new Sheet(stream.facts);
      sheet.version = stream.version;
      sheet.position = stream.position;
      sheet.foldedTo = stream.foldedTo;
      this.take(stream, sheet);
    }
  }

  private take({ streamId, streamType, bureau }: FoldedEvent | FoldedStream, sheet: Sheet): FoldingStream {
    const taken = { streamId, streamType, bureau, sheet, viewed: this.views.get(streamType), touched: false };
    this.streams.set(streamId, taken);
    return (this.current = taken);
  }

  /** @throws UnfoldableEvent with everything before that event applied and nothing of it; any error of the history source */
  async apply(events: readonly FoldedEvent[]): Promise<void> {
    for (const event of events) {
      try {
        const pending = this.step(event);
        if (pending !== undefined) await pending;
      } catch (error) {
        if (error instanceof PastUnavailable) throw error.cause;
        throw error instanceof UnfoldableEvent ? error : new UnfoldableEvent(event, error);
      }
    }
  }

  private step(event: FoldedEvent): Promise<void> | undefined {
    const folding = this.streamOf(event);
    const { sheet } = folding;
    if (event.version <= sheet.version) return undefined;
    if (event.version > sheet.version + 1) throw new GapInStream(event, sheet.version);
    const record = recordEventName(event.type);
    const refolds =
      record === 'RecordCorrected' ||
      record === 'RecordVoided' ||
      (record === undefined && event.occurredOn < sheet.foldedTo);
    if (refolds) return this.refold(event, folding);
    if (record === undefined) {
      const viewed = viewOf(folding);
      this.handle(viewed, sheet, event, event.occurredOn, event.office, newestShape(viewed.stream, event));
      this.post(event, folding.bureau, sheet.touched);
      sheet.foldedTo = event.occurredOn;
    }
    this.close(event, folding);
    return undefined;
  }

  private streamOf(event: FoldedEvent): FoldingStream {
    if (this.current?.streamId === event.streamId) return this.current;
    return (this.current = this.streams.get(event.streamId) ?? this.take(event, new Sheet()));
  }

  /** Folds the stream again from its first event, in business-date order, and posts what is different. */
  private async refold(event: FoldedEvent, folding: FoldingStream): Promise<void> {
    const viewed = viewOf(folding);
    const past = await this.history(event.streamId, event.position).catch((error: unknown) => {
      throw new PastUnavailable('the events before cannot be read', { cause: error });
    });
    const history = effectiveHistory(viewed.stream, past);
    const fresh = new Sheet();
    let foldedTo: LocalDate = '';
    for (const item of history) {
      this.handle(viewed, fresh, item.event, item.occurredOn, item.office, item.data);
      fresh.settle();
      foldedTo = item.occurredOn;
    }
    this.post(event, folding.bureau, fresh.changesFrom(folding.sheet));
    fresh.foldedTo = foldedTo;
    folding.sheet = fresh;
    this.close(event, folding);
  }

  private close(event: FoldedEvent, folding: FoldingStream): void {
    const { sheet } = folding;
    sheet.settle();
    sheet.version = event.version;
    sheet.position = event.position;
    if (folding.touched) return;
    folding.touched = true;
    this.touched.push(folding);
  }

  private handle(
    { view, settings }: StreamView,
    sheet: Sheet,
    event: FoldedEvent,
    occurredOn: LocalDate,
    office: string,
    data: object,
  ): void {
    const handler = view.on[event.type];
    if (handler === undefined) return;
    sheet.office = office;
    const { streamId, streamType, version, bureau, type } = event;
    const viewed: ViewedEvent = { type, data, streamId, streamType, version, bureau, office, occurredOn };
    handler(viewed, sheet, settings);
    for (const change of sheet.touched) this.deriveDueDates(sheet, change);
  }

  private deriveDueDates(sheet: Sheet, change: FactChange): void {
    const { fact, changed } = change;
    const plan = fact === undefined ? undefined : this.plans.get(fact.kind);
    if (fact === undefined || plan === undefined || plan.derived.length === 0) return;
    if (changed !== undefined && !plan.derivedFrom.some((name) => changed.includes(name))) return;
    // Several deadlines may share a field, each for its own facts: the one that arises fills it.
    const due = new Map<string, LocalDate | undefined>();
    for (const { into, dutyOn } of plan.derived)
      due.set(into as string, due.get(into as string) ?? dutyOn(fact)?.dueOn);
    for (const [field, dueOn] of due) sheet.derive(change, field, dueOn);
  }

  private post(event: FoldedEvent, bureau: string, changes: readonly FactChange[]): void {
    for (const { before: old, fact: fresh, changed } of changes) {
      const sample = fresh ?? old;
      if (sample === undefined || old === fresh) continue;
      for (const measure of measuresTouched(this.plans.get(sample.kind), changed)) {
        if (measure.definition.bureau !== undefined && measure.definition.bureau !== bureau) continue;
        // Where it is known which fields differ, one of those that the measure reads does.
        if (changed === undefined && old !== undefined && fresh !== undefined && postsAlike(measure.fields, old, fresh))
          continue;
        const was = old === undefined ? NONE : measure.post(old);
        const is = fresh === undefined ? NONE : measure.post(fresh);
        const appended = was.length === 0 ? is : differences(was, is);
        for (const { office, on, cohort, splits, amount, person } of appended) {
          this.sink({
            measure: measure.definition.code,
            measureVersion: measure.definition.version,
            bureau,
            office,
            on,
            cohort,
            splits,
            amount: amount === 1 ? '1' : String(amount),
            person,
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
    const { touched } = this;
    this.touched = [];
    return touched.map((folding) => {
      folding.touched = false;
      return foldedStream(folding);
    });
  }

  /**
   * Lets go of every stream, touched or not: for a rebuild, which folds one to its end and then the next. One that comes again
   * must be seeded.
   */
  forget(): void {
    // Not cleared: what a cleared map held hangs on to the next, and the collector keeps both for long.
    this.streams = new Map();
    this.current = undefined;
    this.touched = [];
  }

  registerRows(stream: FoldedStream): readonly RegisterRow[] {
    const rows: RegisterRow[] = [];
    for (const fact of stream.facts)
      for (const register of this.plans.get(fact.kind)?.registers ?? []) rows.push(rowOf(register, stream, fact));
    return rows;
  }

  dutyRows({ streamId, bureau, position, facts }: FoldedStream): readonly DutyRow[] {
    const rows: DutyRow[] = [];
    for (const fact of facts)
      for (const { dutyOn } of this.plans.get(fact.kind)?.deadlines ?? []) {
        const duty = dutyOn(fact);
        if (duty !== undefined)
          rows.push({ ...duty, bureau, office: officeNow(fact), streamId, factKey: fact.key, position });
      }
    return rows;
  }
}

const viewOf = ({ viewed, streamType }: FoldingStream): StreamView => {
  if (viewed === undefined) throw new Error(`unknown stream type ${streamType}`);
  return viewed;
};

const foldedStream = ({ streamId, streamType, bureau, sheet }: FoldingStream): FoldedStream => {
  const { version, position, foldedTo } = sheet;
  return { streamId, streamType, bureau, version, position, foldedTo, facts: sheet.values() };
};

const LATEST: LocalDate = '9999-12-31';

const officeNow = (fact: Fact): string =>
  typeof fact.office === 'string' ? fact.office : (valueOn(fact.office, LATEST) ?? '');

const rowOf = ({ definition, fields }: CompiledRegister, stream: FoldedStream, fact: Fact): RegisterRow => {
  const columns: Record<string, string | number | boolean> = {};
  for (const name of fields) {
    const value = fact.fields[name];
    const shown = Array.isArray(value) ? valueOn(value, LATEST) : value;
    if (shown !== undefined) columns[name] = shown as string | number | boolean;
  }
  const orderedBy = fact.fields[definition.orderBy];
  return {
    register: definition.code,
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
