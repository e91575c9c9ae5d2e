import { sqlOf } from '../sql-folder.js';

/** Creates the event store in the client's database, within the transaction the client is in. */
export const applyEventStoreSchema = async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
  for (const sql of [...sqlOf('event-store'), ...sqlOf('append')]) await client.query(sql);
};
