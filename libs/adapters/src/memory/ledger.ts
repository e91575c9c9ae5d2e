import type { Feed } from '#application/ports/feed.js';
import {
  type BalanceChange,
  type CausedPostings,
  DrivenByTopics,
  type DutyRow,
  type FoldedStream,
  type FoldedStreams,
  type LatePostings,
  type Ledger,
  LogReplaced,
  type ParkedStream,
  type ParkedStreams,
  type PartitionStand,
  type PartitionedProjections,
  type Posting,
  type ProjectedRows,
  type ProjectionBatch,
  type Reading,
  type RegisterRow,
  StaleCheckpoint,
  type SumTerm,
} from '#application/ports/ledger.js';
import { type LocalDate, lastOfMonth } from '#kernel/dates.js';
import type { PastRegisters } from '#application/past-registers.js';
import type { OfficeCode } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { readCursor, writeCursor } from '../cursor.js';
import { compareKeys, cursorBehind, pageOf, registerOf } from '../register-order.js';
import { exact } from '#kernel/money.js';
import { splitsOf } from '#application/narrowing.js';
import { evidenceOf, grouped, total } from './evidence.js';
import { MemoryPostings } from './postings.js';
import type { MemoryRelay } from './relay.js';

/** Orders postings of one event. */
const placeOf = ({ streamId, factKey, on }: Posting): readonly string[] => [streamId, factKey, on];

interface Checkpoint {
  readonly position: number;
  readonly logId: string;
}

type Parked = ParkedStream & { readonly partition: string; readonly parkedAt: string };

/** Still to be met, or met after its day. */
const standsSo = ({ metOn, dueOn }: DutyRow, late: boolean): boolean =>
  late ? metOn !== null && metOn > dueOn : metOn === null;

/**
 * The ledger without a database, for simulations and property tests: it keeps postings only and adds them up anew at every
 * question, so it is also the plain statement of what the PostgreSQL ledger must answer.
 */
