import { rollUpContract } from '../../../../../test/contracts/roll-up.contract.js';
import { type LedgerDatabase, ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { sqlOf } from '../sql-folder.js';
import { PostgresRollUpLedger } from './roll-up-ledger.js';
import { PostgresRollUpStore } from './roll-up-store.js';

describe('the roll-up in PostgreSQL', () => {
  let database: LedgerDatabase;
  beforeAll(async () => {
    database = await ledgerDatabase();
    for (const sql of sqlOf('balances')) await database.pool.query(sql);
  });
  afterAll(() => database.close());

  rollUpContract(async () => {
    const { pool } = database;
    await pool.query('truncate rollup.checkpoint, rollup.source, rollup.balance');
    return { store: new PostgresRollUpStore(pool), figures: new PostgresRollUpLedger(pool) };
  });
});
