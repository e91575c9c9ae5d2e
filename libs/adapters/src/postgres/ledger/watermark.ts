import type { Pool } from 'pg';
import type { Ledger, Reading } from '#application/ports/ledger.js';
import type { Snapshot } from './snapshot.js';

/** Position that all rows of the generation have reached; 0 before the first event. */
export const projectedTo = async (snapshot: Snapshot): Promise<number> => {
  const [row] = await snapshot.rows<{ position: string }>('select ledger.projected_to($1) as position', [
    snapshot.generation,
  ]);
  return Number(row?.position);
};

/**
 * A reading of the newest figures, made exact: where some partitions are ahead of others, it is cut off at the position
 * that all have reached.
 */
export const exactly = async (snapshot: Snapshot, reading: Reading): Promise<Reading> => {
  if (reading.asOf !== undefined) return reading;
  const [row] = await snapshot.rows<{ position: string; ahead: boolean | null }>(
    `select ledger.projected_to($1) as position,
            max(position) > ledger.projected_to($1) as ahead from ledger.checkpoint where generation = $1`,
    [snapshot.generation],
  );
  return row?.ahead === true ? { ...reading, asOf: Number(row.position) } : reading;
};

/** How far the figures have read the log, since when they are behind, and how many streams are set aside: one statement, for it is asked often. */
export const watermark = async (pool: Pool): ReturnType<Ledger['watermark']> => {
  const { rows } = await pool.query<{ position: string; head: string; behind_since: string | null; parked: string }>(
    `with live as materialized (
       select generation, ledger.projected_to(generation) as position from ledger.live
     )
     select position, (select coalesce(max(e.position), 0) from es.event e) as head,
            (select to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
             from es.event e where e.position > live.position order by e.position limit 1) as behind_since,
            (select count(*) from ledger.parked p where p.generation = live.generation) as parked
     from live`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('ledger.live is empty: the ledger was not set up');
  return {
    position: Number(row.position),
    head: Number(row.head),
    behindSince: row.behind_since,
    parked: Number(row.parked),
  };
};
