import { eventStoreContract } from '../../../../../test/contracts/event-store.contract.js';
import { freshStore } from '../../../../../test/support/event-store-database.js';
import { openEventStore } from './index.js';

describe('the event store on PostgreSQL', () => {
  eventStoreContract(async () => {
    const { url, drop } = await freshStore();
    const { store, feed, close } = await openEventStore(url);
    return { store, feed, close: async () => void (await close(), await drop()) };
  });
});
