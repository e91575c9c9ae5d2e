import type { Pool, PoolClient } from 'pg';
import type { MeasureDefinition } from '#application/measure.js';
import type { FactPoster, HistorySource, PostingSink } from '#application/post-facts.js';
import type { Posting } from '#application/ports/ledger.js';
import type { RecordedEvent } from '#kernel/event.js';
import { aloneRebuilding, dropGeneration, dropLeftovers, liveGeneration, openGeneration } from './generation.js';
import { Histories } from './histories.js';
import { generationSchema } from './ledger-sql.js';
import { type Outlet, finishLoad, loadPostings } from './load-generation.js';
import { copyLog } from './log-copy.js';
import { MeasureNumbers, declareMeasures } from './measures.js';
import { PostgresProjectionStore } from './projection-store.js';
import { inTransaction } from './transaction.js';
import { type BalanceDifference, differencesSql } from './verify-balances.js';

export interface Rebuild {
  readonly view: string;
  /** Measures in force; every posting is of one of them. */
  readonly measures: readonly MeasureDefinition[];
  /** Makes the fold, empty, with the place its postings go and the past of the streams it must fold again. */
  readonly fold: (sink: PostingSink, history: HistorySource) => FactPoster;
  readonly onProgress?: (events: number) => void;
}

export interface RebuildReport {
  readonly generation: number;
  readonly position: number;
  readonly events: number;
  readonly postings: number;
  readonly streams: number;
  /**
   * Balances that came out other than they were (`found`): none where the definitions are the same. Null where the old
   * rows had not come as far as the new ones, so that the two cannot be compared.
   */
  readonly differences: readonly BalanceDifference[] | null;
  readonly seconds: { readonly fold: number; readonly load: number; readonly swap: number };
}

/** Events folded and applied at a time while catching up. */
const BATCH = 1000;

/** The new generation does not hold what was put into it; the old one stays. */
export class RebuildUnsound extends Error {}

/**
 * Folds the whole log again beside the rows that are read, then puts the new rows in their place in one transaction.
 * Readers read on throughout, the old rows or the new, never both; projecting waits for the moment of the swap only.
 * Needs the rights of the ledger's owner and a pool of at least 6 connections.
 * @throws RebuildUnderWay, MeasureChanged, UnfoldableEvent, RebuildUnsound — the old rows stay, untouched
 */
export const rebuild = (pool: Pool, task: Rebuild): Promise<RebuildReport> =>
  aloneRebuilding(pool, async () => {
    await declareMeasures(pool, task.measures);
    await dropLeftovers(pool);
    const generation = await openGeneration(pool);
    try {
      return await fill(pool, task, generation);
    } catch (error) {
      await dropGeneration(pool, generation);
      throw error;
    }
  });

const fill = async (pool: Pool, task: Rebuild, generation: number): Promise<RebuildReport> => {
  const began = performance.now();
  const numbers = new MeasureNumbers(pool);
  await numbers.learn(task.measures.map(({ code, version }) => ({ measure: code, measureVersion: version })));
  const outlet: Outlet = { put: () => undefined };
  const histories = new Histories(pool);
  const poster = task.fold((posting) => outlet.put(posting), histories.source);
  const upTo = await headOf(pool);
  const onProgress = task.onProgress ?? (() => undefined);
  const loaded = await loadPostings(pool, { generation, upTo, poster, histories, outlet, numbers, onProgress });
  const folded = performance.now();
  const streams = await finishLoad(pool, generation, task.view, poster);
  await pool.query(
    'insert into ledger.checkpoint (view, generation, position, log_id) select $1, $2, $3, log_id from es.log',
    [task.view, generation, upTo],
  );
  await checkLoad(pool, generation, loaded.postings, streams);
  const indexed = performance.now();
  const follower = new Follower(pool, task.view, generation, { poster, histories, outlet }, upTo);
  await follower.follow(await headOf(pool));
  const { replaced, differences } = await swap(pool, task.view, generation, follower);
  await dropGeneration(pool, replaced);
  return {
    generation,
    position: follower.position,
    events: loaded.events + follower.events,
    postings: loaded.postings + follower.postings,
    streams,
    differences,
    seconds: {
      fold: (folded - began) / 1000,
      load: (indexed - folded) / 1000,
      swap: (performance.now() - indexed) / 1000,
    },
  };
};

