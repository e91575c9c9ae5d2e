import type { Pool } from 'pg';
import type { EventStore, StoredStream } from '#application/ports/event-store.js';
import type { Registry } from '#application/registry.js';
import { LEDGER_VIEW } from '#application/run-view.js';
import { type NetPosting, foldSlowly } from '#application/slow-fold.js';
import { canonicalJson } from '#kernel/canonical.js';
import type { Uuid } from '#kernel/ids.js';
import { exact } from '#kernel/money.js';
import type { WorkingDayCalendar } from '#kernel/working-days.js';
import { listParked } from '../ledger/parked.js';
import { readSnapshot } from '../ledger/snapshot.js';
import { type BalanceDifference, verifyBalances } from '../ledger/verify-balances.js';

/** A sum that the postings give otherwise than the events do, with the records it comes from. */
export interface PostingDifference {
  readonly bureau: string;
  readonly office: string;
  /** YYYY-MM of the effective date. */
  readonly period: string;
  readonly measure: string;
  /** From the events, folded again, and as posted. */
  readonly expected: string;
  readonly found: string;
  readonly records: readonly { readonly streamId: Uuid; readonly key: string }[];
}

export interface Verification {
  /** Events up to this position were folded again. */
  readonly position: number;
  readonly streams: number;
  /** Rows compared, posted or expected. */
  readonly postings: number;
  readonly differences: readonly PostingDifference[];
  /** Balances that are not the sum of their postings. */
  readonly balances: readonly BalanceDifference[];
}

export interface VerifyPorts {
  readonly pool: Pool;
  readonly store: Pick<EventStore, 'loadMany'>;
  readonly registry: Registry;
  readonly calendar: WorkingDayCalendar;
  readonly onProgress?: (streams: number) => void;
}

const STREAMS_AT_ONCE = 500;

const streamsSql = (schema: string): string => `
  select stream_id from (select stream_id from es.stream union select stream_id from ${schema}.posting) as s
  where stream_id > $1 order by stream_id limit ${STREAMS_AT_ONCE}`;

const netSql = (schema: string): string => `
  select p.stream_id as "streamId", p.bureau, m.code as measure, m.version as "measureVersion", p.office,
    p.on_date::text as "on", p.cohort_on::text as cohort, p.splits, p.person, p.fact_key as "factKey",
    trim_scale(sum(p.amount))::text as amount
  from ${schema}.entry p join ledger.measure m on m.id = p.measure_id
  where p.stream_id = any ($1::uuid[]) and p.position <= $2
  group by p.stream_id, p.bureau, m.code, m.version, p.office, p.on_date, p.cohort_on, p.splits, p.person, p.fact_key
  having sum(p.amount) <> 0`;

type Posted = NetPosting & { readonly streamId: Uuid; readonly bureau: string };

/**
 * Folds every stream again from its events, one after the other, and compares what it should post with what is posted, row by
 * row; then compares every balance with its postings. Reads only, and may run beside everything else.
 */
export const verifyLedger = async (ports: VerifyPorts): Promise<Verification> => {
  const { pool, store, registry, calendar, onProgress } = ports;
  const { rows } = await pool.query<{ position: string }>(
    'select ledger.projected_to(generation) as position from ledger.live',
  );
  const position = Number(rows[0]?.position ?? 0);
  // A stream that is set aside posts what it did before the event that cannot be folded.
  const parked = new Map((await listParked(pool, LEDGER_VIEW)).map((stream) => [stream.streamId, stream.position]));
  const cells = new Cells();
  let streams = 0;
  let postings = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { ids, posted } = await readSnapshot(pool, async ({ schema, rows: read }) => {
      const found = (await read<{ stream_id: Uuid }>(streamsSql(schema), [after])).map(({ stream_id }) => stream_id);
      return { ids: found, posted: await read<Posted & Record<string, unknown>>(netSql(schema), [found, position]) };
    });
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
    const loaded = await store.loadMany(ids, position);
    const expected = [...loaded.values()].flatMap((stored) =>
      foldSlowly(registry, calendar, upTo(stored, parked.get(stored.streamId))).map((row): Posted => ({
        ...row,
        streamId: stored.streamId,
        bureau: stored.bureau,
      })),
    );
    postings += cells.compare(expected, posted);
    streams += loaded.size;
    onProgress?.(streams);
  }
  return { position, streams, postings, differences: cells.differences(), balances: await verifyBalances(pool) };
};

const upTo = (stored: StoredStream, parkedAt = Number.MAX_SAFE_INTEGER): StoredStream => ({
  ...stored,
  events: stored.events.filter(({ position }) => position < parkedAt),
});

interface Cell {
  readonly bureau: string;
  readonly office: string;
  readonly period: string;
  readonly measure: string;
  expected: string;
  found: string;
  readonly records: Map<string, { readonly streamId: Uuid; readonly key: string }>;
}

/** Rows that differ, gathered by office, month and measure. */
class Cells {
  private readonly cells = new Map<string, Cell>();

  /** Gives the number of rows compared. */
  compare(expected: readonly Posted[], posted: readonly Posted[]): number {
    const left = new Map(posted.map((row) => [keyOf(row), row]));
    let compared = 0;
    for (const row of expected) {
      const found = left.get(keyOf(row));
      left.delete(keyOf(row));
      compared += 1;
      if (found === undefined || !exact(found.amount).equals(row.amount))
        this.note(row, row.amount, found?.amount ?? '0');
    }
    for (const row of left.values()) this.note(row, '0', row.amount);
    return compared + left.size;
  }

  private note({ bureau, office, on, measure, streamId, factKey }: Posted, expected: string, found: string): void {
    const period = on.slice(0, 7);
    const id = canonicalJson([bureau, office, period, measure]);
    const cell = this.cells.get(id) ?? {
      bureau,
      office,
      period,
      measure,
      expected: '0',
      found: '0',
      records: new Map(),
    };
    cell.expected = exact(cell.expected).plus(expected).toFixed();
    cell.found = exact(cell.found).plus(found).toFixed();
    cell.records.set(`${streamId} ${factKey}`, { streamId, key: factKey });
    this.cells.set(id, cell);
  }

  differences(): readonly PostingDifference[] {
    return [...this.cells.values()]
      .map((cell) => ({ ...cell, records: [...cell.records.values()] }))
      .sort((a, b) =>
        canonicalJson([a.bureau, a.office, a.period, a.measure]) <
        canonicalJson([b.bureau, b.office, b.period, b.measure])
          ? -1
          : 1,
      );
  }
}

const keyOf = ({
  streamId,
  bureau,
  measure,
  measureVersion,
  office,
  on,
  cohort,
  splits,
  person,
  factKey,
}: Posted): string =>
  canonicalJson([streamId, bureau, measure, measureVersion, office, on, cohort, splits, person, factKey]);
