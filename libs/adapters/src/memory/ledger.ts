import type { Feed } from '#application/ports/feed.js';
import {
  type BalanceChange,
  type DutyRow,
  type FoldedStream,
  type Ledger,
  LogReplaced,
  type Posting,
  type ProjectionBatch,
  type ProjectionStore,
  type Reading,
  type RegisterRow,
  StaleCheckpoint,
  type SumTerm,
} from '#application/ports/ledger.js';
import { type LocalDate, monthOf } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { readCursor, writeCursor } from '../cursor.js';
import { isWithin } from '../narrowing.js';
import { evidenceOf, grouped, total } from './evidence.js';

/** Whether the dates of a posting fall into a term. */
const isDated = ({ mode, from, to }: SumTerm, { on, cohort }: Posting): boolean => {
  if (on > to) return false;
  if (mode === 'flow' || mode === 'persons-flow') return from === undefined || from <= on;
  return mode !== 'cohort' || (cohort !== null && cohort <= to && (from === undefined || from <= cohort));
};

const page = <Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): { rows: readonly Row[]; next?: string } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last !== undefined ? { rows: shown, next: cursorOf(last) } : { rows: shown };
};

/** Compares keys part by part, the way the database compares rows. */
const compare = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
};

/**
 * The ledger without a database, for simulations and property tests: it keeps postings only and adds them up anew at every
 * question, so it is also the plain statement of what the PostgreSQL ledger must answer.
 */
export class MemoryLedger implements ProjectionStore, Ledger {
  private readonly checkpoints = new Map<string, { readonly position: number; readonly logId: string }>();
  private readonly streams = new Map<string, Map<Uuid, FoldedStream>>();
  private readonly postings: Posting[] = [];
  private readonly registers = new Map<Uuid, readonly RegisterRow[]>();
  private readonly dutiesOf = new Map<Uuid, readonly DutyRow[]>();

  constructor(private readonly log: Pick<Feed, 'head' | 'logId' | 'read'>) {}

  async checkpoint(view: string): Promise<number> {
    const stored = this.checkpoints.get(view);
    if (stored === undefined) return 0;
    if (stored.logId !== (await this.log.logId()) || (await this.log.head()) < stored.position)
      throw new LogReplaced(`${view} was projected from another log or a later state of this one; rebuild it`);
    return stored.position;
  }

