import type { Pool, PoolClient } from 'pg';
import {
  type BalanceChange,
  type FoldedStream,
  type FoldedStreams,
  type ParkedStreams,
  type PartitionStand,
  type PartitionedProjections,
  type ProjectedRows,
  type ProjectionBatch,
  StaleCheckpoint,
} from '#application/ports/ledger.js';
import type { BureauCode } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { lockCheckpoint, moveCheckpoint, readCheckpoint, readStand, readStands } from './checkpoint.js';
import { askForNewLife, feedFromLog, feedFromTopics, lifeOfTopics, turnPartition } from './drivers.js';
import { generationSchema } from './ledger-sql.js';
import { MeasureNumbers } from './measures.js';
import { listParked, parkStreams, parkedAmong, unpark } from './parked.js';
import { accountRows, cellsOf, dutyRecord, isKept, postingRow, registerRecord, streamRow } from './projection-rows.js';
import { addPostings, openAccounts, putDuties, putRegisters, putStreams, readCells } from './projection-sql.js';
import { type Snapshot, readSnapshot } from './snapshot.js';
import { readFacts } from './stored-facts.js';
import { inTransaction } from './transaction.js';

interface StreamRecord {
  readonly stream_id: string;
  readonly stream_type: string;
  readonly bureau: string;
  readonly version: number;
  readonly position: string;
  readonly folded_to: string;
  /** JSON, as `storedFacts` gives them. */
  readonly facts: string;
}

/** Before every id there is. */
const NIL = '00000000-0000-0000-0000-000000000000';

/** Writes a generation: the live one, or with `generation` the one that a rebuild is filling. */
export class PostgresProjectionStore implements PartitionedProjections, ParkedStreams, FoldedStreams {
  private readonly numbers: MeasureNumbers;

  constructor(
    private readonly pool: Pool,
    private readonly generation?: number,
  ) {
    this.numbers = new MeasureNumbers(pool);
  }

  checkpoint(view: string): Promise<number> {
    return readCheckpoint(this.pool, view, this.generation);
  }

