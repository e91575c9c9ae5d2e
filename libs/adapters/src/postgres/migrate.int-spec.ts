import pg from 'pg';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/services.js';
import { createDataSource } from './data-source.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';

describe('migrating', () => {
  let database: FreshDatabase;
  beforeEach(async () => (database = await freshDatabase()));
  afterEach(() => database.drop());

  it('brings an empty database up to date once, however many processes start together', async () => {
    const runs = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
    const names = migrations.map(({ name }) => name);
    expect(runs.filter((run) => run.length > 0)).toEqual([names]);
    expect(await migrate(database.url)).toEqual([]);
  });

  it('leaves tables as the entities describe them', async () => {
    await migrate(database.url);
    const dataSource = await createDataSource(database.url).initialize();
    try {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      const ofColumns = upQueries.filter(({ query }) => /"office".*COLUMN|CREATE TABLE/.test(query));
      expect(ofColumns.map(({ query }) => query)).toEqual([]);
    } finally {
      await dataSource.destroy();
    }
  });

  it('lets the application role record people and offices, and change nothing it should not', async () => {
    await migrate(database.url);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query('set role taizhang_app');
      for (const allowed of [
        'select * from office',
        'select * from calendar_year',
        'select * from people.person',
        'delete from people_keys.person_key',
        `update people.person set fields = '{}'`,
      ]) {
        await client.query(allowed);
      }
      for (const refused of [
        'delete from office',
        'update calendar_year set version = 2',
        'delete from people.person',
        `update people.person set bureau = '1'`,
        `update people_keys.person_key set wrapped_key = ''`,
        'create table people.mine ()',
      ]) {
        await expect(client.query(refused)).rejects.toThrow(/permission denied/);
      }
    } finally {
      await client.end();
    }
  });

  it('has no way back', async () => {
    for (const Step of migrations) await expect(new Step().down()).rejects.toThrow(/no way back/);
  });
});
