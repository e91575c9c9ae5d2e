import type pg from 'pg';
import { FactPoster } from '#application/post-facts.js';
import type { StoredStream } from '#application/ports/event-store.js';
import type { ProjectionStore } from '#application/ports/ledger.js';
import { Registry } from '#application/registry.js';
import { Projector, type ProjectorPorts } from '#application/run-view.js';
import { PostgresLedger } from '#adapters/postgres/ledger/postgres-ledger.js';
import { PostgresProjectionStore } from '#adapters/postgres/ledger/projection-store.js';
import type { Rebuild } from '#adapters/postgres/ledger/rebuild.js';
import type { RecordedEvent } from '#kernel/event.js';
import { WorkingDayCalendar } from '#kernel/working-days.js';
import { ledgerDatabase } from './ledger-database.js';
import { notaryLog, writeLog } from './notary-log.js';
import { notary } from './notary.js';

const TABLES = ['entry', 'balance', 'folded_stream', 'register_row', 'duty'];

/** A ledger of the notary line, projected from a log that a test may go on with, and rebuilt as often as it likes. */
export class RebuildWorld {
  readonly calendar = new WorkingDayCalendar([]);
  readonly ledger: PostgresLedger;

  private constructor(
    readonly pool: pg.Pool,
    readonly log: RecordedEvent[],
    readonly close: () => Promise<void>,
  ) {
    this.ledger = new PostgresLedger(pool);
  }

  static async open(): Promise<RebuildWorld> {
    const { pool, close } = await ledgerDatabase();
    const world = new RebuildWorld(pool, [], close);
    await world.record(notaryLog(200));
    await world.projector().catchUp();
    return world;
  }

  async record(events: readonly RecordedEvent[]): Promise<void> {
    await writeLog(this.pool, events);
    this.log.push(...events);
  }

  /** Projects into the live rows, or into those of the given store, in small batches. */
  projector(
    registry = new Registry([notary]),
    projections: ProjectionStore = new PostgresProjectionStore(this.pool),
  ): Projector {
    const { log } = this;
    // Of what a store gives, a projector asks for the events alone.
    const load = async (id: string, upTo = Infinity): Promise<StoredStream> =>
      ({ events: log.filter((event) => event.streamId === id && event.position <= upTo) }) as unknown as StoredStream;
    const feed: ProjectorPorts['feed'] = {
      read: async (after, limit) => ({ events: log.slice(after, after + limit), head: log.length }),
      head: async () => log.length,
      logId: async () => 'log',
      wait: async () => undefined,
    };
    return new Projector({ store: { load }, feed, projections, registry, calendar: () => this.calendar }, 100);
  }

  task(more: Partial<Rebuild> = {}, registry = new Registry([notary])): Rebuild {
    return {
      measures: [...registry.measures.values()],
      fold: (sink, history) => new FactPoster(registry, this.calendar, history, sink),
      catchUp: (projections) => this.projector(registry, projections).catchUp(),
      ...more,
    };
  }

  async generation(): Promise<number> {
    const { rows } = await this.pool.query<{ generation: number }>('select generation from ledger.live');
    return Number(rows[0]?.generation);
  }

  async schemas(): Promise<string[]> {
    const { rows } = await this.pool.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname like 'ledger%' order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** Every row of the live generation as text, each table in an order of its own content. */
  async contents(): Promise<Record<string, string[]>> {
    const schema = `ledger_g${await this.generation()}`;
    const found: Record<string, string[]> = {};
    for (const table of TABLES) {
      // A sum is the same number whether its zeros behind the point are written or not.
      const source =
        table === 'balance'
          ? `(select measure_id, month, cohort_month, bureau, office, splits, trim_scale(amount) from ${schema}.balance)`
          : `${schema}.${table}`;
      const { rows } = await this.pool.query<{ row: string }>(`select r::text as row from ${source} r order by 1`);
      found[table] = rows.map(({ row }) => row);
    }
    return found;
  }
}
