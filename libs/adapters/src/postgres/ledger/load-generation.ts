import type { Pool } from 'pg';
import type { FactPoster } from '#application/post-facts.js';
import type { Posting } from '#application/ports/ledger.js';
import type { RecordedEvent } from '#kernel/event.js';
import { TableLoad } from './copy-in.js';
import {
  dutyColumns,
  dutyLine,
  postingColumns,
  postingLine,
  registerColumns,
  registerLine,
  streamColumns,
  streamLine,
} from './copy-rows.js';
import type { Histories } from './histories.js';
import { generationIndexes, generationSchema } from './ledger-sql.js';
import { copyLog } from './log-copy.js';
import type { MeasureNumbers } from './measures.js';
import { inTransaction } from './transaction.js';
import { fillBalances } from './verify-balances.js';

/** Where postings go as they arise; a rebuild turns it from the bulk load to the batches of the catch-up. */
export interface Outlet {
  put: (posting: Posting) => void;
}

/** Events folded at a time, at least: enough that the past of those folded again is read in few statements. */
const SLICE = 2000;

const runAll = (pool: Pool, statements: readonly string[]): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query(`set local maintenance_work_mem = '192MB'; set local work_mem = '64MB'`);
    for (const sql of statements) await client.query(sql);
  });

/** The same events in slices of at least `SLICE`. */
async function* slices(pieces: AsyncIterable<readonly RecordedEvent[]>): AsyncGenerator<readonly RecordedEvent[]> {
  let slice: RecordedEvent[] = [];
  for await (const piece of pieces) {
    for (const event of piece) slice.push(event);
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

export interface PostingsLoad {
  readonly generation: number;
  readonly upTo: number;
  readonly poster: FactPoster;
  readonly histories: Histories;
  readonly outlet: Outlet;
  readonly numbers: MeasureNumbers;
  readonly onProgress: (events: number) => void;
}

/** Folds the log up to a position and loads the postings as they arise. Gives the number of events and postings. */
export const loadPostings = async (
  pool: Pool,
  { generation, upTo, poster, histories, outlet, numbers, onProgress }: PostingsLoad,
): Promise<{ readonly events: number; readonly postings: number }> => {
  const load = await TableLoad.open(pool, `${generationSchema(generation)}.posting`, postingColumns);
  outlet.put = (posting) => load.add(postingLine(numbers.of(posting), posting));
  const reader = await pool.connect();
  try {
    let count = 0;
    for await (const events of slices(copyLog(reader, { after: 0, upTo }))) {
      await histories.foresee(events);
      await poster.apply(events);
      await load.drain();
      count += events.length;
      onProgress(count);
    }
    const postings = await load.close();
    reader.release();
    return { events: count, postings };
  } catch (error) {
    load.abandon();
    reader.release(true);
    throw error;
  }
};

/** Loads what every stream came to: its facts, register rows and duties. */
const loadStreams = async (pool: Pool, generation: number, view: string, poster: FactPoster): Promise<number> => {
  const table = (name: string, columns: string): Promise<TableLoad> =>
    TableLoad.open(pool, `${generationSchema(generation)}.${name}`, columns);
  const loads: TableLoad[] = [];
  try {
    const streams = await table('folded_stream', streamColumns);
    loads.push(streams);
    const registers = await table('register_row', registerColumns);
    loads.push(registers);
    const duties = await table('duty', dutyColumns);
    loads.push(duties);
    for (const stream of poster.takeTouched()) {
      streams.add(streamLine(view, stream));
      for (const row of poster.registerRows(stream)) registers.add(registerLine(row));
      for (const row of poster.dutyRows(stream)) duties.add(dutyLine(row));
      for (const load of loads) await load.drain();
    }
    while (loads.length > 0) await (loads.shift() as TableLoad).close();
    return streams.rows;
  } catch (error) {
    for (const load of loads) load.abandon();
    throw error;
  }
};

/** Loads the streams while the postings are summed and indexed, then indexes the rest. Gives the number of streams. */
export const finishLoad = async (pool: Pool, generation: number, view: string, poster: FactPoster): Promise<number> => {
  const schema = generationSchema(generation);
  const { sums, lists } = generationIndexes(generation);
  const [streams] = await Promise.all([
    loadStreams(pool, generation, view, poster),
    runAll(pool, [fillBalances(schema), ...sums, `analyze ${schema}.posting, ${schema}.balance`]),
  ]);
  await runAll(pool, [...lists, `analyze ${schema}.folded_stream, ${schema}.register_row, ${schema}.duty`]);
  return streams;
};
