import pg from 'pg';

/** What must outlive every restore and is therefore kept outside the database; done on the restored database. */
export type AfterRestore = (databaseUrl: string) => Promise<void>;

/**
 * Gives a restored log an identity of its own, because others may have read past its end. What was restored with it belongs
 * to it as it stands, figures and flows; what was published to topics does not, and its readers begin again.
 */
export const beginNewHistory = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'taizhang restore' });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('es.log') is not null and to_regclass('flow.progress') is not null as there`,
    );
    if (rows[0]?.there !== true) return; // a database nobody has used yet
    await client.query('begin');
    const { rows: logs } = await client.query<{ log_id: string }>('select log_id from es.log for update');
    const before = logs[0]?.log_id;
    const { rows: renewed } = await client.query<{ log_id: string }>(
      'update es.log set log_id = gen_random_uuid(), opened_at = clock_timestamp() returning log_id',
    );
    const now = renewed[0]?.log_id;
    await client.query(`update ledger.checkpoint set log_id = $1 where log_id = $2 and partition = ''`, [now, before]);
    await client.query('update flow.progress set log_id = $1 where log_id = $2', [now, before]);
    // Whoever held a role of the old database does not hold it here.
    await client.query('update relay.lease set until = clock_timestamp()');
    await client.query('commit');
  } finally {
    await client.end();
  }
};
