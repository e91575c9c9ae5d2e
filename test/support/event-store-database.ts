import pg from 'pg';
import { freshDatabase } from './services.js';
import { applyEventStoreSchema } from '../../libs/adapters/src/postgres/event-store/schema.js';

export interface TestStore {
  readonly url: string;
  /** A client with the rights of the owner. */
  readonly owner: pg.Client;
  drop(): Promise<void>;
}

/** A database of its own with the schema in place. `prepare` runs before the schema. */
export const freshStore = async (prepare: (database: string) => readonly string[] = () => []): Promise<TestStore> => {
  const database = await freshDatabase();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  for (const sql of prepare(new URL(database.url).pathname.slice(1))) await owner.query(sql);
  await applyEventStoreSchema(owner);
  const drop = async (): Promise<void> => {
    await owner.end();
    await database.drop();
  };
  return { url: database.url, owner, drop };
};
