import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { RecordedEvent } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { EVENT_COLUMNS, type EventRow, toEvent } from '../event-store/rows.js';
import { LineCutter, NULL, readCopyText } from './copy-text.js';

/** The event of one line, through the same reader as every other way out of the store. */
const eventOf = (line: string): RecordedEvent => {
  const columns: (string | number | null)[] = line.split('\t');
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as string;
    if (column.includes('\\')) columns[at] = column === NULL ? null : readCopyText(column);
  }
  columns[1] = Number(columns[1]);
  columns[2] = Number(columns[2]);
  return toEvent(columns as unknown as EventRow);
};

// COPY takes no parameters, so what is put into its text must be of a form that says nothing else.
const FORM = /^[0-9a-f-]{36}$/;

/** Streams the events that `where` chooses, in the order given, in pieces as they arrive. */
async function* copyEvents(client: PoolClient, where: string, order: string): AsyncGenerator<RecordedEvent[]> {
  await client.query(`set datestyle = 'ISO'; set timezone = 'UTC'`);
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

/**
 * The fastest way to read the whole log: one COPY, in order of position, handed on as the pieces arrive.
 * `after` < position ≤ `upTo`. Reading waits while a piece is worked on, so memory stays flat.
 */
export const copyLog = (
  client: PoolClient,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): AsyncGenerator<readonly RecordedEvent[]> =>
  copyEvents(client, `e.position > ${Number(after)} and e.position <= ${Number(upTo)}`, 'e.position');

/** All events of some streams up to a position, stream by stream in order of version. */
export const copyStreams = (
  client: PoolClient,
  streamIds: readonly Uuid[],
  upTo: number,
): AsyncGenerator<readonly RecordedEvent[]> => {
  const wrong = streamIds.find((id) => !FORM.test(id));
  if (wrong !== undefined) throw new TypeError(`not a stream id: ${wrong}`);
  return copyEvents(
    client,
    `e.position <= ${Number(upTo)} and e.stream_id = any('{${streamIds.join(',')}}'::uuid[])`,
    'e.stream_id, e.version',
  );
};