  async loadStreams(view: string, streamIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, FoldedStream>> {
    if (streamIds.length === 0) return new Map();
    const load = (snapshot: Snapshot): Promise<StreamRecord[]> =>
      snapshot.rows<StreamRecord>(
        `select stream_id, stream_type, bureau, version, position, folded_to, facts::text
         from ${snapshot.schema}.folded_stream where view = $1 and stream_id = any($2::uuid[])`,
        [view, streamIds],
      );
    const rows = await readSnapshot(this.pool, load, this.generation);
    return new Map(rows.map((row) => [row.stream_id, streamOf(row)]));
  }

  async foldedIn(
    view: string,
    bureau: BureauCode,
    { after = NIL, limit }: { readonly after?: Uuid; readonly limit: number },
  ): Promise<readonly FoldedStream[]> {
    const load = (snapshot: Snapshot): Promise<StreamRecord[]> =>
      snapshot.rows<StreamRecord>(
        `select stream_id, stream_type, bureau, version, position, folded_to, facts::text
         from ${snapshot.schema}.folded_stream where view = $1 and bureau = $2 and stream_id > $3
         order by stream_id limit $4`,
        [view, bureau, after, limit],
      );
    return (await readSnapshot(this.pool, load, this.generation)).map(streamOf);
  }

  async apply(batch: ProjectionBatch): Promise<readonly BalanceChange[]> {
    await this.numbers.learn(batch.postings);
    return inTransaction(this.pool, async (client) => {
      const generation = await this.target(client);
      await lockCheckpoint(client, { ...batch, generation });
      if (this.generation === undefined) await this.refuseOtherDefinitions(client, batch);
      await parkStreams(client, generation, batch);
      const changes = await this.write(client, generationSchema(generation), batch.view, batch);
      await moveCheckpoint(client, generation, batch);
      return changes.map((change) => ({ position: batch.position, ...change }));
    });
  }

  /** Rows derived with other definitions of bureaus are not to be added to. @throws StaleCheckpoint */
  private async refuseOtherDefinitions(client: PoolClient, { definitions = 0 }: ProjectionBatch): Promise<void> {
    const { rows } = await client.query<{ definitions: string }>('select definitions from ledger.live');
    if (Number(rows[0]?.definitions) !== definitions)
      throw new StaleCheckpoint('the rows were derived with other definitions; fold the batch anew');
  }

  parkedAmong(view: string, streamIds: readonly Uuid[]): Promise<ReadonlySet<Uuid>> {
    return parkedAmong(this.pool, view, this.generation, streamIds);
  }

  list(view: string): ReturnType<ParkedStreams['list']> {
    return listParked(this.pool, view);
  }

  async takeUp(
    view: string,
    streamId: Uuid,
    fold: Parameters<ParkedStreams['takeUp']>[2],
  ): Promise<readonly BalanceChange[] | undefined> {
    return inTransaction(this.pool, async (client) => {
      const generation = await this.target(client);
      const deliveredTo = await unpark(client, generation, view, streamId);
      if (deliveredTo === undefined) return undefined;
      const known = (await this.loadStreams(view, [streamId])).get(streamId);
      const rows = await fold(known, deliveredTo);
      await this.numbers.learn(rows.postings);
      const changes = await this.write(client, generationSchema(generation), view, rows);
      return changes.map((change) => ({ position: deliveredTo, ...change }));
    });
  }

  feedFromTopics(view: string, partitions: readonly string[]): Promise<void> {
    return inTransaction(this.pool, (client) => feedFromTopics(client, view, partitions));
  }

  feedFromLog(view: string): Promise<void> {
    return inTransaction(this.pool, (client) => feedFromLog(client, view));
  }

  stand(view: string, partition: string): Promise<PartitionStand | undefined> {
    return readStand(this.pool, view, partition, this.generation);
  }

  stands(view: string): ReturnType<PartitionedProjections['stands']> {
    return readStands(this.pool, view, this.generation);
  }

  life(): Promise<number> {
    return lifeOfTopics(this.pool);
  }

  askForNewLife(life: number): Promise<void> {
    return askForNewLife(this.pool, life);
  }

  turnTo(view: string, partition: string, from: PartitionStand, to: Omit<PartitionStand, 'position'>): Promise<void> {
    return inTransaction(this.pool, async (client) => {
      const generation = await this.target(client);
      await lockCheckpoint(client, {
        view,
        generation,
        after: from.position,
        partition: { name: partition, from, nextOffset: to.nextOffset },
      });
      await turnPartition(client, generation, view, partition, to);
    });
  }

  /** The generation written; while the transaction lasts, no other one can become the live one. */
  private async target(client: PoolClient): Promise<number> {
    if (this.generation !== undefined) return this.generation;
    const { rows } = await client.query<{ generation: number }>('select generation from ledger.live for share');
    if (rows[0] === undefined) throw new Error('ledger.live is empty: the ledger was not set up');
    return rows[0].generation;
  }

  private async write(
    client: PoolClient,
    schema: string,
    view: string,
    { streams, postings, registers, duties }: ProjectedRows,
  ): Promise<readonly Omit<BalanceChange, 'position'>[]> {
    if (streams.length > 0) await client.query(putStreams(schema), [JSON.stringify(streams.map(streamRow)), view]);
    if (registers.size > 0)
      await client.query(putRegisters(schema), [
        JSON.stringify([...registers.values()].flat().map(registerRecord)),
        [...registers.keys()],
      ]);
    if (duties.size > 0)
      await client.query(putDuties(schema), [
        JSON.stringify([...duties.values()].flat().filter(isKept).map(dutyRecord)),
        [...duties.keys()],
      ]);
    if (postings.length === 0) return [];
    await client.query(openAccounts(schema), [JSON.stringify(accountRows(this.numbers, postings))]);
    await client.query(addPostings(schema), [
      JSON.stringify(postings.map((posting) => postingRow(this.numbers, posting))),
    ]);
    const cells = await client.query<Omit<BalanceChange, 'position'>>(readCells(schema), [
      JSON.stringify(cellsOf(postings)),
    ]);
    return cells.rows;
  }
}

const streamOf = (row: StreamRecord): FoldedStream => ({
  streamId: row.stream_id,
  streamType: row.stream_type,
  bureau: row.bureau,
  version: row.version,
  position: Number(row.position),
  foldedTo: row.folded_to,
  facts: readFacts(row.facts),
});
