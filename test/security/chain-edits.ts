import type { SeededRandom } from '#application/case-binding.js';
import { eventLog } from '#adapters/postgres/chain/chain-source.js';
import type { ChainedLog } from '../support/chained-log.js';

/** One thing an owner of the database can do to a stored row, and the position a check has to name first. */
export interface Edit {
  readonly what: string;
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly position: number;
}

type Kind = 'position' | 'instant' | 'uuid' | 'number' | 'date' | 'text' | 'json';

const kindOf = (column: string): Kind => {
  if (column === 'position') return 'position';
  if (column === 'recorded_at') return 'instant';
  if (column.endsWith('_id')) return 'uuid';
  if (column.endsWith('version')) return 'number';
  if (column === 'occurred_on') return 'date';
  return column === 'data' || column === 'evidence' ? 'json' : 'text';
};

/** The least that can be changed of a column, in each way there is. */
const changes: Readonly<Record<Kind, readonly string[]>> = {
  position: ['(position + 1000000)'],
  instant: [`(recorded_at + interval '1 microsecond')`],
  uuid: [`(left(#::text, 35) || case right(#::text, 1) when '0' then '1' else '0' end)::uuid`],
  number: ['(# + 1)', '(-#)'],
  date: ['(# + 1)', `'infinity'::date`],
  text: [`overlay(# placing chr(ascii(#) # 1) from 1 for 1)`, `(# || ' ')`, 'lower(upper(#)) || chr(9)'],
  json: [`(#::text || ' ')::json`, `regexp_replace(#::text, '[a-z0-9]', '~')::json`],
};
/** Of a column that holds nothing. */
const filled: Partial<Readonly<Record<Kind, string>>> = { uuid: 'gen_random_uuid()', text: `''`, json: `'null'::json` };

const written = (template: string, column: string): string =>
  // A lone # stands for the column; the one between two operands is exclusive or.
  template
    .replace(/ # 1\)/, ' ~XOR~ 1)')
    .replaceAll('#', column)
    .replace(' ~XOR~ ', ' # ');

/** Every way to change one column of one event, nulls among them. */
export const editsOfEvent = async (
  log: ChainedLog,
  position: number,
  columns: readonly string[] = eventLog.columns,
) => {
  const { rows } = await log.owner.query<Record<string, unknown>>('select * from es.event where position = $1', [
    position,
  ]);
  return columns.flatMap((column): readonly Edit[] => {
    const kind = kindOf(column);
    const empty = rows[0]?.[column] === null;
    const own = empty ? [filled[kind] ?? 'null'] : changes[kind];
    const emptied = !empty && ['causation_id', 'approved_by', 'evidence'].includes(column) ? ['null'] : [];
    return [...own, ...emptied].map((change) => ({
      what: `${column} := ${change}`,
      sql: `update es.event set ${column} = ${written(change, column)} where position = $1`,
      values: [position],
      position,
    }));
  });
};

interface StoredBlock {
  readonly number: number;
  readonly positions: readonly number[];
}

const flipped = (column: string): string => `set_byte(${column}, $2, get_byte(${column}, $2) # $3)`;

/** One random change of a block: a bit of what it says, or the block itself. */
export const editOfBlock = (random: SeededRandom, blocks: readonly StoredBlock[]): Edit => {
  const { number, positions } = random.pick(blocks.slice(0, -1));
  const at = random.between(0, positions.length - 1);
  const [first = 0] = positions;
  const change = (what: string, sql: string, position: number, ...values: readonly unknown[]): Edit => ({
    ...{ what: `block ${number}: ${what}`, position, values: [number, ...values] },
    sql: sql.startsWith('delete') ? sql : `update chain.block set ${sql} where number = $1`,
  });
  const bit = 2 ** random.between(0, 7);
  const byte = random.between(0, 31);
  return random.pick([
    () => change('a hash', `hashes = ${flipped('hashes')}`, positions[at] ?? 0, at * 32 + byte, bit),
    () => change('digest', `digest = ${flipped('digest')}`, first, byte, bit),
    () => change('previous', `previous = ${flipped('previous')}`, first, byte, bit),
    () => change('time', `chained_at = chained_at + interval '1 microsecond'`, first),
    () => change('algorithm', `algorithm = case algorithm when 'sm3' then 'sha256' else 'sm3' end`, first),
    () => change('segment', 'segment = segment + 1', first),
    () => change('a position', 'positions[$2] = positions[$2] + 5000000', positions[at] ?? 0, at + 1),
    () => change('removed', 'delete from chain.block where number = $1', first),
    () => change('number', 'number = number + 100000', first),
  ])();
};

const inserted = (like: number, position: number): Edit => ({
  what: `a copy put in at ${position}`,
  sql: `insert into es.event select (e).* from (select jsonb_populate_record(e, jsonb_build_object('position', $2::bigint,
      'event_id', gen_random_uuid(), 'stream_id', gen_random_uuid())) as e from es.event e where position = $1) as copied`,
  values: [like, position],
  position,
});

/** One random change of the log: a column, a row taken out, a row put in. */
export const editOfLog = async (random: SeededRandom, log: ChainedLog, positions: readonly number[]): Promise<Edit> => {
  const at = random.between(0, positions.length - 2);
  const [position = 0] = positions.slice(at);
  const kind = random.between(0, 9);
  if (kind === 0)
    return { what: 'removed', sql: 'delete from es.event where position = $1', values: [position], position };
  const hole = positions.findIndex((other, place) => place >= at && (positions[place + 1] ?? other) > other + 1);
  if (kind === 1 && hole >= 0) return inserted(position, (positions[hole] ?? 0) + 1);
  if (kind === 2) return inserted(position, 1 - random.between(1, 6));
  return random.pick(await editsOfEvent(log, position, [random.pick(eventLog.columns)]));
};
