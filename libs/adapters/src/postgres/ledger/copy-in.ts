import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Bytes, roughly, that are put together before they are handed to the connection. */
const CHUNK = 131_072;

/**
 * Loads one bare table of a new generation by COPY, in one transaction. The table is emptied first, which lets the rows be
 * stored as frozen: readable without a later vacuum. Rows wait in memory only until the connection takes them.
 */
export class TableLoad {
  private buffer = '';
  private failure: Error | undefined;
  rows = 0;

  private constructor(
    private readonly client: PoolClient,
    private readonly stream: ReturnType<typeof copyFrom>,
  ) {
    stream.on('error', (error) => (this.failure = error));
  }

  static async open(pool: Pool, table: string, columns: string): Promise<TableLoad> {
    const client = await pool.connect();
    try {
      await client.query(`begin; truncate ${table}`);
      return new TableLoad(client, client.query(copyFrom(`copy ${table} (${columns}) from stdin (freeze)`)));
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Takes one row in COPY text without its line end. */
  add(row: string): void {
    this.buffer += row;
    this.buffer += '\n';
    this.rows += 1;
  }

  /** Resolves when there is room for more; to be awaited now and then. */
  async drain(): Promise<void> {
    if (this.failure !== undefined) throw this.failure;
    if (this.buffer.length < CHUNK) return;
    const chunk = this.buffer;
    this.buffer = '';
    if (!this.stream.write(chunk)) await once(this.stream, 'drain');
  }

  /** @throws Error when PostgreSQL stored another number of rows than it was given */
  async close(): Promise<number> {
    try {
      this.stream.end(this.buffer);
      await finished(this.stream);
      if (this.stream.rowCount !== this.rows) throw new Error(`stored ${this.stream.rowCount} of ${this.rows} rows`);
      await this.client.query('commit');
      this.client.release();
      return this.rows;
    } catch (error) {
      this.client.release(true);
      throw error;
    }
  }

  /** Gives up; the table stays empty. */
  abandon(): void {
    this.stream.on('error', () => undefined);
    this.client.release(true);
  }
}
