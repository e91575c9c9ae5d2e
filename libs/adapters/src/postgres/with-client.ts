import pg from 'pg';

/** Works on one connection of its own, which is ended whatever comes of it. */
export const withClient = async <Answer>(
  url: string,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the query at hand says so
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
