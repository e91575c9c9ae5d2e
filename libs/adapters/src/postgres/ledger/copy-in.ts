import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Bytes that are put together before they are handed to the connection. */
const CHUNK = 262_144;
/** UTF-8 takes at most three bytes for each unit of a JavaScript string. */
const WIDEST = 3;
const LINE_END = 10;

/**
 * Loads one bare table of a new generation by COPY, in one transaction. The table is emptied first, which lets the rows be
 * stored as frozen: readable without a later vacuum. Rows wait in memory only until the connection takes them.
 */
export class TableLoad {
  private chunk = Buffer.allocUnsafe(CHUNK);
  private length = 0;
  private full: Buffer[] = [];
  private readonly failed: Promise<never>;
  private failure: Error | undefined;
  rows = 0;

  private constructor(
    private readonly client: PoolClient,
    private readonly stream: ReturnType<typeof copyFrom>,
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
    const room = row.length * WIDEST + 1;
    if (this.length + room > this.chunk.length) this.turn(room);
    this.length += this.chunk.write(row, this.length);
    this.chunk[this.length] = LINE_END;
    this.length += 1;
    this.rows += 1;
  }

  private turn(room: number): void {
    this.full.push(this.chunk.subarray(0, this.length));
    this.chunk = Buffer.allocUnsafe(Math.max(CHUNK, room));
    this.length = 0;
  }

  /** Hands on what is put together; resolves when there is room for more. To be awaited now and then. */
  async drain(): Promise<void> {
    for (let chunk = this.full.shift(); chunk !== undefined; chunk = this.full.shift()) {
      if (this.failure !== undefined) throw this.failure;
      if (!this.stream.write(chunk)) await Promise.race([once(this.stream, 'drain'), this.failed]);
    }
  }

  /**
   * Ends the load and commits it.
   * @throws Error when PostgreSQL refused a row or stored another number of rows than it was given
   */
  async close(): Promise<void> {
    this.turn(0);
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
