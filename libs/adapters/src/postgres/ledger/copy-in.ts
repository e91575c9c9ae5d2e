import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BinaryRows } from '../binary/binary-rows.js';
import type { TableShape } from './copy-rows.js';

/** Bytes that may wait for a connection before whoever adds rows does: PostgreSQL takes them in fits and starts. */
const AHEAD = 2 << 20;

/**
 * Loads one bare table of a new generation by COPY, in one transaction. The table is emptied first, which lets the rows be
 * stored as frozen: readable without a later vacuum. Rows wait in memory only until the connection takes them.
 */
export class TableLoad<Row extends unknown[]> {
  private readonly put = new BinaryRows();
  private readonly failed: Promise<never>;
  private failure: Error | undefined;

  private constructor(
    private readonly client: PoolClient,
    private readonly stream: ReturnType<typeof copyFrom>,
    private readonly shape: TableShape<Row>,
  ) {
    // The stream tells of a row that PostgreSQL refuses once, whether anybody waits for it then or not.
    this.failed = new Promise((_, reject) => {
      stream.on('error', (error) => {
        this.failure = error;
        reject(error);
      });
    });
    this.failed.catch(() => undefined);
  }

  static async open<Row extends unknown[]>(
    pool: Pool,
    schema: string,
    shape: TableShape<Row>,
  ): Promise<TableLoad<Row>> {
    const table = `${schema}.${shape.table}`;
    const client = await pool.connect();
    try {
      await client.query(`begin; truncate ${table}`);
      const sql = `copy ${table} (${shape.columns.join(', ')}) from stdin (format binary, freeze)`;
      return new TableLoad(client, client.query(copyFrom(sql, { highWaterMark: AHEAD })), shape);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  get rows(): number {
    return this.put.count;
  }

  /** @throws RangeError for a value its column cannot hold */
  add(...row: Row): void {
    this.put.row(this.shape.columns.length);
    this.shape.write(this.put, ...row);
  }

  /** Hands on what is put together; resolves when there is room for more. To be awaited now and then. */
  async drain(): Promise<void> {
    for (let chunk = this.put.take(); chunk !== undefined; chunk = this.put.take()) {
      if (this.failure !== undefined) throw this.failure;
      if (!this.stream.write(chunk)) await Promise.race([once(this.stream, 'drain'), this.failed]);
    }
  }

  /**
   * Ends the load and commits it.
   * @throws Error when PostgreSQL refused a row or stored another number of rows than it was given
   */
  async close(): Promise<void> {
    this.put.end();
    await this.drain();
    this.stream.end();
    await Promise.race([finished(this.stream), this.failed]);
    if (this.stream.rowCount !== this.rows) throw new Error(`stored ${this.stream.rowCount} of ${this.rows} rows`);
    await this.client.query('commit');
    this.client.release();
  }

  /** Gives up; the table stays empty. */
  abandon(): void {
    this.client.release(true);
  }
}
