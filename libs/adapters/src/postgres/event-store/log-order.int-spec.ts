import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { item, someId } from '../../../../../test/contracts/append-items.js';
import { type TestStore, freshStore } from '../../../../../test/support/event-store-database.js';
import { atMost } from '../../../../../test/support/marks.js';
import { APPEND_SQL, appendValues, pack } from './append-statement.js';
import { type OpenEventStore, openEventStore } from './index.js';

/** Reads on from the highest position seen, over and over, until the writers are done and nothing more comes. */
const follow = async (
  read: (after: number) => Promise<readonly number[]>,
  writers: Promise<unknown>,
): Promise<number[]> => {
  const seen: number[] = [];
  let writing = true;
  void writers.finally(() => (writing = false));
  for (let more = true; more || writing;) {
    const last = !writing;
    const found = await read(seen.at(-1) ?? 0);
    seen.push(...found);
    more = !last || found.length > 0;
  }
  return seen;
};

const inTransaction = async (
  url: string,
  rounds: number,
  write: (client: pg.Client) => Promise<unknown>,
): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let round = 0; round < rounds; round += 1) {
    await client.query('begin');
    await write(client);
    if (round % 3 === 0) await pause(Math.random() * 8); // some transactions stay open for a while
    await client.query(round % 10 === 9 ? 'rollback' : 'commit');
  }
  await client.end();
};

const positions = ({ rows }: pg.QueryResult<{ position: string }>): number[] => rows.map((row) => Number(row.position));

describe('the order of the log', () => {
  let database: TestStore;
  let reader: pg.Client;
  const stores: OpenEventStore[] = [];
  beforeAll(async () => {
    database = await freshStore();
    reader = new pg.Client({ connectionString: database.url });
    await reader.connect();
    for (let process = 0; process < 3; process += 1) stores.push(await openEventStore(database.url, 4));
  });
  afterAll(async () => {
    await reader.end();
    await Promise.all(stores.map(({ close }) => close()));
    await database.drop();
  });

  it('is the order in which events become visible: a reader of positions misses none', async () => {
    const slow = Array.from({ length: 4 }, () =>
      inTransaction(database.url, 60, (client) => client.query(APPEND_SQL, appendValues([pack(item())], false))),
    );
    const quick = stores.flatMap(({ store }) =>
      Array.from({ length: 4 }, async () => {
        for (let round = 0; round < 60; round += 1) await store.append(item());
      }),
    );
    const writers = Promise.all([...slow, ...quick]);
    const [seen, fed] = await Promise.all([
      follow(
        async (after) =>
          positions(await reader.query('select position from es.event where position > $1 order by 1', [after])),
        writers,
      ),
      follow(
        async (after) =>
          (await (stores[0] as OpenEventStore).feed.read(after, 50)).events.map((event) => event.position),
        writers,
      ),
    ]);
    const all = positions(await reader.query('select position from es.event order by position'));
    expect(all).toHaveLength(4 * 54 + 12 * 60);
    expect(seen).toEqual(all);
    expect(fed).toEqual(all);
  });

  it('would not be so without the lock: the same reader over a plain sequence loses events without a word', async () => {
    await reader.query('create table naive (position bigserial primary key, at timestamptz default now())');
    const writers = Promise.all(
      Array.from({ length: 8 }, () =>
        inTransaction(database.url, 80, (client) => client.query('insert into naive default values')),
      ),
    );
    const seen = await follow(
      async (after) =>
        positions(await reader.query('select position from naive where position > $1 order by 1', [after])),
      writers,
    );
    const all = positions(await reader.query('select position from naive order by position'));
    expect(all).toHaveLength(8 * 72);
    expect(seen.length).toBeLessThan(all.length);
  });

  it('lets one of fifty writers win, whichever process they belong to', async () => {
    const streamId = someId();
    const rounds = 20;
    for (let expectedVersion = 0; expectedVersion < rounds; expectedVersion += 1) {
      const tries = Array.from({ length: 50 }, (_, at) =>
        (stores[at % stores.length] as OpenEventStore).store.append(item({ streamId, expectedVersion })),
      );
      const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(49);
    }
    const { events } = (await (stores[0] as OpenEventStore).store.load(streamId)) ?? { events: [] };
    expect(events.map((event) => event.version)).toEqual(Array.from({ length: rounds }, (_, at) => at + 1));
  });

  it('is kept where one transaction reads an old snapshot: such an append is refused', async () => {
    await database.owner.query('begin isolation level repeatable read');
    const refused = database.owner.query(APPEND_SQL, appendValues([pack(item())], false));
    await expect(refused).rejects.toThrow('READ COMMITTED');
    await database.owner.query('rollback');
  });

  it('tells a reader of an event that another process appended', async () => {
    const [here, there] = stores as [OpenEventStore, OpenEventStore];
    await atMost(2_000, async () => {
      const head = await here.feed.head();
      const begun = performance.now();
      const waiting = here.feed.wait(head, 5_000);
      await there.store.append(item());
      await waiting;
      expect(await here.feed.head()).toBeGreaterThan(head);
      return performance.now() - begun;
    });
  });
});
