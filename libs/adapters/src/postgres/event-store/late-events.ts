import type pg from 'pg';
import type { LateEvents, LateEventsQuery } from '#application/ports/late-events.js';
import type { RecordedEvent } from '#kernel/event.js';
import { EVENT_COLUMNS, type EventRow, toEvent } from './rows.js';

const LATE_SQL = `select ${EVENT_COLUMNS} from es.event
  where position > $1 and bureau = $2 and stream_type = any ($3) and (occurred_on between $4 and $5 or type = any ($6))
  order by position limit $7`;

/** Reads late events from the log by its one order: what is read lies after the seal, so it grows with the time since. */
export class PostgresLateEvents implements LateEvents {
  constructor(private readonly pool: pg.Pool) {}

  async recordedAfter(query: LateEventsQuery): Promise<readonly RecordedEvent[]> {
    const { bureau, streamTypes, recordTypes, after, from, to, limit } = query;
    const values = [after, bureau, streamTypes, from, to, recordTypes, limit];
    const { rows } = await this.pool.query<never>({ text: LATE_SQL, rowMode: 'array', values });
    return (rows as unknown as readonly EventRow[]).map(toEvent);
  }
}