  async loadStreams(view: string, streamIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, FoldedStream>> {
    const known = this.streams.get(view);
    const found = streamIds.map((id) => known?.get(id)).filter((stream) => stream !== undefined);
    return new Map(found.map((stream) => [stream.streamId, stream]));
  }

  async apply(batch: ProjectionBatch): Promise<readonly BalanceChange[]> {
    const logId = await this.log.logId();
    await this.checkpoint(batch.view);
    // From here on nothing waits, so nobody comes between check and write or sees half of a batch.
    const stands = this.checkpoints.get(batch.view)?.position ?? 0;
    if (stands !== batch.after)
      throw new StaleCheckpoint(`${batch.view} stands at ${stands}, the batch begins after ${batch.after}`);
    const streams = this.streams.get(batch.view) ?? new Map<Uuid, FoldedStream>();
    this.streams.set(batch.view, streams);
    for (const stream of batch.streams) streams.set(stream.streamId, stream);
    for (const posting of batch.postings) this.postings.push(posting);
    for (const [streamId, rows] of batch.registers) this.registers.set(streamId, rows);
    for (const [streamId, rows] of batch.duties) this.dutiesOf.set(streamId, rows);
    this.checkpoints.set(batch.view, { position: batch.position, logId });
    return this.changes(batch);
  }

  private changes(batch: ProjectionBatch): readonly BalanceChange[] {
    const keyOf = ({ measure, bureau, office, on }: Posting): string[] => [measure, bureau, office, monthOf(on)];
    const touched = new Map(batch.postings.map((posting) => [keyOf(posting).join('|'), keyOf(posting)]));
    return [...touched.values()].sort(compare).map((key) => {
      const [measure, bureau, office, month] = key as [string, string, string, string];
      const cell = this.postings.filter((posting) => compare(keyOf(posting), key) === 0);
      return { position: batch.position, measure, bureau, office, month, amount: total(cell).toFixed() };
    });
  }

  private projectedTo(): number {
    const positions = [...this.checkpoints.values()].map(({ position }) => position);
    return positions.length === 0 ? 0 : Math.min(...positions);
  }

  async watermark(): ReturnType<Ledger['watermark']> {
    const position = this.projectedTo();
    const { events } = await this.log.read(position, 1);
    return { position, head: await this.log.head(), behindSince: events[0]?.recordedAt ?? null };
  }

  private select({ bureau, offices, asOf }: Reading, term: SumTerm): Posting[] {
    const among = term.alsoIn === undefined ? undefined : this.standingIn(term.alsoIn, bureau, term.to, asOf);
    return this.postings.filter(
      (posting) =>
        posting.measure === term.measure &&
        posting.bureau === bureau &&
        offices.includes(posting.office) &&
        posting.position <= (asOf ?? Infinity) &&
        isDated(term, posting) &&
        isWithin(term.where, posting.splits) &&
        (among === undefined || among.has(posting.person)),
    );
  }

  /** Who stands in a stock on a day, in whichever office. */
  private standingIn(measure: string, bureau: string, to: LocalDate, asOf = Infinity): ReadonlySet<Uuid | null> {
    const theirs = this.postings.filter(
      (posting) =>
        posting.measure === measure && posting.bureau === bureau && posting.position <= asOf && posting.on <= to,
    );
    const persons = [...grouped(theirs, ({ person }) => person)];
    return new Set(persons.filter(([, postings]) => total(postings).greaterThan(0)).map(([person]) => person));
  }

  async sums(reading: Reading, terms: readonly SumTerm[]): Promise<readonly string[]> {
    return terms.map((term) => {
      const selected = this.select(reading, term);
      if (term.mode !== 'persons-flow' && term.mode !== 'persons-stock') return total(selected).toFixed();
      const persons = grouped(selected, ({ person }) => person);
      persons.delete(null);
      return String([...persons.values()].filter((theirs) => total(theirs).greaterThan(0)).length);
    });
  }

  async latestOn(reading: Reading, measure: string, to: LocalDate): Promise<LocalDate | undefined> {
    const dated = this.select(reading, { measure, mode: 'stock', to });
    const facts = grouped(dated, ({ on, streamId, factKey }) => `${on}|${streamId}|${factKey}`);
    const standing = [...facts.values()].filter((postings) => !total(postings).isZero());
    return standing
      .flatMap(([posting]) => posting?.on ?? [])
      .sort()
      .at(-1);
  }

  async evidence(
    reading: Reading,
    term: SumTerm,
    { after, limit }: { after?: string; limit: number },
  ): ReturnType<Ledger['evidence']> {
    const cursor = after === undefined ? undefined : readCursor(after, [0, '', '', '', '']);
    const asOf = cursor?.[0] ?? reading.asOf ?? this.projectedTo();
    const persons = term.mode === 'persons-flow' || term.mode === 'persons-stock';
    const rows = evidenceOf(this.select({ ...reading, asOf }, term), persons)
      .map((row) => ({ row, key: [row.on, row.streamId, row.factKey, row.person ?? ''] as const }))
      .sort((a, b) => compare(a.key, b.key))
      .filter(({ key }) => cursor === undefined || compare(key, cursor.slice(1) as string[]) > 0);
    const paged = page(rows, limit, ({ key }) => writeCursor(asOf, ...key));
    return { ...paged, rows: paged.rows.map(({ row }) => row) };
  }

  async registerRows(
    { bureau, offices }: Reading,
    { register, filters, after, limit }: Parameters<Ledger['registerRows']>[1],
  ): ReturnType<Ledger['registerRows']> {
    const cursor = after === undefined ? undefined : readCursor(after, ['', '', '']);
    const keyOf = (row: RegisterRow): string[] => [row.orderedBy, row.streamId, row.factKey];
    const rows = [...this.registers.values()]
      .flat()
      .filter((row) => row.bureau === bureau && offices.includes(row.office) && row.register === register)
      .filter(({ columns }) =>
        Object.entries(filters).every(([name, value]) => name in columns && String(columns[name]) === value),
      )
      .filter((row) => cursor === undefined || compare(keyOf(row), cursor) < 0)
      .sort((a, b) => compare(keyOf(b), keyOf(a)));
    return page(rows, limit, (row) => writeCursor(...keyOf(row)));
  }

  async duties(
    { bureau, offices }: Reading,
    { dueBy, after, limit }: Parameters<Ledger['duties']>[1],
  ): ReturnType<Ledger['duties']> {
    const cursor = after === undefined ? undefined : readCursor(after, ['', '', '', '']);
    const keyOf = (row: DutyRow): string[] => [row.dueOn, row.streamId, row.deadline, row.factKey];
    const rows = [...this.dutiesOf.values()]
      .flat()
      .filter(
        (row) => row.bureau === bureau && offices.includes(row.office) && row.dueOn <= dueBy && row.metOn === null,
      )
      .filter((row) => cursor === undefined || compare(keyOf(row), cursor) > 0)
      .sort((a, b) => compare(keyOf(a), keyOf(b)));
    return page(rows, limit, (row) => writeCursor(...keyOf(row)));
  }
}
