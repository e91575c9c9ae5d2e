import { entryBatchesContract } from '../../../../../test/contracts/entry-batches.contract.js';
import { ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { sqlOf } from '../sql-folder.js';
import { PostgresEntryBatches } from './entry-batches.js';

entryBatchesContract(async () => {
  const { pool, close } = await ledgerDatabase();
  for (const sql of sqlOf('entry-batches')) await pool.query(sql);
  return { batches: new PostgresEntryBatches(pool), close };
});
