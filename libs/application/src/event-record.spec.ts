import { World } from '../../../test/support/world.js';
import { notary } from '../../../test/support/notary.js';
import { uuidV5 } from '#kernel/ids.js';
import { UnreadableRecord, lifted, readRecord, recordOf, topicOf } from './event-record.js';
import type { RecordedEvent } from './kernel.js';
import type { DeliveredRecord } from './ports/topics.js';

const recorded = async (): Promise<{ world: World; event: RecordedEvent }> => {
  const world = new World([notary]);
  const data = { personRef: uuidV5('p'), matterNo: '公证1号', kind: 'will', acceptedOn: '2023-04-01' };
  await world.send('notary.AcceptMatter', 'one', data);
  return { world, event: world.store.eventsAfter(0, 1)[0] as RecordedEvent };
};
const place = { follows: 0, life: 3 };
const delivered = (event: RecordedEvent, more: object = {}): DeliveredRecord => ({
  offset: 7,
  publishedAt: 0,
  ...recordOf(event, 'log', place),
  ...more,
});

it('an event is read from its record as it was written, but for who recorded it', async () => {
  const { event } = await recorded();
  const {
    recordedAt: _at,
    recordedBy: _by,
    source: _from,
    owner: _owner,
    commandId: _c,
    correlationId: _r,
    ...folded
  } = event;
  expect(readRecord(delivered(event))).toEqual({ event: folded, ...place });
});

it('a record is a CloudEvent, keyed by the owning office, and names nobody', async () => {
  const { event } = await recorded();
  const { key, headers, value } = recordOf(event, 'log', place);
  expect(key).toBe(event.owner);
  expect(headers).toMatchObject({
    ce_specversion: '1.0',
    ce_id: event.eventId,
    ce_source: '/logs/log',
    ce_type: 'notary.MatterAccepted.v1',
    ce_subject: event.streamId,
    ce_sequence: '0000000001',
  });
  expect(JSON.parse(value)).toEqual(event.data);
  expect(JSON.stringify(headers)).not.toContain(event.recordedBy);
  expect(topicOf('taizhang', 'notary')).toBe('taizhang.notary.v1');
});

it.each([
  ['no position', { headers: { ce_type: 'notary.MatterAccepted.v1' } }],
  ['a payload that is no object', { value: '3' }],
  ['a payload that is no JSON', { value: '{' }],
  ['no payload', { value: null }],
])('a record with %s is unreadable, and says where', async (_, more) => {
  const { event } = await recorded();
  expect(() => readRecord(delivered(event, more))).toThrow(UnreadableRecord);
  expect(() => readRecord(delivered(event, more))).toThrow('offset 7');
});

it('an event that cannot be lifted goes out as it was stored', async () => {
  const { world, event } = await recorded();
  const strange = { ...event, schemaVersion: 99 };
  expect(lifted(world.registry, strange)).toEqual(strange);
  expect(lifted(world.registry, event)).toBe(event);
});
