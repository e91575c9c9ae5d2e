import pg from 'pg';
import { freshDatabase } from './services.js';

describe('fresh databases', () => {
  it('are empty, separate, durable, and gone after drop', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
    expect(one.url).not.toBe(two.url);
    const client = new pg.Client({ connectionString: one.url });
    await client.connect();
    const { rows } = await client.query('show fsync');
    expect(rows).toEqual([{ fsync: 'on' }]);
    await client.end();
    await one.drop();
    await two.drop();
    const gone = new pg.Client({ connectionString: one.url });
    await expect(gone.connect()).rejects.toThrow(/does not exist/);
  });
});
