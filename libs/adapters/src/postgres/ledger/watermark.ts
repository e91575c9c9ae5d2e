import type { Ledger } from '#application/ports/ledger.js';
import type { Snapshot } from './snapshot.js';

/** Position every view of the generation has reached; 0 before the first event. */
export const projectedTo = async (snapshot: Snapshot): Promise<number> => {
  const [row] = await snapshot.rows<{ position: string }>(
    'select coalesce(min(position), 0) as position from ledger.checkpoint where generation = $1',
    [snapshot.generation],
  );
  return Number(row?.position);
};

/** How far the figures have read the log, and since when they are behind. */
export const watermark = async (snapshot: Snapshot): ReturnType<Ledger['watermark']> => {
  const position = await projectedTo(snapshot);
  const [row] = await snapshot.rows<{ head: string; behind_since: string | null }>(
    `select (select coalesce(max(position), 0) from es.event) as head,
            (select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
             from es.event where position > $1 order by position limit 1) as behind_since`,
    [position],
  );
  return { position, head: Number(row?.head), behindSince: row?.behind_since ?? null };
};
