import fc from 'fast-check';
import type { SumTerm } from '#application/ports/ledger.js';
import { history, posting, project, term } from '../../../../../test/contracts/ledger-world.js';
import type { LedgerWorld } from '../../../../../test/contracts/ledger-world.js';
import { type LedgerDatabase, ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { PostgresLedger } from './postgres-ledger.js';
import { PostgresProjectionStore } from './projection-store.js';
import { repairBalances, verifyBalances } from './verify-balances.js';

describe('balances', () => {
  let database: LedgerDatabase;
  let world: LedgerWorld;
  const bureau = '430922';
  const reading = { bureau, offices: ['A', 'B', 'C'] };
  const year: SumTerm = { measure: 'test.received', mode: 'flow', from: '2023-01-01', to: '2023-12-31' };

  beforeAll(async () => {
    database = await ledgerDatabase();
    const { pool, record, close } = database;
    world = {
      store: new PostgresProjectionStore(pool),
      ledger: new PostgresLedger(pool),
      record,
      replaceLog: async () => undefined,
      close,
    };
    await project(world, (position) => ({
      postings: [
        posting(bureau, { position, on: '2023-05-31', amount: '2.50' }),
        posting(bureau, { position, on: '2023-06-01', office: 'B' }),
        posting(bureau, {
          position,
          on: '2023-06-02',
          cohort: '2022-12-31',
          measure: 'test.pending',
          measureVersion: 3,
        }),
      ],
    }));
  });
  afterAll(() => world.close());

  it('are a cache: emptied, they change no answer that is read as of a position, and each loss is reported', async () => {
    const asOf = (await world.ledger.watermark()).position;
    const before = await world.ledger.sums({ ...reading, asOf }, [year]);
    expect(before).toEqual(['3.5']);
    await database.pool.query('delete from ledger_g1.balance');
    expect(await world.ledger.sums({ ...reading, asOf }, [year])).toEqual(before);
    expect(await world.ledger.sums(reading, [year])).toEqual(['0']);
    const row = { bureau, measure: 'test.received', measureVersion: 1, cohortMonth: null, splits: '{}', found: null };
    expect(await verifyBalances(database.pool)).toEqual([
      {
        ...row,
        office: 'A',
        measure: 'test.pending',
        measureVersion: 3,
        month: '2023-06',
        cohortMonth: '2022-12',
        expected: '1',
      },
      { ...row, office: 'A', month: '2023-05', expected: '2.5' },
      { ...row, office: 'B', month: '2023-06', expected: '1' },
    ]);
    expect(await repairBalances(database.pool)).toHaveLength(3);
    expect(await verifyBalances(database.pool)).toEqual([]);
    expect(await world.ledger.sums(reading, [year])).toEqual(before);
    expect(await repairBalances(database.pool)).toEqual([]);
  });

  it('that were changed or made up by hand are found, and put right', async () => {
    await database.pool.query(`update ledger_g1.balance set amount = 7 where office = 'B'`);
    await database.pool.query(
      `insert into ledger_g1.balance select measure_id, '2020-01-01', null, bureau, 'C', splits, 9 from ledger_g1.balance where office = 'B'`,
    );
    expect(await repairBalances(database.pool)).toMatchObject([
      { office: 'B', month: '2023-06', expected: '1', found: '7' },
      { office: 'C', month: '2020-01', expected: null, found: '9' },
    ]);
    expect(await verifyBalances(database.pool)).toEqual([]);
    expect(await world.ledger.sums(reading, [{ ...year, mode: 'stock' }])).toEqual(['3.5']);
  });

  it('agree with the postings after any history, so a sheet reads the same from either', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.array(term, { minLength: 3, maxLength: 8 }), async (events, terms) => {
        for (const loose of events)
          await project(world, (position) => ({ postings: loose.map((one) => ({ ...one, bureau, position })) }));
        const asOf = (await world.ledger.watermark()).position;
        expect(await world.ledger.sums(reading, terms)).toEqual(await world.ledger.sums({ ...reading, asOf }, terms));
        expect(await verifyBalances(database.pool)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('rest on postings that nobody may change, remove or empty', async () => {
    for (const change of [
      'update ledger_g1.posting set amount = 2',
      'delete from ledger_g1.posting',
      'truncate ledger_g1.posting',
    ])
      await expect(database.pool.query(change)).rejects.toThrow('append-only');
  });
});
