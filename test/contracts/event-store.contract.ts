import { appendContract } from './event-store/append.contract.js';
import { batchContract } from './event-store/batch.contract.js';
import { feedContract } from './event-store/feed.contract.js';
import type { StoreUnderTest } from './event-store/under-test.js';

/** What every event store promises, in memory and on PostgreSQL alike. `open` gives an empty store. */
export const eventStoreContract = (open: () => Promise<StoreUnderTest>): void => {
  let opened: StoreUnderTest;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  appendContract(() => opened);
  batchContract(() => opened);
  feedContract(() => opened);
};