const headOf = async (client: Pool | PoolClient): Promise<number> => {
  const { rows } = await client.query<{ head: string }>('select coalesce(max(position), 0) as head from es.event');
  return Number(rows[0]?.head);
};

/** Takes the new generation from the end of the load to where the live one stands, with the same fold. */
class Follower {
  events = 0;
  postings = 0;
  private readonly store: PostgresProjectionStore;

  constructor(
    private readonly pool: Pool,
    private readonly view: string,
    generation: number,
    private readonly fold: { readonly poster: FactPoster; readonly histories: Histories; readonly outlet: Outlet },
    public position: number,
  ) {
    this.store = new PostgresProjectionStore(pool, generation);
  }

  async follow(upTo: number): Promise<void> {
    if (upTo <= this.position) return;
    const reader = await this.pool.connect();
    try {
      for await (const events of copyLog(reader, { after: this.position, upTo }))
        for (let at = 0; at < events.length; at += BATCH) await this.apply(events.slice(at, at + BATCH));
      reader.release();
    } catch (error) {
      reader.release(true);
      throw error;
    }
  }

  private async apply(events: readonly RecordedEvent[]): Promise<void> {
    const { poster, histories, outlet } = this.fold;
    const postings: Posting[] = [];
    outlet.put = (posting) => postings.push(posting);
    await histories.foresee(events);
    await poster.apply(events);
    const streams = poster.takeTouched();
    const position = events.at(-1)?.position ?? this.position;
    await this.store.apply({
      view: this.view,
      after: this.position,
      position,
      streams,
      postings,
      registers: new Map(streams.map((stream) => [stream.streamId, poster.registerRows(stream)])),
      duties: new Map(streams.map((stream) => [stream.streamId, poster.dutyRows(stream)])),
    });
    this.position = position;
    this.events += events.length;
    this.postings += postings.length;
  }
}

/** Counts what the tables hold against what was put into them, and balances against postings. */
const checkLoad = async (pool: Pool, generation: number, postings: number, streams: number): Promise<void> => {
  const schema = generationSchema(generation);
  const { rows } = await pool.query<{ postings: string; streams: string; posted: string; kept: string }>(
    `select (select count(*) from ${schema}.posting) as postings,
            (select count(*) from ${schema}.folded_stream) as streams,
            (select trim_scale(coalesce(sum(amount), 0)) from ${schema}.posting) as posted,
            (select trim_scale(coalesce(sum(amount), 0)) from ${schema}.balance) as kept`,
  );
  const found = rows[0];
  if (Number(found?.postings) !== postings || Number(found?.streams) !== streams || found?.posted !== found?.kept)
    throw new RebuildUnsound(
      `put ${postings} postings and ${streams} streams, found ${found?.postings} and ${found?.streams}; ` +
        `postings add up to ${found?.posted}, balances to ${found?.kept}`,
    );
};

/** Holds projecting back, catches up the last of it, compares, and moves the pointer. */
const swap = (
  pool: Pool,
  view: string,
  generation: number,
  follower: Follower,
): Promise<{ replaced: number; differences: readonly BalanceDifference[] | null }> =>
  inTransaction(pool, async (client) => {
    const replaced = await liveGeneration(client, 'for update');
    const { rows } = await client.query<{ position: string }>(
      'select position from ledger.checkpoint where view = $1 and generation = $2',
      [view, replaced],
    );
    const old = Number(rows[0]?.position ?? 0);
    await follower.follow(old);
    const differences =
      follower.position === old
        ? await client.query<BalanceDifference>(
            differencesSql(`${generationSchema(generation)}.balance`, `${generationSchema(replaced)}.balance`),
          )
        : null;
    await client.query('update ledger.live set generation = $1', [generation]);
    return { replaced, differences: differences?.rows ?? null };
  });