export class MemoryLedger
  implements PartitionedProjections, ParkedStreams, FoldedStreams, Ledger, LatePostings, CausedPostings
{
  private readonly checkpoints = new Map<string, Checkpoint>();
  private readonly partitions = new Map<string, PartitionStand & { readonly logId: string }>();
  private readonly parked = new Map<Uuid, Parked>();
  private readonly streams = new Map<string, Map<Uuid, FoldedStream>>();
  private readonly postings: MemoryPostings;
  private readonly registers = new Map<Uuid, readonly RegisterRow[]>();
  private readonly dutiesOf = new Map<Uuid, readonly DutyRow[]>();

  constructor(
    private readonly log: Pick<Feed, 'head' | 'logId' | 'read'>,
    private readonly relay?: MemoryRelay,
    /** Stock of records of persons that stand for another record. */
    merged?: string,
    private readonly past?: PastRegisters,
  ) {
    this.postings = new MemoryPostings(merged);
    if (relay !== undefined) relay.projectedTo = () => this.projectedTo();
  }

  async checkpoint(view: string): Promise<number> {
    if (this.partitions.size > 0) throw new DrivenByTopics(`${view} is fed from topics`);
    const stored = this.checkpoints.get(view);
    return stored === undefined ? 0 : this.checked(view, stored);
  }

  private async checked(view: string, stored: Checkpoint): Promise<number> {
    if (stored.logId !== (await this.log.logId()) || (await this.log.head()) < stored.position)
      throw new LogReplaced(`${view} was projected from another log or a later state of this one; rebuild it`);
    return stored.position;
  }

  async feedFromTopics(view: string, partitions: readonly string[]): Promise<void> {
    const logId = await this.log.logId();
    const position = this.checkpoints.get(view)?.position ?? 0;
    const life = this.relay?.life ?? 1;
    for (const name of partitions)
      if (!this.partitions.has(name)) this.partitions.set(name, { position, nextOffset: 0, life, logId });
    this.checkpoints.delete(view);
  }

  async feedFromLog(view: string): Promise<void> {
    const logId = await this.log.logId();
    const position = this.projectedTo();
    if (this.partitions.size > 0) this.checkpoints.set(view, { position, logId });
    this.partitions.clear();
  }

  async stand(view: string, partition: string): Promise<PartitionStand | undefined> {
    const stored = this.partitions.get(partition);
    if (stored === undefined) return undefined;
    await this.checked(view, stored);
    const { position, nextOffset, life } = stored;
    return { position, nextOffset, life };
  }

  async stands(): ReturnType<PartitionedProjections['stands']> {
    return [...this.partitions]
      .map(([partition, { position, nextOffset, life }]) => ({ partition, position, nextOffset, life }))
      .sort((a, b) => (a.partition < b.partition ? -1 : 1));
  }

  async life(): Promise<number> {
    return this.relay?.life ?? 1;
  }

  async askForNewLife(life: number): Promise<void> {
    this.relay?.ask(life);
  }

  async turnTo(
    view: string,
    partition: string,
    from: PartitionStand,
    to: Omit<PartitionStand, 'position'>,
  ): Promise<void> {
    const stored = this.partitionAt(view, partition, from);
    this.partitions.set(partition, { ...stored, ...to });
  }

  /** @throws StaleCheckpoint, DrivenByTopics */
  private partitionAt(view: string, name: string, from: PartitionStand): PartitionStand & { readonly logId: string } {
    const stored = this.partitions.get(name);
    if (stored === undefined) throw new DrivenByTopics(`${view} is not fed from ${name}`);
    if (stored.position !== from.position || stored.nextOffset !== from.nextOffset || stored.life !== from.life)
      throw new StaleCheckpoint(
        `${view} stands at ${stored.position} in ${name}, the batch begins after ${from.position}`,
      );
    return stored;
  }

  async parkedAmong(_: string, streamIds: readonly Uuid[]): Promise<ReadonlySet<Uuid>> {
    return new Set(streamIds.filter((id) => this.parked.has(id)));
  }

  async list(): ReturnType<ParkedStreams['list']> {
    return [...this.parked.values()].sort((a, b) => a.position - b.position);
  }

  async takeUp(
    view: string,
    streamId: Uuid,
    fold: Parameters<ParkedStreams['takeUp']>[2],
  ): Promise<readonly BalanceChange[] | undefined> {
    for (;;) {
      const parked = this.parked.get(streamId);
      if (parked === undefined) return undefined;
      const delivered = (): number =>
        (this.partitions.get(parked.partition) ?? this.checkpoints.get(view))?.position ?? this.projectedTo();
      const deliveredTo = delivered();
      const rows = await fold((await this.loadStreams(view, [streamId])).get(streamId), deliveredTo);
      // Nothing waits from here on; what was delivered meanwhile has to be folded as well.
      if (delivered() !== deliveredTo || this.parked.get(streamId) !== parked) continue;
      this.parked.delete(streamId);
      this.write(view, rows);
      return this.postings.changes(rows.postings, deliveredTo);
    }
  }

  async loadStreams(view: string, streamIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, FoldedStream>> {
    const known = this.streams.get(view);
    const found = streamIds.map((id) => known?.get(id)).filter((stream) => stream !== undefined);
    return new Map(found.map((stream) => [stream.streamId, stream]));
  }

  async foldedIn(
    view: string,
    bureau: string,
    { after = '', limit }: { readonly after?: Uuid; readonly limit: number },
  ): Promise<readonly FoldedStream[]> {
    const theirs = [...(this.streams.get(view)?.values() ?? [])].filter(
      (stream) => stream.bureau === bureau && stream.streamId > after,
    );
    return theirs.sort((one, other) => (one.streamId < other.streamId ? -1 : 1)).slice(0, limit);
  }

  async apply(batch: ProjectionBatch): Promise<readonly BalanceChange[]> {
    const { view, partition, after, position, parked = [], passedOver = [] } = batch;
    const logId = await this.log.logId();
    if (partition === undefined) await this.checkpoint(view);
    else await this.stand(view, partition.name);
    // From here on nothing waits, so nobody comes between check and write or sees half of a batch.
    if (passedOver.some((id) => !this.parked.has(id)))
      throw new StaleCheckpoint('a stream that was set aside was taken up again');
    if (partition === undefined) {
      const stands = this.checkpoints.get(view)?.position ?? 0;
      if (stands !== after) throw new StaleCheckpoint(`${view} stands at ${stands}, the batch begins after ${after}`);
      this.checkpoints.set(view, { position, logId });
    } else {
      const stored = this.partitionAt(view, partition.name, partition.from);
      this.partitions.set(partition.name, { ...stored, position, nextOffset: partition.nextOffset });
    }
    this.write(view, batch);
    for (const stream of parked)
      this.parked.set(stream.streamId, { ...stream, partition: partition?.name ?? '', parkedAt: '' });
    return this.postings.changes(batch.postings, position);
  }

  private write(view: string, { streams, postings, registers, duties }: ProjectedRows): void {
    const folded = this.streams.get(view) ?? new Map<Uuid, FoldedStream>();
    this.streams.set(view, folded);
    for (const stream of streams) folded.set(stream.streamId, stream);
    this.postings.add(postings);
    for (const [streamId, rows] of registers) this.registers.set(streamId, rows);
    for (const [streamId, rows] of duties) this.dutiesOf.set(streamId, rows);
  }

  private projectedTo(): number {
    const positions = [...this.checkpoints.values()].map(({ position }) => position);
    for (const [name, { position }] of this.partitions) {
      const { inPartition, altogether } = this.relay?.publishedTo(name) ?? { inPartition: 0, altogether: 0 };
      positions.push(Math.max(position, this.relay?.reached ?? 0, position >= inPartition ? altogether : 0));
    }
    return positions.length === 0 ? 0 : Math.min(...positions);
  }

  /** A reading of the newest figures, cut off at the position that all partitions have reached. */
  private exactly(reading: Reading): Reading {
    return reading.asOf === undefined && this.partitions.size > 0 ? { ...reading, asOf: this.projectedTo() } : reading;
  }

  async watermark(): ReturnType<Ledger['watermark']> {
    const position = this.projectedTo();
    const { events } = await this.log.read(position, 1);
    const behindSince = events[0]?.recordedAt ?? null;
    return { position, head: await this.log.head(), behindSince, parked: this.parked.size };
  }

  async sums(asked: Reading, terms: readonly SumTerm[]): Promise<readonly string[]> {
    const reading = this.exactly(asked);
    return terms.map((term) => {
      const selected = this.postings.select(reading, term);
      if (term.mode !== 'persons-flow' && term.mode !== 'persons-stock') return total(selected).toFixed();
      const persons = grouped(selected, ({ person }) => person);
      persons.delete(null);
      return String([...persons.values()].filter((theirs) => total(theirs).greaterThan(0)).length);
    });
  }

  async sumsByOffice(asked: Reading, terms: readonly SumTerm[]): Promise<ReadonlyMap<OfficeCode, readonly string[]>> {
    const found = new Map<OfficeCode, readonly string[]>();
    for (const office of asked.offices) found.set(office, await this.sums({ ...asked, offices: [office] }, terms));
    return found;
  }

  async monthsLogged(
    asked: Reading,
    measures: readonly string[],
    from: string,
    to: string,
  ): ReturnType<Ledger['monthsLogged']> {
    const reading = this.exactly(asked);
    const found = new Map<string, { measure: string; office: string; month: string }>();
    for (const measure of measures) {
      const dated = this.postings.select(reading, { measure, mode: 'stock', to: lastOfMonth(`${to}-01`) });
      for (const { office, on } of dated) {
        const month = on.slice(0, 7);
        if (month >= from) found.set(`${measure}|${office}|${month}`, { measure, office, month });
      }
    }
    return [...found.values()];
  }

  async latestOn(reading: Reading, measure: string, to: LocalDate): Promise<LocalDate | undefined> {
    const dated = this.postings.select(this.exactly(reading), { measure, mode: 'stock', to });
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
    const rows = evidenceOf(this.postings.select({ ...reading, asOf }, term), persons)
      .map((row) => ({ row, key: [row.on, row.streamId, row.factKey, row.person ?? ''] as const }))
      .sort((a, b) => compareKeys(a.key, b.key))
      .filter(({ key }) => cursor === undefined || compareKeys(key, cursor.slice(1) as string[]) > 0);
    const paged = pageOf(rows, limit, ({ key }) => writeCursor(asOf, ...key));
    return { ...paged, rows: paged.rows.map(({ row }) => row) };
  }

  async postingsAfter(asked: Reading, term: SumTerm, after: number): ReturnType<LatePostings['postingsAfter']> {
    const { alsoIn: _, ...whole } = term;
    return this.postings
      .select(this.exactly(asked), whole)
      .filter(({ position }) => position > after)
      .sort((a, b) => a.position - b.position || compareKeys(placeOf(a), placeOf(b)))
      .map(({ streamId, factKey, office, on, amount, person, splits, position }) => ({
        ...{ streamId, factKey, office, on, person, position },
        amount: exact(amount).toFixed(),
        splits: splitsOf(splits),
      }));
  }

  async postedAt(bureau: string, position: number): ReturnType<CausedPostings['postedAt']> {
    return this.postings
      .at(bureau, position)
      .map((posting) => ({ ...posting, amount: exact(posting.amount).toFixed() }));
  }

  async sumsByPerson(
    ...[asked, terms, persons]: Parameters<CausedPostings['sumsByPerson']>
  ): ReturnType<CausedPostings['sumsByPerson']> {
    const reading = this.exactly(asked);
    return terms.map(({ alsoIn: _, ...whole }) => {
      const theirs = grouped(this.postings.select(reading, whole), ({ person }) => person);
      return new Map(
        persons.flatMap((person) => {
          const postings = theirs.get(person);
          return postings === undefined ? [] : [[person, total(postings).toFixed()] as const];
        }),
      );
    });
  }

  async registerRows(
    reading: Reading,
    query: Parameters<Ledger['registerRows']>[1],
  ): ReturnType<Ledger['registerRows']> {
    const { asOf = Number.MAX_SAFE_INTEGER } = reading;
    const types = this.past?.streamTypes(query.register) ?? [];
    const since = [...this.streams.values()].flatMap((known) =>
      [...known.values()].filter((one) => one.position > asOf && types.includes(one.streamType)),
    );
    const changed = new Set(since.map(({ streamId }) => streamId));
    const kept = [...this.registers].flatMap(([streamId, rows]) => (changed.has(streamId) ? [] : rows));
    const past = (await this.past?.rowsAt([...changed], asOf)) ?? [];
    return pageOf(registerOf([...kept, ...past], reading, query), query.limit, cursorBehind);
  }

  async duties(
    { bureau, offices }: Reading,
    { dueBy, late = false, after, limit }: Parameters<Ledger['duties']>[1],
  ): ReturnType<Ledger['duties']> {
    const cursor = after === undefined ? undefined : readCursor(after, ['', '', '', '']);
    const keyOf = (row: DutyRow): string[] => [row.dueOn, row.streamId, row.deadline, row.factKey];
    const rows = [...this.dutiesOf.values()]
      .flat()
      .filter(
        (row) => row.bureau === bureau && offices.includes(row.office) && row.dueOn <= dueBy && standsSo(row, late),
      )
      .filter((row) => cursor === undefined || compareKeys(keyOf(row), cursor) > 0)
      .sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
    return pageOf(rows, limit, (row) => writeCursor(...keyOf(row)));
  }
}
