import pg from 'pg';
import { sqlOf } from '../sql-folder.js';

/**
 * What must outlive every restore and is therefore kept outside the database, as the journal of erased persons; done on the
 * restored database, as its superuser, before anybody uses it.
 */
export type AfterRestore = (databaseUrl: string) => Promise<void>;

/** Gives a restored log an identity of its own, because others may have read past its end. */
export const beginNewHistory: AfterRestore = async (databaseUrl) => {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'taizhang restore' });
  await client.connect();
  try {
    for (const sql of sqlOf('after-restore')) await client.query(sql);
  } finally {
    await client.end();
  }
};
