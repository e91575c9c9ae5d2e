import type pg from 'pg';
import type { Feed, FeedBatch } from '#application/ports/feed.js';
import type { AppendSignal } from '../../append-signal.js';
import { EVENT_COLUMNS, type EventRow, toEvent } from './rows.js';

const READ_SQL = `select (select max(position) from es.event) as head, ${EVENT_COLUMNS} from es.event
  where position > $1 order by position limit $2`;

/** Shortest and longest wait between two polls, milliseconds. */
const SHORTEST = 20;
const LONGEST = 250;

/**
 * The log in position order. Appends draw their positions under one lock, so nothing ever appears below what has been
 * read, and reading on from the last position leaves nothing out.
 */
export class PostgresFeed implements Feed {
  constructor(
    private readonly pool: pg.Pool,
    private readonly signal: AppendSignal,
  ) {}

  async read(after: number, limit: number): Promise<FeedBatch> {
    for (;;) {
      const statement = { name: 'feed_read', text: READ_SQL, rowMode: 'array' as const, values: [after, limit] };
      const { rows } = await this.pool.query<never>(statement);
      const found = rows as unknown as readonly (readonly [string, ...EventRow])[];
      const head = found[0] === undefined ? await this.head() : Number(found[0][0]);
      // A head beyond an empty slice was reached between the two queries: then there is something to read.
      if (found.length > 0 || head <= after) return { events: found.map(([, ...row]) => toEvent(row)), head };
    }
  }

  async head(): Promise<number> {
    const text = 'select coalesce(max(position), 0) as head from es.event';
    const { rows } = await this.pool.query<{ head: string }>({ name: 'feed_head', text });
    return Number(rows[0]?.head);
  }

  async logId(): Promise<string> {
    const { rows } = await this.pool.query<{ log_id: string }>('select log_id from es.log');
    if (rows[0] === undefined) throw new Error('es.log is empty: the event store was not set up');
    return rows[0].log_id;
  }

  async wait(after: number, milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    for (let pause = SHORTEST; this.signal.position <= after; pause = Math.min(LONGEST, pause * 2)) {
      const left = until - performance.now();
      if (left <= 0) return;
      await this.signal.next(Math.min(pause, left));
      if (this.signal.position <= after && (await this.head()) > after) return;
    }
  }
}
