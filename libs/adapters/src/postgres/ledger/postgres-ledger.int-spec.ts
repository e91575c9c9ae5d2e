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
