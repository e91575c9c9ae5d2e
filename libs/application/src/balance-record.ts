import { UnreadableRecord } from './event-record.js';
import { type Uuid, isUuid, uuidV5 } from './kernel.js';
import type { BalanceCell, GenerationStated, PublishedCell } from './ports/balances.js';
import type { DeliveredRecord, OutgoingRecord, TopicSettings } from './ports/topics.js';

/** Partitions of the topic, for life. */
const PARTITIONS = 12;

/** The topic of balances: the newest amount of every cell, for ever. */
export const balancesTopic = (prefix: string, replicas: number): TopicSettings => ({
  name: `${prefix}.balances.v1`,
  partitions: PARTITIONS,
  replicas,
  inSync: Math.max(1, replicas - 1),
  cleanup: 'compact',
});

const CELL = 'balances.Amount.v1';
const GENERATION = 'balances.Generation.v1';

/** Where a record comes from. */
export interface BalancePlace {
  readonly source: Uuid;
  readonly generation: number;
  /** The amount is as it was when every event up to here was in it, and none after. */
  readonly position: number;
  /** Life of the topic. */
  readonly life: number;
}

type Written = Pick<OutgoingRecord, 'key' | 'value' | 'headers'>;

const headersOf = (type: string, { source, generation, position, life }: BalancePlace, key: string) => ({
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_id: uuidV5('balance', key, String(generation), String(position), String(life)),
  ce_source: `/logs/${source}`,
  ce_type: type,
  ce_dataschema: `urn:taizhang:${type.replace(/\.v(\d+)$/, ':v$1')}`,
  ce_position: String(position),
  ce_life: String(life),
});

/**
 * A cell as it is published: the amount itself, not a change of it, so that a repeat changes nothing. The key names the cell,
 * without its generation: a topic keeps one amount of each.
 * @source CloudEvents 1.0.2, Kafka Protocol Binding, "Binary Content Mode"
 */
export const cellRecord = (cell: BalanceCell, place: BalancePlace): Written => {
  const { source, generation, position } = place;
  const { bureau, office, measure, measureVersion, unit, month, cohortMonth, splits, amount } = cell;
  const key = [source, bureau, measure, measureVersion, office, month, cohortMonth ?? '', splits].join('|');
  const value = {
    source,
    generation,
    position,
    bureau,
    office,
    measure,
    measureVersion,
    unit,
    month,
    cohortMonth,
    splits: JSON.parse(splits) as object,
    amount,
  };
  return { key, value: JSON.stringify(value), headers: headersOf(CELL, place, key) };
};

/** Says that the cells of a generation begin to come, or that all have come. */
export const generationRecord = (
  place: BalancePlace,
  { complete, formerly }: Pick<GenerationStated, 'complete' | 'formerly'>,
): Written => {
  const { source, generation, position } = place;
  const key = `${source}/generation`;
  const value = JSON.stringify({ source, generation, position, complete, formerly });
  return { key, value, headers: { ...headersOf(GENERATION, place, `${key}/${complete}`) } };
};

/** Characters sent at a time: brokers refuse more than a million bytes in one partition, and a bureau is in one. */
const AT_ONCE = 250_000;
/** Characters of the headers of a record, about. */
const HEADERS = 400;

/** Records in pieces that a broker takes, in their order. */
export const piecesOf = (records: readonly OutgoingRecord[]): readonly (readonly OutgoingRecord[])[] => {
  const pieces: OutgoingRecord[][] = [];
  let size = Infinity;
  for (const record of records) {
    const own = record.key.length + (record.value?.length ?? 0) + HEADERS;
    if (size + own > AT_ONCE) {
      pieces.push([]);
      size = 0;
    }
    pieces[pieces.length - 1]?.push(record);
    size += own;
  }
  return pieces;
};

/** A record as a reader of the topic sees it. */
export type ReadBalance = { readonly life: number } & (
  | { readonly cell: PublishedCell; readonly stated?: never }
  | { readonly stated: GenerationStated; readonly cell?: never }
);

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const AMOUNT = /^-?\d+(\.\d+)?$/;

/** Undefined for a record that takes its key away, or of a type from later days. @throws UnreadableRecord */
export const readBalance = ({ offset, value, headers }: DeliveredRecord): ReadBalance | undefined => {
  const type = headers['ce_type'];
  if (value === null || (type !== CELL && type !== GENERATION)) return undefined;
  const refuse = (what: string): never => {
    throw new UnreadableRecord(offset, what);
  };
  const data = objectOf(value) ?? refuse('the value is no JSON object');
  const read = <Kind>(name: string, fits: (found: unknown) => found is Kind): Kind =>
    fits(data[name]) ? data[name] : refuse(`${name} is not as it should be`);
  const life = Number(headers['ce_life']);
  if (!isWhole(life)) return refuse('no header ce_life');
  const source = read('source', isUuid);
  const generation = read('generation', isWhole);
  const position = read('position', isWhole);
  if (type === GENERATION) {
    const complete = read('complete', (found) => typeof found === 'boolean');
    return { life, stated: { source, generation, position, complete, formerly: read('formerly', isUuids) } };
  }
  return {
    life,
    cell: {
      source,
      generation,
      position,
      bureau: read('bureau', isText),
      office: read('office', isText),
      measure: read('measure', isText),
      measureVersion: read('measureVersion', isWhole),
      unit: read('unit', orNull(isText)),
      month: read('month', isMonth),
      cohortMonth: read('cohortMonth', orNull(isMonth)),
      splits: canonical(read('splits', isTexts)),
      amount: read('amount', (found): found is string => typeof found === 'string' && AMOUNT.test(found)),
    },
  };
};

const objectOf = (value: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const data: unknown = JSON.parse(value);
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

const isWhole = (found: unknown): found is number => Number.isSafeInteger(found) && (found as number) >= 0;
const isText = (found: unknown): found is string => typeof found === 'string' && found !== '';
const isMonth = (found: unknown): found is string => typeof found === 'string' && MONTH.test(found);
const isUuids = (found: unknown): found is readonly Uuid[] => Array.isArray(found) && found.every(isUuid);
const isTexts = (found: unknown): found is Readonly<Record<string, string>> =>
  typeof found === 'object' && found !== null && Object.values(found).every((value) => typeof value === 'string');
const orNull =
  <Kind>(fits: (found: unknown) => found is Kind) =>
  (found: unknown): found is Kind | null =>
    found === null || fits(found);

const canonical = (splits: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(splits).sort(([a], [b]) => (a < b ? -1 : 1))));
