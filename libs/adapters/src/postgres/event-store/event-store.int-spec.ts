import pg from 'pg';
import { eventStoreContract } from '../../../../../test/contracts/event-store.contract.js';
import { freshDatabase } from '../../../../../test/support/services.js';
import { applyEventStoreSchema, openEventStore } from './index.js';

describe('the event store on PostgreSQL', () => {
  eventStoreContract(async () => {
    const database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await applyEventStoreSchema(client);
    await client.end();
    const { store, feed, close } = await openEventStore(database.url);
    return { store, feed, close: async () => void (await close(), await database.drop()) };
  });
});
