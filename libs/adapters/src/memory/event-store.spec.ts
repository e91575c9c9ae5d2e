import { eventStoreContract } from '../../../../test/contracts/event-store.contract.js';
import { item, someId } from '../../../../test/contracts/append-items.js';
import { MemoryEventStore } from './event-store.js';
import { MemoryFeed } from './feed.js';

const clock = { now: () => ({ now: '2024-01-02T03:04:05.006Z', today: '2024-01-02' }) };

describe('the event store in memory', () => {
  eventStoreContract(async () => {
    const store = new MemoryEventStore(clock);
    return { store, feed: new MemoryFeed(store, someId()), close: async () => undefined };
  });

  it('takes the recording time from the clock it is given', async () => {
    const store = new MemoryEventStore(clock);
    const one = item();
    await store.append(one);
    expect((await store.load(one.streamId))?.events[0]?.recordedAt).toBe('2024-01-02T03:04:05.006Z');
  });

  it('lets no reader change what another one sees', async () => {
    const store = new MemoryEventStore(clock);
    const one = item();
    await store.append(one);
    const read = async (): Promise<{ thing: string }> =>
      (await store.load(one.streamId))?.events[0]?.data as { thing: string };
    (await read()).thing = 'changed';
    expect((await read()).thing).toBe('one');
  });
});
