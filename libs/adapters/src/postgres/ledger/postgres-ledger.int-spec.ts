import { posting, project } from '../../../../../test/contracts/ledger-world.js';
import { ledgerContract } from '../../../../../test/contracts/ledger.contract.js';
import { ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { PostgresLedger } from './postgres-ledger.js';
import { PostgresProjectionStore } from './projection-store.js';

ledgerContract('in PostgreSQL', async () => {
  const { pool, record, close } = await ledgerDatabase();
  return {
    store: new PostgresProjectionStore(pool),
    ledger: new PostgresLedger(pool),
    record,
    replaceLog: async () => void (await pool.query('update es.log set log_id = gen_random_uuid()')),
    close,
  };
});

it('a reading of several statements sees one state of the ledger, however busy the projector', async () => {
  const { pool, record, close } = await ledgerDatabase();
  const ledger = new PostgresLedger(pool);
  const store = new PostgresProjectionStore(pool);
  const world = { store, ledger, record, replaceLog: async () => undefined, close };
  // One into a whole month, which is read from balances, and one out of a part month, which is read from postings.
  const move = (position: number) => ({
    postings: [
      posting('430922', { position, on: '2023-01-10' }),
      posting('430922', { position, on: '2023-02-10', amount: '-1' }),
    ],
  });
  const term = { measure: 'test.received', mode: 'stock', to: '2023-02-20' } as const;
  let over = false;
  const seen = new Set<string | undefined>();
  const reader = async (): Promise<void> => {
    while (!over) seen.add((await ledger.sums({ bureau: '430922', offices: ['A'] }, [term]))[0]);
  };
  const projector = async (): Promise<void> => {
    for (let batch = 0; batch < 60; batch += 1) await project(world, move);
  };
  await Promise.all([reader(), reader(), reader(), projector().finally(() => (over = true))]);
  expect([...seen]).toEqual(['0']);
  await close();
});
