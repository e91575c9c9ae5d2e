import type { Pool, PoolClient } from 'pg';
import type { Fact } from '#application/facts.js';
import type { BalanceChange, FoldedStream, ProjectionBatch, ProjectionStore } from '#application/ports/ledger.js';
import type { Uuid } from '#kernel/ids.js';
import { lockCheckpoint, moveCheckpoint, readCheckpoint } from './checkpoint.js';
import { generationSchema } from './ledger-sql.js';
import { MeasureNumbers } from './measures.js';
import { cellsOf, dutyRecord, isOpen, postingRow, registerRecord, streamRow } from './projection-rows.js';
import { addPostings, putDuties, putRegisters, putStreams, readCells } from './projection-sql.js';
import { type Snapshot, readSnapshot } from './snapshot.js';
import { inTransaction } from './transaction.js';

interface StreamRecord {
  readonly stream_id: string;
  readonly stream_type: string;
  readonly bureau: string;
  readonly version: number;
  readonly position: string;
  readonly folded_to: string;
  readonly facts: readonly Fact[];
}

/** Writes a generation: the live one, or with `generation` the one that a rebuild is filling. */
export class PostgresProjectionStore implements ProjectionStore {
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
        `select stream_id, stream_type, bureau, version, position, folded_to, facts
         from ${snapshot.schema}.folded_stream where view = $1 and stream_id = any($2::uuid[])`,
        [view, streamIds],
      );
    const rows = await readSnapshot(this.pool, load, this.generation);
    return new Map(rows.map((row) => [row.stream_id, streamOf(row)]));
  }

  async apply(batch: ProjectionBatch): Promise<readonly BalanceChange[]> {
    await this.numbers.learn(batch.postings);
    return inTransaction(this.pool, async (client) => {
      const generation = await this.target(client);
      await lockCheckpoint(client, batch.view, generation, batch.after);
      const changes = await this.write(client, generationSchema(generation), batch);
      await moveCheckpoint(client, batch.view, generation, batch.position);
      return changes;
    });
  }

  /** The generation written; while the transaction lasts, no other one can become the live one. */
  private async target(client: PoolClient): Promise<number> {
    if (this.generation !== undefined) return this.generation;
    const { rows } = await client.query<{ generation: number }>('select generation from ledger.live for share');
    if (rows[0] === undefined) throw new Error('ledger.live is empty: the ledger was not set up');
    return rows[0].generation;
  }

  private async write(client: PoolClient, schema: string, batch: ProjectionBatch): Promise<readonly BalanceChange[]> {
    const { streams, postings, registers, duties } = batch;
    if (streams.length > 0)
      await client.query(putStreams(schema), [JSON.stringify(streams.map(streamRow)), batch.view]);
    if (registers.size > 0)
      await client.query(putRegisters(schema), [
        JSON.stringify([...registers.values()].flat().map(registerRecord)),
        [...registers.keys()],
      ]);
    if (duties.size > 0)
      await client.query(putDuties(schema), [
        JSON.stringify([...duties.values()].flat().filter(isOpen).map(dutyRecord)),
        [...duties.keys()],
      ]);
    if (postings.length === 0) return [];
    await client.query(addPostings(schema), [
      JSON.stringify(postings.map((posting) => postingRow(this.numbers, posting))),
    ]);
    const cells = await client.query<Omit<BalanceChange, 'position'>>(readCells(schema), [
      JSON.stringify(cellsOf(postings)),
    ]);
    return cells.rows.map((cell) => ({ position: batch.position, ...cell }));
  }
}

const streamOf = (row: StreamRecord): FoldedStream => ({
  streamId: row.stream_id,
  streamType: row.stream_type,
  bureau: row.bureau,
  version: row.version,
  position: Number(row.position),
  foldedTo: row.folded_to,
  facts: row.facts,
});
