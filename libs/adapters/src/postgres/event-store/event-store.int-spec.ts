import { entry, item, newEvent } from '../../../../../test/contracts/append-items.js';
import { eventStoreContract } from '../../../../../test/contracts/event-store.contract.js';
import { freshStore } from '../../../../../test/support/event-store-database.js';
import { openEventStore } from './index.js';

describe('the event store on PostgreSQL', () => {
  eventStoreContract(async () => {
    const { url, drop } = await freshStore();
    const { store, feed, close } = await openEventStore(url);
    return { store, feed, close: async () => void (await close(), await drop()) };
  });

  it.each([
    ['a day there is not', newEvent({ occurredOn: '2023-02-30' }), 'invalid date'],
    ['an id that is none', newEvent({ correlationId: 'one' }), 'invalid uuid'],
    ['a number out of range', newEvent({ schemaVersion: 2 ** 31 }), 'invalid integer'],
    ['a letter no text holds', newEvent({ recordedBy: 'clerk\0' }), 'invalid byte sequence'],
  ])('refuses %s, and nothing that was to travel with it', async (_, wrong, reason) => {
    const { url, drop } = await freshStore();
    const { store, feed, close } = await openEventStore(url);
    const items = [item(), item({ entries: [entry({ events: [wrong] })] }), item()];
    const answers = await Promise.allSettled(items.map((each) => store.append(each)));
    expect(answers).toMatchObject([
      { value: { outcome: 'appended' } },
      { reason: { message: expect.stringContaining(reason) as string } },
      { value: { outcome: 'appended' } },
    ]);
    expect((await feed.read(0, 10)).events).toHaveLength(2);
    await close();
    await drop();
  });
});
