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

/** How far the figures have read the log, since when they are behind, and how many streams are set aside. */
export const watermark = async (snapshot: Snapshot): ReturnType<Ledger['watermark']> => {
  const position = await projectedTo(snapshot);
  const [row] = await snapshot.rows<{ head: string; behind_since: string | null; parked: string }>(
    `select (select coalesce(max(position), 0) from es.event) as head,
            (select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
             from es.event where position > $1 order by position limit 1) as behind_since,
            (select count(*) from ledger.parked where generation = $2) as parked`,
    [position, snapshot.generation],
  );
  return {
    position,
    head: Number(row?.head),
    behindSince: row?.behind_since ?? null,
    parked: Number(row?.parked),
  };
};
