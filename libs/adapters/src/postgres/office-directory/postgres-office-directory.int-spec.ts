import type { DataSource } from 'typeorm';
import { officeDirectoryContract } from '../../../../../test/contracts/office-directory.contract.js';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/services.js';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';
import { PostgresOfficeDirectory } from './postgres-office-directory.js';

let database: FreshDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  dataSource = await createDataSource(database.url).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

officeDirectoryContract('in PostgreSQL', async () => ({
  directory: await PostgresOfficeDirectory.open(dataSource),
  other: await PostgresOfficeDirectory.open(dataSource),
  close: async () => void (await dataSource.query('truncate office')),
}));
