import pg from 'pg';

/**
 * Makes a pool's lost connections never end the process: whoever uses one gets the error from the query at hand or the next
 * one. (A client lent out between two queries reports the loss as an event, which without a listener is fatal.)
 */
export const steadily = <Pool extends pg.Pool>(pool: Pool): Pool => {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** How every pool of ours connects. */
export const CONNECTING = { keepAlive: true, connectionTimeoutMillis: 5_000 };

/** A pool that bears lost connections. */
export const steadyPool = (config: pg.PoolConfig): pg.Pool => steadily(new pg.Pool({ ...CONNECTING, ...config }));
