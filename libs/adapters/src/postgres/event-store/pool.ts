import type pg from 'pg';
import { withClient } from '../with-client.js';
import { steadyPool } from '../steady-pool.js';

const ROLE = 'taizhang_app';

/** What the sessions of the store rely on, whatever the server or the database are set to. */
const SESSION = [
  'TimeZone=UTC',
  'DateStyle=ISO',
  'IntervalStyle=postgres',
  'synchronous_commit=on',
  'default_transaction_isolation=read\\ committed',
  'idle_in_transaction_session_timeout=10s',
  // Every reading here is by key; a plan made while the tables were small must not scan them when they have grown.
  'enable_seqscan=off',
  'jit=off',
];

/** False where the role is absent, or not granted to this login. */
const mayBecome = (url: string, role: string): Promise<boolean> =>
  withClient(url, (client) =>
    client.query(`set role ${role}`).then(
      () => true,
      () => false,
    ),
  );

export interface StorePool {
  readonly pool: pg.Pool;
  /** Whether the sessions work as the role that can write only through the append function. */
  readonly restricted: boolean;
}

/**
 * Opens the connections of the event store. They work as `taizhang_app` where the login may; otherwise with the rights
 * of the login itself. `most`: connections, 10 when absent; `role`: another one to work as.
 */
export const openStorePool = async (url: string, most = 10, role = ROLE): Promise<StorePool> => {
  const restricted = await mayBecome(url, role);
  const settings = restricted ? [...SESSION, `role=${role}`] : SESSION;
  const options = settings.map((setting) => `-c ${setting}`).join(' ');
  const pool = steadyPool({ connectionString: url, max: most, options });
  return { pool, restricted };
};
