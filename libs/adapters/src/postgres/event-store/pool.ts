import pg from 'pg';

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

const mayBecome = async (url: string, role: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set role ${role}`);
    return true;
  } catch {
    return false; // absent, or not granted to this login
  } finally {
    await client.end();
  }
};

export interface StorePool {
  readonly pool: pg.Pool;
  /** Whether the sessions work as the role that can write only through the append function. */
  readonly restricted: boolean;
}

/**
 * Opens the connections of the event store. They work as `taizhang_app` where the login may; otherwise with the rights
 * of the login itself. `most`: connections, 10 when absent.
 */
export const openStorePool = async (url: string, most = 10): Promise<StorePool> => {
  const restricted = await mayBecome(url, ROLE);
  const settings = restricted ? [...SESSION, `role=${ROLE}`] : SESSION;
  const options = settings.map((setting) => `-c ${setting}`).join(' ');
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    options,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  pool.on('error', () => undefined); // an idle connection ended; whoever needs one next gets a new one, or the error
  return { pool, restricted };
};
