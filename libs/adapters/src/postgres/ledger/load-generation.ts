import { setImmediate as turn } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { FoldedEvent } from '#application/history.js';
import { type FactPoster, type HistorySource, type PostingSink, UnfoldableEvent } from '#application/post-facts.js';
import type { ParkedStream, Posting } from '#application/ports/ledger.js';
import { LEDGER_VIEW, parkedBy } from '#application/project-slice.js';
import { NewAccounts } from './accounts.js';
import { TableLoad } from './copy-in.js';
import {
  type TableShape,
  accountShape,
  balanceShape,
  dutyShape,
  postingShape,
  registerShape,
  streamShape,
} from './copy-rows.js';
import { generationIndexes, generationSchema } from './ledger-sql.js';
import { copyStreams } from './log-copy.js';
import type { MeasureNumbers } from './measures.js';
import { isKept } from './projection-rows.js';
import { inTransaction } from './transaction.js';

/** Makes a fold, empty, with the place its postings go and the past of the streams it must fold again. */
export type MakeFold = (sink: PostingSink, history: HistorySource) => FactPoster;

export interface LogLoad {
  readonly generation: number;
  /** Position of the last event to fold. */
  readonly upTo: number;
  readonly fold: MakeFold;
  readonly numbers: MeasureNumbers;
  readonly onProgress: (events: number) => void;
}

export interface Loaded {
  readonly events: number;
  readonly postings: number;
  readonly streams: number;
  /** Streams with an event that cannot be folded; they are loaded as they stood before it. */
  readonly parked: readonly ParkedStream[];
}

type AnyLoad = Pick<TableLoad<never>, 'drain' | 'close' | 'abandon'>;

/** Streams folded between two pauses, in which the connections catch up and others in this process get their turn. */
const PAUSE = 50;

/**
 * Folds the log stream by stream into the bare tables of a generation. A stream is folded to its end, written, and let go,
 * so memory stays flat whatever the size of the log, and the past of a stream is at hand when it must be folded again.
 */
export const loadLog = async (pool: Pool, task: LogLoad): Promise<Loaded> => {
  const schema = generationSchema(task.generation);
  const loads = new Set<AnyLoad>();
  const open = async <Row extends unknown[]>(shape: TableShape<Row>): Promise<TableLoad<Row>> => {
    const load = await TableLoad.open(pool, schema, shape);
    loads.add(load);
    return load;
  };
  try {
    const accounts = new NewAccounts(task.numbers);
    const postings = await open(postingShape);
    const streams = await open(streamShape);
    const registers = await open(registerShape);
    const duties = await open(dutyShape);
    let past: readonly FoldedEvent[] = [];
    // Written once the stream is folded: a row that cannot be stored is no fault of the event it came of.
    let posted: Posting[] = [];
    const poster = task.fold(
      (posting) => posted.push(posting),
      async (_, upTo) => past.filter(({ position }) => position <= upTo),
    );
    const parked: ParkedStream[] = [];
    let events = 0;
    for await (past of copyStreams(pool, task.upTo)) {
      try {
        await poster.apply(past);
      } catch (error) {
        if (!(error instanceof UnfoldableEvent)) throw error;
        parked.push(parkedBy(error));
        // The event may have left something half done, so what came before it is folded again.
        poster.forget();
        posted = [];
        await poster.apply(past.filter(({ position }) => position < error.event.position));
      }
      for (const posting of posted) {
        const account = accounts.of(posting);
        postings.add(account.id, posting);
        account.sums.add(posting);
      }
      posted = [];
      for (const stream of poster.takeTouched()) {
        streams.add(LEDGER_VIEW, stream);
        for (const row of poster.registerRows(stream)) registers.add(row);
        for (const row of poster.dutyRows(stream)) if (isKept(row)) duties.add(row);
      }
      poster.forget();
      events += past.length;
      if (streams.rows % PAUSE !== 0) continue;
      await Promise.all([...loads].map((load) => load.drain()));
      await turn();
      task.onProgress(events);
    }
    task.onProgress(events);
    const named = await open(accountShape);
    const balances = await open(balanceShape);
    for (const account of accounts.opened) {
      named.add(account);
      for (const sum of account.sums.rows()) balances.add(account, sum);
    }
    const close = async (load: AnyLoad): Promise<void> => {
      await load.close();
      loads.delete(load);
    };
    await Promise.all([...loads].map(close));
    return { events, postings: postings.rows, streams: streams.rows, parked };
  } catch (error) {
    for (const load of loads) load.abandon();
    throw error;
  }
};

const runAll = (pool: Pool, statements: readonly string[]): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query(
      `set local maintenance_work_mem = '192MB'; set local work_mem = '64MB'; set local default_statistics_target = 25;
       set local max_parallel_maintenance_workers = 0`,
    );
    for (const sql of statements) await client.query(sql);
  });

/** Accounts opened later are numbered after those that were loaded. */
const numberOn = (schema: string): string =>
  `select setval(pg_get_serial_sequence('${schema}.account', 'id'), coalesce(max(id), 0) + 1, false) from ${schema}.account`;

/**
 * Indexes a loaded generation. Three connections keep two cores busy to
 * the end. The facts of streams are found by their key alone, which says all that a planner asks about them; of other tables
 * it is told from a quarter of the usual sample, until PostgreSQL gathers statistics by itself.
 */
export const finishLoad = async (pool: Pool, generation: number): Promise<void> => {
  const schema = generationSchema(generation);
  const { accounts, sums, lists, guards } = generationIndexes(generation);
  await Promise.all([
    runAll(pool, [...accounts, numberOn(schema), `analyze ${schema}.account`]),
    runAll(pool, sums),
    runAll(pool, [...lists, `analyze ${schema}.register_row, ${schema}.duty`]),
  ]);
  await runAll(pool, [...guards, `analyze ${schema}.posting, ${schema}.balance`]);
};
