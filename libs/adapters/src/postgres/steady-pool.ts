import pg from 'pg';

/**
 * A pool whose lost connections never end the process: whoever uses one gets the error from the query at hand or the next
 * one. (A client lent out between two queries reports the loss as an event, which without a listener is fatal.)
 */
export const steadyPool = (config: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool({ keepAlive: true, connectionTimeoutMillis: 5_000, ...config });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
