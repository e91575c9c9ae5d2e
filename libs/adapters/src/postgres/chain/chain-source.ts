import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ChainRecord } from '#application/chain/record.js';
import { LEAST_DAYS_KEPT } from '#application/looks/look.js';
import { takeLines } from './copy-lines.js';

/** An append-only table with ordered positions, and what of it a chain covers. All of it is ours: it goes into SQL as it is. */
export interface ChainSource {
  /** Name of its chain. */
  readonly chain: string;
  readonly table: string;
  /** Every column of the table, the position first. */
  readonly columns: readonly [position: string, ...rest: string[]];
  /** Column of the instant a row was stored at. */
  readonly recordedAt: string;
  /**
   * Gives up to which position records were dropped because they were old, and the instant they have to be chained before;
   * of what stands up to position $1. Absent where nothing is ever dropped.
   */
  readonly expired?: string;
}

/** The event log. */
export const eventLog: ChainSource = {
  chain: 'events',
  table: 'es.event',
  columns: [
    'position',
    'recorded_at',
    'stream_id',
    'event_id',
    'command_id',
    'correlation_id',
    'causation_id',
    'version',
    'schema_version',
    'occurred_on',
    'stream_type',
    'type',
    'bureau',
    'office',
    'owner',
    'recorded_by',
    'approved_by',
    'source',
    'evidence',
    'data',
  ],
  recordedAt: 'recorded_at',
};

/** Records of looking. */
export const looksLog: ChainSource = {
  chain: 'looks',
  table: 'looks.look',
  columns: [
    'position',
    'at',
    'name',
    'user_id',
    'roles',
    'offices',
    'address',
    'request_id',
    'purpose',
    'route',
    'object',
    'reason',
    'subjects',
    'minors',
    'bureaus',
  ],
  recordedAt: 'at',
  expired: `select (regexp_match(object, '^through (\\d{1,15})$'))[1] as through,
      to_char((at - interval '${LEAST_DAYS_KEPT} days') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as before
    from looks.look where purpose = 'expiry' and position <= $1 order by position desc limit 1`,
};

const TAB = 9;

const recordOf = (bytes: Buffer, from: number, to: number): ChainRecord => ({
  position: Number(bytes.toString('latin1', from, bytes.indexOf(TAB, from))),
  bytes: bytes.subarray(from, to),
});

export interface Stretch {
  readonly after: number;
  readonly upTo?: number;
  readonly limit?: number;
}

/**
 * Rows of the table in order of position, each as the line that COPY writes of it. The session has to write dates as ISO and
 * instants in UTC. `columns`: those of the source where left out.
 */
export const copyRecords = (
  client: ClientBase,
  { table, columns: own }: ChainSource,
  { after, upTo, limit }: Stretch,
  columns: readonly string[] = own,
): AsyncGenerator<readonly ChainRecord[]> => {
  const position = own[0];
  const within = upTo === undefined ? '' : ` and ${position} <= ${Number(upTo)}`;
  const most = limit === undefined ? '' : ` limit ${Number(limit)}`;
  const rows = `select ${columns.join(', ')} from ${table} where ${position} > ${Number(after)}${within} order by ${position}${most}`;
  return takeLines(client.query(copyTo(`copy (${rows}) to stdout`)), recordOf);
};
