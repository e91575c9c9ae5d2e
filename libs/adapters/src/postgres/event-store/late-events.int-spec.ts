import type { LateEventsQuery } from '#application/ports/late-events.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { uuidV5 } from '#kernel/ids.js';
import { clerk } from '../../../../../test/support/world.js';
import { OFFICES, BUREAU, OFFICE, OTHER_BUREAU, OTHER_OFFICE, matter } from '../../../../../test/e2e/api-world.js';
import { notary } from '../../../../../test/support/notary.js';
import { freshDatabase } from '../../../../../test/support/services.js';

const asked: LateEventsQuery = {
  bureau: BUREAU,
  streamTypes: ['notary.matter'],
  recordTypes: ['notary.RecordVoided'],
  after: 1,
  from: '2022-01-01',
  to: '2022-12-31',
  limit: 100,
};

it('gives what was recorded after a position and is dated in the period, and every record event, of one bureau', async () => {
  const database = await freshDatabase();
  const platform = await openPlatform({ databaseUrl: database.url, lines: [notary] });
  const days = async (query: Partial<LateEventsQuery> = {}) =>
    (await platform.lateEvents.recordedAfter({ ...asked, ...query })).map(({ position, type }) => [position, type]);
  try {
    await platform.offices.save(OFFICES);
    const send = (type: string, name: string, data: object, office = OFFICE, by = 'clerk') =>
      platform.handler.handle({
        type: `notary.${type}`,
        streamId: uuidV5('stream', name),
        data,
        commandId: uuidV5('command', type, name, by),
        bureau: office.slice(0, 6),
        office,
        principal: { ...clerk, name: by, offices: [BUREAU, OTHER_BUREAU] },
        source: 'MANUAL',
        correlationId: uuidV5('correlation'),
      });
    const accept = (name: string, acceptedOn: string, office?: string) =>
      send('AcceptMatter', name, matter(name, { acceptedOn }), office);
    const { eventIds } = await accept('before-the-seal', '2022-06-06');
    await accept('day-before', '2021-12-31');
    await accept('first-day', '2022-01-01');
    await accept('last-day', '2022-12-31');
    await accept('day-after', '2023-01-01');
    await accept('of-others', '2022-06-06', OTHER_OFFICE);
    const request = await send('RequestVoid', 'before-the-seal', { eventIds, reason: 'did-not-happen' });
    await send('ApproveCorrection', 'before-the-seal', { requestId: request.eventIds[0] }, OFFICE, 'head');
    const accepted = 'notary.MatterAccepted';
    expect(await days()).toEqual([
      [3, accepted],
      [4, accepted],
      [8, 'notary.RecordVoided'],
    ]);
    expect(await days({ after: 3, limit: 1 })).toEqual([[4, accepted]]);
    expect(await days({ bureau: OTHER_BUREAU })).toEqual([[6, accepted]]);
    expect(await days({ streamTypes: ['other.stream'] })).toEqual([]);
  } finally {
    await platform.close();
    await database.drop();
  }
});
