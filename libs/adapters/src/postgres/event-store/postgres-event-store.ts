import type pg from 'pg';
import type {
  AppendItem,
  AppendOutcome,
  EventStore,
  StoredCommand,
  StoredStream,
} from '#application/ports/event-store.js';
import type { Uuid } from '#kernel/ids.js';
import { checkItems } from '../../append-rules.js';
import type { AppendSignal } from '../../append-signal.js';
import { APPEND_SQL, type Answer, type Parcel, appendValues, outcomesOf, pack } from './append-statement.js';
import { patiently } from './database-errors.js';
import { Gather } from './gather.js';
import { GroupCommit } from './group-commit.js';
import { readCommands, readStreams } from './read-store.js';

/** How long a store bears a lost connection before it gives up, milliseconds. */
const PATIENCE = 10_000;

/**
 * The system of record on PostgreSQL. Appends that wait together leave as one autocommit statement, look-ups that are
 * asked together as one query. A lost connection is borne for `patience` milliseconds: what became of an append is then
 * looked up by its commands, and only what did not arrive is sent again.
 */
export class PostgresEventStore implements EventStore {
  private readonly commits = new GroupCommit((batch) => this.send(batch, false));
  private readonly streams = new Gather((ids) => this.read(() => readStreams(this.pool, ids)));
  private readonly commands = new Gather((ids) => this.read(() => readCommands(this.pool, ids)));

  constructor(
    private readonly pool: pg.Pool,
    private readonly signal: AppendSignal,
    private readonly patience = PATIENCE,
  ) {}

  load(streamId: Uuid, upTo?: number): Promise<StoredStream | undefined> {
    if (upTo === undefined) return this.streams.get(streamId);
    return this.loadMany([streamId], upTo).then((found) => found.get(streamId));
  }

  loadMany(streamIds: readonly Uuid[], upTo?: number): Promise<ReadonlyMap<Uuid, StoredStream>> {
    return this.read(() => readStreams(this.pool, streamIds, upTo));
  }

  findCommand(commandId: Uuid): Promise<StoredCommand | undefined> {
    return this.commands.get(commandId);
  }

  async holderOf(key: string): Promise<Uuid | undefined> {
    const { rows } = await this.read(() =>
      this.pool.query<{ stream_id: Uuid }>('select stream_id from es.natural_key where key = $1', [key]),
    );
    return rows[0]?.stream_id;
  }

  async append(item: AppendItem): Promise<AppendOutcome> {
    checkItems([item]);
    return this.commits.submit(item);
  }

  async appendMany(items: readonly AppendItem[], atomic: boolean): Promise<readonly AppendOutcome[]> {
    checkItems(items);
    return items.length === 0 ? [] : this.send(items.map(pack), atomic);
  }

  /** Resolves when every append handed in has its answer. */
  drained(): Promise<void> {
    return this.commits.drained();
  }

  private read<Result>(query: () => Promise<Result>): Promise<Result> {
    return patiently(this.patience, query);
  }

  private async send(batch: readonly Parcel[], atomic: boolean): Promise<readonly AppendOutcome[]> {
    const outcomes = await patiently(this.patience, (attempt) =>
      attempt === 0 ? this.query(batch, atomic) : this.resend(batch, atomic),
    );
    let newest = 0;
    for (const outcome of outcomes) if (outcome.outcome === 'appended') newest = Math.max(newest, outcome.position);
    this.signal.raise(newest);
    return outcomes;
  }

  private async query(batch: readonly Parcel[], atomic: boolean): Promise<readonly AppendOutcome[]> {
    const statement = { name: 'append', text: APPEND_SQL, values: appendValues(batch, atomic) };
    const { rows } = await this.pool.query<Answer>(statement);
    return outcomesOf(rows[0] as Answer, batch);
  }

  /** Answers what an earlier try has stored and sends the rest; that try may even commit while this one is under way. */
  private async resend(batch: readonly Parcel[], atomic: boolean): Promise<readonly AppendOutcome[]> {
    const before = await this.stored(batch);
    const rest = batch.filter((parcel) => !before.has(parcel));
    const outcomes = rest.length === 0 ? [] : await this.query(rest, atomic);
    const overtaken = outcomes.some((outcome) => outcome.outcome === 'repeated');
    const after = overtaken ? await this.stored(rest) : before;
    const sent = new Map(rest.map((parcel, at) => [parcel, outcomes[at] as AppendOutcome]));
    return batch.map((parcel) => before.get(parcel) ?? after.get(parcel) ?? (sent.get(parcel) as AppendOutcome));
  }

  /** The items whose commands all have receipts with the hashes we gave them. */
  private async stored(batch: readonly Parcel[]): Promise<ReadonlyMap<Parcel, AppendOutcome>> {
    const ids = batch.flatMap(({ item }) => item.entries.map((entry) => entry.commandId));
    const receipts = await readCommands(this.pool, ids);
    const found = new Map<Parcel, AppendOutcome>();
    for (const parcel of batch) {
      const { streamId, entries } = parcel.item;
      const ours = entries.map(({ commandId, requestHash }) => {
        const receipt = receipts.get(commandId);
        return receipt?.streamId === streamId && receipt.requestHash === requestHash ? receipt : undefined;
      });
      const last = ours.at(-1);
      if (last !== undefined && !ours.includes(undefined))
        found.set(parcel, { outcome: 'appended', version: last.version, position: last.position });
    }
    return found;
  }
}
