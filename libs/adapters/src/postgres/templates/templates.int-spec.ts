import { templatesContract } from '../../../../../test/contracts/templates.contract.js';
import { ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { sqlOf } from '../sql-folder.js';
import { PostgresTemplates } from './templates.js';

templatesContract(async () => {
  const { pool, close } = await ledgerDatabase();
  for (const sql of sqlOf('templates')) await pool.query(sql);
  return { templates: new PostgresTemplates(pool), close };
});
