import { draftsContract } from '../../../../../test/contracts/drafts.contract.js';
import { ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { sqlOf } from '../sql-folder.js';
import { PostgresDrafts } from './drafts.js';

draftsContract(async () => {
  const { pool, close } = await ledgerDatabase();
  for (const sql of sqlOf('drafts')) await pool.query(sql);
  return { drafts: new PostgresDrafts(pool), close };
});
