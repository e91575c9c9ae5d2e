import type pg from 'pg';
import type { StoredCommand, StoredStream } from '#application/ports/event-store.js';
import type { RecordedEvent } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { EVENT_COLUMNS, type EventRow, toEvent } from './rows.js';

const STREAMS_SQL = `select ${EVENT_COLUMNS} from es.event
  where stream_id = any ($1::uuid[]) and position <= $2 order by stream_id, version`;

/** Whole streams in version order, or as they stood at a position. Those without events are left out. */
export const readStreams = async (
  pool: pg.Pool,
  streamIds: readonly Uuid[],
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<ReadonlyMap<Uuid, StoredStream>> => {
  const values = [streamIds, upTo];
  const { rows } = await pool.query<never>({ name: 'read_streams', text: STREAMS_SQL, rowMode: 'array', values });
  const found = new Map<Uuid, RecordedEvent[]>();
  for (const row of rows as unknown as readonly EventRow[]) {
    const event = toEvent(row);
    const stream = found.get(event.streamId);
    if (stream === undefined) found.set(event.streamId, [event]);
    else stream.push(event);
  }
  return new Map(
    [...found].map(([streamId, events]) => {
      const { streamType, bureau, owner, version } = events.at(-1) as RecordedEvent;
      return [streamId, { streamId, streamType, bureau, owner, version, events }];
    }),
  );
};

const COMMANDS_SQL = `select command_id, encode(request_hash, 'hex') as request_hash, stream_id, version, position, event_ids
  from es.command where command_id = any ($1::uuid[])`;

interface CommandRow {
  readonly command_id: Uuid;
  readonly request_hash: string;
  readonly stream_id: Uuid;
  readonly version: number;
  readonly position: string;
  readonly event_ids: readonly Uuid[];
}

/** Receipts of the commands that have one. */
export const readCommands = async (
  pool: pg.Pool,
  commandIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, StoredCommand>> => {
  const { rows } = await pool.query<CommandRow>({ name: 'read_commands', text: COMMANDS_SQL, values: [commandIds] });
  return new Map(
    rows.map((row) => [
      row.command_id,
      {
        commandId: row.command_id,
        requestHash: row.request_hash,
        streamId: row.stream_id,
        version: row.version,
        position: Number(row.position),
        eventIds: row.event_ids,
      },
    ]),
  );
};
