import pg from 'pg';
import { createDataSource } from './data-source.js';

/** Advisory lock of whoever migrates this database. */
const MIGRATING = 0x7a12;

/**
 * Brings a database up to date and gives the names of the steps that ran; none when it was. Processes that start
 * together take turns.
 */
export const migrate = async (url: string): Promise<readonly string[]> => {
  const lock = new pg.Client({ connectionString: url, application_name: 'taizhang migration' });
  lock.on('error', () => undefined); // the next query says so
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATING]);
    const dataSource = await createDataSource(url).initialize();
    try {
      return (await dataSource.runMigrations()).map(({ name }) => name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await lock.end();
  }
};
