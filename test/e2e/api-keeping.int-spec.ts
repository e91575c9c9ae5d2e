import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { careForBackups } from '#adapters/postgres/backup/backup-care.js';
import { drillsOf, recordDrill } from '#adapters/postgres/backup/drills.js';
import { systemClock } from '#adapters/system/clock.js';
import { Registry } from '#application/registry.js';
import { Projector } from '#application/run-view.js';
import { POISON, poisoned } from '../support/poisoned.js';
import { ApiWorld, type Person, matter } from './api-world.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-drills-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fee = (receiptNo: string) => ({ receiptNo, amount: '10.00', paidOn: '2023-05-01' });

describe('what becomes of events', () => {
  let world: ApiWorld;
  let streamId: string;
  /** Reads as code that chokes on the poison does. */
  let sick: Projector;
  beforeAll(async () => {
    world = await ApiWorld.open();
    streamId = randomUUID();
    await world.command('accept-matter', streamId, matter('K-1'));
    await world.command('pay-fee', streamId, fee(POISON));
    const { store, feed, projections, calendar } = world.platform;
    sick = new Projector({ store, feed, projections, calendar, registry: new Registry([poisoned]) });
  });
  afterAll(() => world.close());
  const get = async (path: string, as: Person = 'keeper') => (await world.call('GET', path, { as })).body;

  it('is told reader by reader: how far each is, and for how long it has been behind', async () => {
    const before = (await get('/v1/feeds')).readers;
    expect(before.map(({ reader, used }: { reader: string; used: boolean }) => `${reader} ${used}`)).toEqual([
      ...['figures true', 'relay false', 'flows false', 'chain true', 'look-chain true'],
    ]);
    expect(before[0]).toMatchObject({ position: 0, head: 2, partitions: [] });
    expect(before[0].lag).toBeGreaterThan(0);
    await sick.catchUp();
    expect((await get('/v1/feeds')).readers[0]).toMatchObject({ position: 2, head: 2, lag: 0 });
    await world.platform.flowProgress.position();
    await world.platform.chain.step();
    const [, , flows, chain] = (await get('/v1/feeds')).readers;
    expect([flows, chain]).toMatchObject([
      { used: true, position: 2, lag: 0 },
      { position: 2, head: 2, lag: 0 },
    ]);
  });

  it('a record that was set aside is told with its reason, and is read again where somebody asks', async () => {
    const { parked } = await get('/v1/parked');
    expect(parked).toEqual([
      expect.objectContaining({ streamId, position: 2, type: 'notary.FeePaid', event: 'notary.FeePaid', version: 2 }),
    ]);
    expect(parked[0].reason).toContain('cannot read this receipt');
    for (const path of ['/v1/parked', '/v1/feeds', '/v1/backups'])
      expect([path, (await world.call('GET', path)).status]).toEqual([path, 403]);
    const retry = () => world.call('POST', `/v1/parked/${streamId}/retry`, { as: 'keeper' });
    expect((await retry()).body).toEqual({ takenUp: true });
    expect((await get('/v1/parked')).parked).toEqual([]);
    expect((await retry()).status).toBe(404);
  });

  it('what a flow was refused is told with the event that caused it', async () => {
    const item = { flow: 'when-a-then-b', eventId: randomUUID(), command: 'notary.PayFee', streamId: randomUUID() };
    await world.platform.flowProgress.moveTo(2, [{ ...item, position: 1, code: 'illegal-step' }]);
    expect((await get('/v1/feeds')).refused).toEqual([
      expect.objectContaining({
        flow: 'when-a-then-b',
        position: 1,
        event: 'notary.MatterAccepted',
        reason: '当前状态不允许此步骤',
      }),
    ]);
  });

  it('a process that looks after no backups says so', async () => {
    expect(await get('/v1/backups')).toEqual({ status: 'off', underWay: null, drills: [] });
    expect((await world.call('POST', '/v1/backups/drill', { as: 'keeper' })).status).toBe(404);
  });
});

it('a record that still cannot be read stays aside, and the reason is answered', async () => {
  const world = await ApiWorld.open([poisoned]);
  try {
    const streamId = randomUUID();
    await world.command('accept-matter', streamId, matter('K-1'));
    await world.command('pay-fee', streamId, fee(POISON));
    await world.platform.projector.catchUp();
    const { body } = await world.call('POST', `/v1/parked/${streamId}/retry`, { as: 'keeper' });
    expect(body).toEqual({ takenUp: false, reason: expect.stringContaining('cannot read this receipt') });
    expect((await world.call('GET', '/v1/parked', { as: 'keeper' })).body.parked).toHaveLength(1);
  } finally {
    await world.close();
  }
});

it('a drill is begun where somebody asks, one thing at a time, and what came of it is told', async () => {
  const series = { folder, name: 'series' };
  mkdirSync(join(folder, series.name));
  const { now: since } = systemClock.now();
  const record = async () => ({ since, lastBackup: since, lastDrill: (await drillsOf(series)).at(-1)?.at });
  let end: () => void = () => undefined;
  const drill = async () => {
    await new Promise<void>((resolve) => (end = resolve));
    const found = { base: 'b1', head: 9, events: 9, seconds: 1.5 };
    await recordDrill(series, { at: systemClock.now().now, ok: false, ...found, problems: ['figures differ'] });
  };
  const care = careForBackups({
    ...{ clock: systemClock, hour: 2, record, log: () => undefined },
    work: { backup: () => Promise.resolve(), drill },
  });
  const backups = {
    ...{ record, drills: () => drillsOf(series), underWay: care.underWay, begin: care.ask },
  };
  const world = await ApiWorld.open(undefined, { backups });
  const ask = (method: 'GET' | 'POST', path = '') => world.call(method, `/v1/backups${path}`, { as: 'keeper' });
  try {
    expect((await ask('GET')).body).toMatchObject({ status: 'good', lastDrill: null, underWay: null, drills: [] });
    const begun = await ask('POST', '/drill');
    expect([begun.status, begun.body]).toEqual([202, { underWay: 'drill' }]);
    expect((await ask('GET')).body.underWay).toBe('drill');
    const again = await ask('POST', '/backup');
    expect([again.status, again.body.code]).toEqual([409, 'backup-under-way']);
    expect((await ask('POST', '/restore')).status).toBe(400);
    end();
    await care.settled();
    expect((await ask('GET')).body).toMatchObject({
      ...{ underWay: null, drills: [{ ok: false, head: 9, problems: ['figures differ'] }] },
    });
  } finally {
    await world.close();
  }
});
