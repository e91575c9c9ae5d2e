import type { Pool } from 'pg';
import type { BatchRow, EntryBatch, EntryBatches } from '#application/ports/entry-batches.js';
import { inTransaction } from '../ledger/transaction.js';

const BATCH = `batch_id as "batchId", workbook, command, bureau, offices, sent_by as "sentBy",
  to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sentAt",
  file_hash as "fileHash", mode, rows, faulty`;

/** Records of workbooks in the database of the log. */
export class PostgresEntryBatches implements EntryBatches {
  constructor(private readonly pool: Pool) {}

  keep(batch: EntryBatch, rows: readonly BatchRow[]): Promise<void> {
    const { batchId, workbook, command, bureau, offices, sentBy, sentAt, fileHash, mode, faulty } = batch;
    return inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        `insert into entry.batch (batch_id, workbook, command, bureau, offices, sent_by, sent_at, file_hash, mode, rows, faulty)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
        [batchId, workbook, command, bureau, offices, sentBy, sentAt, fileHash, mode, batch.rows, faulty],
      );
      if (rowCount === 0) return;
      await client.query(
        `insert into entry.batch_row (batch_id, command_id, stream_id, row)
         select $1, * from unnest($2::uuid[], $3::uuid[], $4::integer[])`,
        [
          batchId,
          rows.map(({ commandId }) => commandId),
          rows.map(({ streamId }) => streamId),
          rows.map(({ row }) => row),
        ],
      );
    });
  }

  async find(batchId: string): Promise<{ readonly batch: EntryBatch; readonly rows: readonly BatchRow[] } | undefined> {
    const [batch] = (
      await this.pool.query<EntryBatch>(`select ${BATCH} from entry.batch where batch_id = $1`, [batchId])
    ).rows;
    if (batch === undefined) return undefined;
    const { rows } = await this.pool.query<BatchRow>(
      `select row, command_id as "commandId", stream_id as "streamId" from entry.batch_row where batch_id = $1 order by row`,
      [batchId],
    );
    return { batch, rows };
  }

  async list(bureau: string, limit: number): Promise<readonly EntryBatch[]> {
    const { rows } = await this.pool.query<EntryBatch>(
      `select ${BATCH} from entry.batch where bureau = $1 order by entry.batch.sent_at desc, batch_id limit $2`,
      [bureau, limit],
    );
    return rows;
  }
}
