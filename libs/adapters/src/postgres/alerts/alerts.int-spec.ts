import { alertsContract } from '../../../../../test/contracts/alerts.contract.js';
import { ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { sqlOf } from '../sql-folder.js';
import { PostgresAlerts } from './alerts.js';

alertsContract(async () => {
  const { pool, close } = await ledgerDatabase();
  for (const sql of sqlOf('alerts')) await pool.query(sql);
  return { alerts: new PostgresAlerts(pool), close };
});
