import fc from 'fast-check';
import type { LocalDate } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { day, letters } from '../../../../../test/support/drawn-values.js';
import { type LedgerDatabase, ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { BinaryRecords, TYPE } from './binary-records.js';

interface Entry {
  readonly id: Uuid;
  readonly number: number;
  readonly on: LocalDate | null;
  readonly said: string | null;
  readonly words: readonly string[];
  readonly ids: readonly Uuid[];
}

const entries: fc.Arbitrary<Entry[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    number: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    on: fc.option(day, { nil: null }),
    said: fc.option(letters, { nil: null }),
    words: fc.array(letters, { maxLength: 3 }),
    ids: fc.array(fc.uuid(), { maxLength: 3 }),
  }),
  { maxLength: 40 },
);

describe('records sent in binary', () => {
  let database: LedgerDatabase;
  const records = new BinaryRecords();
  beforeAll(async () => {
    database = await ledgerDatabase();
    await database.pool.query(
      'create type entry as (id uuid, number int, on_date date, said text, words text[], ids uuid[])',
    );
  });
  afterAll(() => database.close());

  const write = ({ id, number, on, said, words, ids }: Entry): void => {
    const record = records.record(6);
    records.type(TYPE.uuid);
    records.uuid(id);
    records.type(TYPE.integer);
    records.integer(number);
    records.type(TYPE.date);
    if (on === null) records.nothing();
    else records.date(on);
    records.type(TYPE.text);
    if (said === null) records.nothing();
    else records.text(said);
    records.type(TYPE.texts);
    const ofWords = records.array(TYPE.text, words.length);
    for (const word of words) records.text(word);
    records.end(ofWords);
    records.type(TYPE.uuids);
    const ofIds = records.array(TYPE.uuid, ids.length);
    for (const each of ids) records.uuid(each);
    records.end(ofIds);
    records.end(record);
  };

  const parameter = (all: readonly Entry[]): Buffer => {
    records.parameter(all.length);
    all.forEach(write);
    return records.take();
  };

  const read = async (sent: Buffer): Promise<unknown> => {
    const { rows } = await database.pool.query<{ read: unknown }>(
      `select coalesce(json_agg(json_build_object('id', id, 'number', number, 'on', to_char(on_date, 'YYYY-MM-DD'),
         'said', said, 'words', words, 'ids', ids) order by at), '[]') as read
       from unnest($1::entry[]) with ordinality as e(id, number, on_date, said, words, ids, at)`,
      [sent],
    );
    return rows[0]?.read;
  };

  it('are what PostgreSQL reads, however often the same memory was written', async () => {
    await fc.assert(
      fc.asyncProperty(entries, entries, async (one, other) => {
        const sent = [parameter(one), parameter(other)] as const;
        expect([await read(sent[0]), await read(sent[1])]).toEqual([one, other]);
      }),
      { numRuns: 60 },
    );
  });

  const some: Entry = {
    id: '0198c0de-0000-7000-8000-000000000001',
    number: 1,
    on: '2023-05-06',
    said: null,
    words: [],
    ids: [],
  };

  it('may be longer than the memory they begin in, within an inner array, too', async () => {
    const long = Array.from({ length: 40 }, (_, at) => ({ ...some, number: at, words: ['字'.repeat(3_000), '。'] }));
    expect(await read(parameter(long))).toEqual(long);
  });

  it('do not write over one another where one was very long', async () => {
    const long = [{ ...some, said: '字'.repeat(600_000) }];
    const [first, second] = [parameter(long), parameter([some])];
    expect([await read(first), await read(second)]).toEqual([long, [some]]);
  });

  it('whose columns are of another type are refused', async () => {
    records.parameter(1);
    const record = records.record(6);
    for (let column = 0; column < 6; column += 1) {
      records.type(TYPE.text);
      records.nothing();
    }
    records.end(record);
    await expect(read(records.take())).rejects.toMatchObject({ code: '42804' });
  });

  it.each([
    ['id', ''],
    ['id', '0198c0de-0000-7000-8000-00000000000g'],
    ['on', '2023-02-30'],
  ])('hold no %s %p, and go on after it', async (field, value) => {
    expect(() => parameter([{ ...some, [field]: value }])).toThrow(/^invalid/);
    expect(await read(parameter([some]))).toEqual([some]);
  });
});
