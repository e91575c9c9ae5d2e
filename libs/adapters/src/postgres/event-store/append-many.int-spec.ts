import type { AppendItem } from '#application/ports/event-store.js';
import { entry, item, someId } from '../../../../../test/contracts/append-items.js';
import { type TestStore, freshStore } from '../../../../../test/support/event-store-database.js';
import { openEventStore } from './index.js';

const STREAM = ['streamId', 'streamType', 'bureau', 'owner', 'expected', 'version', 'last', 'hold', 'release'] as const;

describe('the append function of processes older than es.append', () => {
  let database: TestStore;
  let opened: Awaited<ReturnType<typeof openEventStore>>;
  beforeAll(async () => {
    database = await freshStore();
    opened = await openEventStore(database.url);
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });

  /** Asks as they did: records by their columns, and payloads beside the events. */
  const appendMany = async (items: readonly AppendItem[], atomic: boolean): Promise<readonly unknown[]> => {
    let last = 0;
    const streams = items.map(({ entries, expectedVersion, ...one }) => {
      const count = entries.flatMap(({ events }) => events).length;
      const row = { ...one, expected: expectedVersion, version: expectedVersion + count, last: (last += count) };
      return STREAM.map((column) => row[column]);
    });
    let place = 0;
    const commands: unknown[][] = [];
    const events: unknown[][] = [];
    const payloads: unknown[] = [];
    for (const { streamId, expectedVersion, entries } of items) {
      let version = expectedVersion;
      for (const { commandId, requestHash, events: sent } of entries) {
        for (const one of sent) {
          version += 1;
          const { eventId, correlationId, schemaVersion, occurredOn, type, office, recordedBy, source, data } = one;
          const ids = [streamId, version, eventId, commandId, correlationId, one.causationId ?? null];
          const what = [schemaVersion, occurredOn, type, office, recordedBy, one.approvedBy ?? null, source];
          events.push([...ids, ...what, one.evidence ?? null]);
          payloads.push(data);
        }
        const ids = sent.map(({ eventId }) => eventId);
        commands.push([commandId, requestHash, streamId, version, (place += sent.length), ids]);
      }
    }
    const records = (rows: readonly unknown[][], type: string): string =>
      `array[${rows.map((row) => `row(${row.map(literal).join(',')})`).join(',')}]::${type}[]`;
    const { rows } = await database.owner.query<Record<string, unknown>>(
      `select * from es.append_many(${records(streams, 'es.new_stream')}, ${records(commands, 'es.new_command')},
         ${records(events, 'es.new_event')}, ${literal(payloads)}, ${String(atomic)}) order by ord`,
    );
    return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
  };
  const literal = (value: unknown): string => {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return `'{${value.join(',')}}'`;
    return database.owner.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
  };

  it('appends, and answers each stream with version and position', async () => {
    const [one, two] = [item({ entries: [entry(), entry()] }), item()];
    const [first, second] = (await appendMany([one, two], false)) as [{ position: string }, { position: string }];
    expect(first).toEqual({ ord: 1, outcome: 'appended', version: 2, position: first.position });
    expect(second).toEqual({ ord: 2, outcome: 'appended', version: 1, position: String(Number(first.position) + 1) });
    const stored = await opened.store.load(one.streamId);
    expect(stored?.events.map(({ position }) => position)).toEqual([
      Number(first.position) - 1,
      Number(first.position),
    ]);
    expect(stored?.events).toMatchObject(one.entries.flatMap(({ events }) => events));
    expect(await opened.store.append(two)).toMatchObject({ outcome: 'repeated', command: { version: 1 } });
  });

  it('says what was refused as it did: a repeat with its receipt, a stale version, a key somebody holds', async () => {
    const [held, before] = [item({ hold: ['case:held'] }), item({ entries: [entry()] })];
    await opened.store.appendMany([held, before], true);
    const receipt = await opened.store.findCommand(before.entries[0]?.commandId ?? '');
    const [stale, taking, fresh] = [item({ expectedVersion: 4 }), item({ hold: ['case:held'] }), item()];
    const [repeated, ...others] = await appendMany([before, stale, taking, fresh], false);
    expect(repeated).toEqual({
      ...{ ord: 1, outcome: 'repeated', version: 1, position: String(receipt?.position) },
      ...{ command_id: receipt?.commandId, request_hash: receipt?.requestHash },
      ...{ stream_id: before.streamId, event_ids: receipt?.eventIds },
    });
    expect(others).toEqual([
      { ord: 2, outcome: 'conflict', version: 0 },
      { ord: 3, outcome: 'held', key: 'case:held', holder: held.streamId },
      { ord: 4, outcome: 'appended', version: 1, position: String(Number(receipt?.position) + 4) },
    ]);
  });

  it('appends nothing where all or none is wanted and one is refused', async () => {
    const fresh = item();
    expect(await appendMany([fresh, item({ streamId: someId(), expectedVersion: 9 })], true)).toEqual([
      { ord: 1, outcome: 'abandoned' },
      { ord: 2, outcome: 'conflict', version: 0 },
    ]);
    expect(await opened.store.load(fresh.streamId)).toBeUndefined();
  });
});
