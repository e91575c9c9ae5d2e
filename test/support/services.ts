import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface FreshDatabase {
  readonly url: string;
  /** Closes every connection to the database and removes it. */
  drop(): Promise<void>;
}

const asAdmin = async (admin: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/**
 * Creates an empty database of its own for one test file, on the PostgreSQL that the global set-up started or that
 * `TAIZHANG_TEST_PG` names.
 */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const admin = process.env['TAIZHANG_TEST_PG'];
  if (admin === undefined) throw new Error('TAIZHANG_TEST_PG is not set: run the tests through `npm test`');
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin(admin, `create database ${name} template template0`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(admin, `drop database if exists ${name} with (force)`) };
};
