import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { RecordedEvent } from '#kernel/event.js';
import { EVENT_COLUMNS, type EventRow, toEvent } from '../event-store/rows.js';
import { LineCutter, NULL, readCopyText } from './copy-text.js';

/** Where an escape or a null may stand; the other columns are numbers, ids and dates. */
const TEXTS = [7, 10, 11, 12, 13, 14, 15, 16, 17, 18];

/** The event of one line, through the same reader as every other way out of the store. */
const eventOf = (line: string): RecordedEvent => {
  const columns: (string | number | null)[] = line.split('\t');
  for (const at of TEXTS) {
    const column = columns[at] as string;
    if (column.includes('\\')) columns[at] = column === NULL ? null : readCopyText(column);
  }
  columns[1] = Number(columns[1]);
  columns[2] = Number(columns[2]);
  return toEvent(columns as unknown as EventRow);
};

/** The events of the log in the order given, in pieces as they arrive. Reading waits while a piece is worked on. */
async function* copyEvents(client: PoolClient, upTo: number, order: string): AsyncGenerator<readonly RecordedEvent[]> {
  await client.query(`set datestyle = 'ISO'; set timezone = 'UTC'`);
  // COPY takes no parameters.
  const where = `e.position <= ${Number(upTo)}`;
  const source = client.query(
    copyTo(`copy (select ${EVENT_COLUMNS} from es.event e where ${where} order by ${order}) to stdout`),
  );
  source.setEncoding('utf8');
  const lines = new LineCutter();
  for await (const chunk of source) {
    const events: RecordedEvent[] = [];
    lines.cut(chunk as string, (text, from, to) => events.push(eventOf(text.slice(from, to))));
    if (events.length > 0) yield events;
  }
}

/** Reads the log up to a position, in order of position: the most that any fold of the log can reach. */
export const copyLog = (client: PoolClient, upTo: number): AsyncGenerator<readonly RecordedEvent[]> =>
  copyEvents(client, upTo, 'e.position');

/** Reads the whole log up to a position stream by stream: each stream once, all of it, in order of version. */
export async function* copyStreams(client: PoolClient, upTo: number): AsyncGenerator<readonly RecordedEvent[]> {
  let stream: RecordedEvent[] = [];
  for await (const events of copyEvents(client, upTo, 'e.stream_id, e.version'))
    for (const event of events) {
      if (stream.length > 0 && stream[0]?.streamId !== event.streamId) {
        yield stream;
        stream = [];
      }
      stream.push(event);
    }
  if (stream.length > 0) yield stream;
}
