import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { FoldedEvent } from '#application/history.js';
import type { Uuid } from '#kernel/ids.js';
import { BinaryReader } from '../binary/binary-reader.js';

/** What a fold needs, in the order `eventOf` reads it; the fewer columns, the faster the log is read. */
const COLUMNS = [
  ...['position', 'version', 'schema_version', 'occurred_on', 'e.stream_id', 'event_id::text'],
  ...['stream_type', 'type', 'bureau', 'office', 'data'],
];

const eventOf = (row: BinaryReader, before: FoldedEvent | undefined): FoldedEvent => ({
  position: row.big(),
  version: row.integer(),
  schemaVersion: row.integer(),
  occurredOn: row.date(),
  streamId: row.uuid(),
  eventId: row.text(),
  streamType: row.word(before?.streamType),
  type: row.word(),
  bureau: row.word(before?.bureau),
  office: row.word(before?.office),
  data: JSON.parse(row.text()) as object,
});

/**
 * The events of one COPY. Each is made when it is asked for, and mostly dead before the next is: whoever makes all of a chunk
 * at once has the collector carry them along.
 */
class ArrivedEvents {
  private readonly rows = new BinaryReader();
  private last: FoldedEvent | undefined;

  take(chunk: Buffer): void {
    this.rows.take(chunk);
  }

  /** The next event; undefined until more of the log arrives. */
  next(): FoldedEvent | undefined {
    if (!this.rows.next(COLUMNS.length)) return undefined;
    return (this.last = eventOf(this.rows, this.last));
  }
}

/** One COPY out of the log, under way. PostgreSQL works ahead of the reader only as far as the connection holds. */
class LogCopy {
  private constructor(
    private readonly client: PoolClient,
    private readonly source: ReturnType<typeof copyTo>,
  ) {}

  /** COPY takes no parameters: `where` and `order` are ours, and hold nothing but numbers and ids. */
  static async start(pool: Pool, where: string, order: string, settings = ''): Promise<LogCopy> {
    const client = await pool.connect();
    try {
      await client.query(
        `begin read only; set local work_mem = '112MB';
         set local max_parallel_workers_per_gather = 0; ${settings}`,
      );
      const sql = `copy (select ${COLUMNS.join(', ')} from es.event e where ${where} order by ${order}) to stdout (format binary)`;
      const source = client.query(copyTo(sql));
      return new LogCopy(client, source);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /**
   * Hands the events over each time more of them have arrived; they are to be taken then. Whoever stops early ends the
   * connection.
   */
  async *arrivals(): AsyncGenerator<ArrivedEvents> {
    const events = new ArrivedEvents();
    let ended = false;
    try {
      for await (const chunk of this.source as AsyncIterable<Buffer>) {
        events.take(chunk);
        yield events;
      }
      await this.client.query('commit');
      ended = true;
    } finally {
      this.client.release(!ended);
    }
  }

  abandon(): void {
    this.source.on('error', () => undefined);
    this.client.release(true);
  }
}

/** Reads the log up to a position, in order of position: the most that any fold of the log can reach. */
export async function* copyLog(pool: Pool, upTo: number): AsyncGenerator<readonly FoldedEvent[]> {
  const copy = await LogCopy.start(pool, `e.position <= ${Number(upTo)}`, 'e.position');
  for await (const arrived of copy.arrivals()) {
    const events: FoldedEvent[] = [];
    for (let event = arrived.next(); event !== undefined; event = arrived.next()) events.push(event);
    yield events;
  }
}

/** Events sorted at a time: what fits into the memory one sort may take. */
const PASS = 320_000;
const MOST_PASSES = 256;
/** How much of a pass the first one is, which is folded while the next is sorted. */
const FIRST = 1 / 4;
/** Events among which the ids are looked for that deal the log out evenly. */
const SAMPLE = 10_000;

/** The ids at which one pass ends and the next begins, in order. Any would do: they decide how even the passes are, no more. */
const cutsOf = async (pool: Pool, upTo: number, pass: number): Promise<readonly Uuid[]> => {
  const passes = Math.min(Math.ceil(upTo / pass + 1 - FIRST), MOST_PASSES);
  if (passes <= 1) return [];
  const shares = Array.from({ length: passes - 1 }, (_, at) => (at + FIRST) / (passes - 1 + FIRST));
  const { rows } = await pool.query<{ cuts: string[] | null }>(
    `select percentile_disc($1::float8[]) within group (order by stream_id)::text[] as cuts
     from es.event tablesample system ($2)`,
    [shares, Math.min((100 * SAMPLE) / upTo, 100)],
  );
  return rows[0]?.cuts ?? [];
};

/** The index gives the first events at once, and each by a fetch of its own, which takes longer in all. */
const BY_INDEX = 'set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off';
const BY_SORTING = 'set local enable_indexscan = off; set local enable_bitmapscan = off';

/**
 * Reads the whole log up to a position stream by stream, in order of their ids: each stream once, all of it, in order of
 * version. Sorting so many wide rows at once would spill to disk and keep the reader waiting, so the streams are dealt out
 * over several passes, and the next pass is sorted while this one is read. The first, a small one, is not sorted but found.
 */
export async function* copyStreams(pool: Pool, upTo: number, pass = PASS): AsyncGenerator<readonly FoldedEvent[]> {
  const cuts = await cutsOf(pool, upTo, pass);
  const start = (at: number): Promise<LogCopy> => {
    const [low, high] = [cuts[at - 1], cuts[at]];
    const from = low === undefined ? '' : ` and e.stream_id >= '${low}'`;
    const to = high === undefined ? '' : ` and e.stream_id < '${high}'`;
    const where = `e.position <= ${Number(upTo)}${from}${to}`;
    return LogCopy.start(pool, where, 'e.stream_id, e.version', at === 0 ? BY_INDEX : BY_SORTING);
  };
  let next: LogCopy | undefined = await start(0);
  try {
    for (let at = 1; next !== undefined; at += 1) {
      const current: LogCopy = next;
      next = undefined;
      if (at <= cuts.length) next = await start(at);
      yield* streamsOf(current.arrivals());
    }
  } finally {
    next?.abandon();
  }
}

async function* streamsOf(arrivals: AsyncIterable<ArrivedEvents>): AsyncGenerator<readonly FoldedEvent[]> {
  let stream: FoldedEvent[] = [];
  for await (const arrived of arrivals)
    for (let event = arrived.next(); event !== undefined; event = arrived.next()) {
      if (stream.length > 0 && stream[0]?.streamId !== event.streamId) {
        yield stream;
        stream = [];
      }
      stream.push(event);
    }
  if (stream.length > 0) yield stream;
}
