import fc from 'fast-check';
import type { Pool } from 'pg';
import { day, letters } from '../../../../../test/support/drawn-values.js';
import { type LedgerDatabase, ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { BinaryRows } from '../binary/binary-rows.js';
import { TableLoad } from './copy-in.js';

type Value = string | number | boolean | null;

const nullable = <Of>(values: fc.Arbitrary<Of>): fc.Arbitrary<Of | null> => fc.option(values, { nil: null });
const decimal = fc.oneof(
  fc.constantFrom('1', '-1', '0', '-0.00', '0.50', '.5', '5.', '007.10', '10000', '99990000.0001', '1e-7', '2.5e+21'),
  fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.stringMatching(/^\d{0,12}$/))
    .map(([negative, whole, decimals]) => `${negative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`),
);

/** A kind of column: its type, how a value is written, and the values it takes. */
const kinds = [
  { type: 'bigint', write: (to: BinaryRows, value: number) => to.big(value), values: fc.maxSafeNat() },
  { type: 'integer', write: (to: BinaryRows, value: number) => to.integer(value), values: fc.nat() },
  { type: 'smallint', write: (to: BinaryRows, value: number) => to.small(value), values: fc.nat(32_767) },
  { type: 'boolean', write: (to: BinaryRows, value: boolean) => to.flag(value), values: fc.boolean() },
  { type: 'uuid', write: (to: BinaryRows, value: string) => to.uuid(value), values: fc.uuid() },
  { type: 'date', write: (to: BinaryRows, value: string) => to.date(value), values: day },
  { type: 'numeric', write: (to: BinaryRows, value: string) => to.numeric(value), values: decimal },
  { type: 'text', write: (to: BinaryRows, value: string) => to.text(value), values: letters },
] as unknown as readonly {
  readonly type: string;
  readonly write: (to: BinaryRows, value: Exclude<Value, null>) => void;
  readonly values: fc.Arbitrary<Value>;
}[];

describe('rows loaded in binary', () => {
  let database: LedgerDatabase;
  beforeAll(async () => {
    database = await ledgerDatabase();
    const columns = kinds.map(({ type }) => `a_${type} ${type}`);
    await database.pool.query(`create schema loaded; create table loaded.row (at integer, ${columns.join(', ')})`);
  });
  afterAll(() => database.close());

  const shape = {
    table: 'row',
    columns: ['at', ...kinds.map(({ type }) => `a_${type}`)],
    write: (to: BinaryRows, at: number, row: readonly Value[]): void => {
      to.integer(at);
      row.forEach((value, column) => (value === null ? to.nothing() : kinds[column]?.write(to, value)));
    },
  };

  const load = async (pool: Pool, rows: readonly (readonly Value[])[]): Promise<unknown[]> => {
    const table = await TableLoad.open(pool, 'loaded', shape);
    rows.forEach((row, at) => table.add(at, row));
    await table.close();
    const columns = kinds.map(({ type }) => `a_${type}::text`);
    const loaded = await pool.query({
      text: `select ${columns.join(', ')} from loaded.row order by at`,
      rowMode: 'array',
    });
    return loaded.rows;
  };

  it('are what PostgreSQL reads from the same values as text', async () => {
    const row = fc.tuple(...kinds.map(({ values }) => nullable(values)));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 200 }), async (rows) => {
        const columns = kinds.map(({ type }, at) => `(r ->> ${at})::${type}::text`);
        const read = await database.pool.query({
          text: `select ${columns.join(', ')} from json_array_elements($1::json) with ordinality as e(r, at) order by at`,
          values: [
            JSON.stringify(rows.map((values) => values.map((value) => (value === null ? null : String(value))))),
          ],
          rowMode: 'array',
        });
        expect(await load(database.pool, rows)).toEqual(read.rows);
      }),
      { numRuns: 30 },
    );
  });

  it('may be longer than what is put together at a time', async () => {
    const long = '字'.repeat(200_000);
    const rows = Array.from({ length: 5 }, () => kinds.map(({ type }) => (type === 'text' ? long : null)));
    const loaded = (await load(database.pool, rows)) as string[][];
    expect(loaded.map((row) => row.at(-1) === long)).toEqual([true, true, true, true, true]);
  });

  it.each([
    ['date', '2023-02-30'],
    ['date', ''],
    ['uuid', '0198c0de-0000-7000-8000-00000000000g'],
    ['uuid', '0198c0de-0000-7000-8000-0000000000'],
    ['uuid', '0198c0de-0000-7000-8000-000000000000-'],
    ['numeric', 'many'],
    ['numeric', '.'],
    ['numeric', 'NaN'],
  ])('hold no %s %p', (type, value) => {
    const kind = kinds.find((one) => one.type === type);
    expect(() => kind?.write(new BinaryRows(), value)).toThrow(/^invalid/);
  });
});
