import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { FoldedEvent } from '#application/history.js';
import { linesOf, readCopyText } from './copy-text.js';

/** What a fold needs, in the order `eventOf` reads it; the fewer columns, the faster the log is read. */
const COLUMNS =
  'position, version, schema_version, stream_id, event_id, occurred_on, stream_type, type, bureau, office, data';

type Columns = readonly [string, string, string, string, string, string, string, string, string, string, string];

/** Words that a log repeats in every line, kept once: what is looked up by them later is found sooner. */
const words = new Map<string, string>();
const MOST_WORDS = 10_000;
const wordOf = (column: string, before?: string): string => {
  if (column === before) return before;
  let word = words.get(column);
  if (word === undefined) {
    word = readCopyText(column);
    if (words.size < MOST_WORDS) words.set(column, word);
  }
  return word;
};

const eventOf = (line: string, before: FoldedEvent | undefined): FoldedEvent => {
  const columns = line.split('\t') as unknown as Columns;
  const [position, version, schemaVersion, streamId, eventId, occurredOn, streamType, type, bureau, office, data] =
    columns;
  return {
    position: Number(position),
    version: Number(version),
    schemaVersion: Number(schemaVersion),
    streamId: streamId === before?.streamId ? before.streamId : streamId,
    eventId,
    occurredOn,
    streamType: wordOf(streamType, before?.streamType),
    type: wordOf(type),
    bureau: wordOf(bureau, before?.bureau),
    office: wordOf(office, before?.office),
    data: JSON.parse(readCopyText(data)) as object,
  };
};

/** The events of COPY text as it arrives. */
async function* piecesOf(source: AsyncIterable<Buffer>): AsyncGenerator<readonly FoldedEvent[]> {
  let before: FoldedEvent | undefined;
  for await (const lines of linesOf(source)) yield lines.map((line) => (before = eventOf(line, before)));
}

/** One COPY out of the log, under way. PostgreSQL works ahead of the reader only as far as the connection holds. */
class LogCopy {
  private constructor(
    private readonly client: PoolClient,
    private readonly source: ReturnType<typeof copyTo>,
  ) {}

  /** COPY takes no parameters: `where` and `order` are ours, and hold nothing but numbers. */
  static async start(pool: Pool, where: string, order: string): Promise<LogCopy> {
    const client = await pool.connect();
    try {
      await client.query(
        `begin read only; set local datestyle = 'ISO'; set local work_mem = '96MB'; set local max_parallel_workers_per_gather = 0`,
      );
      const sql = `copy (select ${COLUMNS} from es.event e where ${where} order by ${order}) to stdout`;
      const source = client.query(copyTo(sql));
      return new LogCopy(client, source);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Hands the events on in pieces as they arrive. Whoever stops early ends the connection. */
  async *pieces(): AsyncGenerator<readonly FoldedEvent[]> {
    let ended = false;
    try {
      yield* piecesOf(this.source);
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
  yield* (await LogCopy.start(pool, `e.position <= ${Number(upTo)}`, 'e.position')).pieces();
}

/** Events sorted at a time: what fits into the memory one sort may take. */
const PASS = 250_000;
const MOST_PASSES = 256;

/**
 * Reads the whole log up to a position stream by stream: each stream once, all of it, in order of version. Sorting so many
 * wide rows at once would spill to disk and keep the reader waiting, so the streams are dealt out over several passes, and
 * the next pass is sorted while this one is read.
 */
export async function* copyStreams(pool: Pool, upTo: number): AsyncGenerator<readonly FoldedEvent[]> {
  // A power of two, so that the low bits of a hash deal the streams out.
  const passes = Math.min(2 ** Math.ceil(Math.log2(Math.max(upTo / PASS, 1))), MOST_PASSES);
  const start = (pass: number): Promise<LogCopy> =>
    LogCopy.start(
      pool,
      `e.position <= ${Number(upTo)} and uuid_hash(e.stream_id) & ${passes - 1} = ${pass}`,
      'e.stream_id, e.version',
    );
  let next: LogCopy | undefined = await start(0);
  try {
    for (let pass = 1; next !== undefined; pass += 1) {
      const current: LogCopy = next;
      next = undefined;
      if (pass < passes) next = await start(pass);
      yield* streamsOf(current.pieces());
    }
  } finally {
    next?.abandon();
  }
}

async function* streamsOf(pieces: AsyncIterable<readonly FoldedEvent[]>): AsyncGenerator<readonly FoldedEvent[]> {
  let stream: FoldedEvent[] = [];
  for await (const events of pieces)
    for (const event of events) {
      if (stream.length > 0 && stream[0]?.streamId !== event.streamId) {
        yield stream;
        stream = [];
      }
      stream.push(event);
    }
  if (stream.length > 0) yield stream;
}
