import { LEDGER_VIEW, takeUpParked } from '#application/project-slice.js';
import { UnfoldableEvent } from '#application/post-facts.js';
import type { ParkedStreams, PartitionedProjections } from '#application/ports/ledger.js';
import { StaleCheckpoint } from '#application/ports/ledger.js';
import { Registry } from '#application/registry.js';
import { Projector } from '#application/run-view.js';
import { rebuild } from '#adapters/postgres/ledger/rebuild.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { uuidV5 } from '#kernel/ids.js';
import { FactPoster } from '#application/post-facts.js';
import { notary } from '../support/notary.js';
import { POISON, poisoned } from '../support/poisoned.js';
import { type FreshDatabase, freshDatabase } from '../support/services.js';
import { BUREAU, OFFICES, World } from '../support/world.js';

const fee = (receiptNo: string) => ({ receiptNo, amount: '10', paidOn: '2023-05-01' });
const matter = (matterNo: string) => ({
  personRef: uuidV5('p', matterNo),
  matterNo,
  kind: 'will',
  acceptedOn: '2023-04-01',
});
const codes = ['NT-01', 'NT-06'];
const streamId = (name: string) => uuidV5('stream', name);

/** What holds of a poison event in whatever store. */
const story = async (
  world: World,
  projections: PartitionedProjections & ParkedStreams,
  ports: { readonly sick: Projector; readonly well: Registry },
  figures: () => Promise<object>,
  watermark: () => Promise<{ position: number; head: number; parked: number }>,
): Promise<void> => {
  const { sick, well } = ports;
  const { store } = world;
  const sickRegistry = new Registry([poisoned]);
  await sick.catchUp();
  expect(await watermark()).toMatchObject({ parked: 1, position: (await watermark()).head });
  // The other stream goes on; the one set aside stands as before its poison.
  expect(await figures()).toEqual({ 'NT-01': '2', 'NT-06': '20' });
  const [parked] = await projections.list(LEDGER_VIEW);
  expect(parked).toMatchObject({ streamId: streamId('one'), version: 3, type: 'notary.FeePaid' });
  expect(parked?.reason).toContain('cannot read this receipt');

  const calendar = () => world.calendar();
  const again = (registry: Registry) =>
    takeUpParked({ store, registry, calendar, parked: projections }, streamId('one'));
  await expect(again(sickRegistry)).rejects.toThrow(UnfoldableEvent);
  expect(await watermark()).toMatchObject({ parked: 1 });
  expect(await again(well)).toBe(true);
  expect(await again(well)).toBe(false);
  expect(await watermark()).toMatchObject({ parked: 0 });
  expect(await figures()).toEqual({ 'NT-01': '2', 'NT-06': '40' });

  // Whoever thought it was still set aside, and passed over an event of it, must look again.
  const position = (await watermark()).position;
  const nothing = { streams: [], postings: [], registers: new Map(), duties: new Map() };
  await expect(
    projections.apply({ view: LEDGER_VIEW, after: position, position, ...nothing, passedOver: [streamId('one')] }),
  ).rejects.toThrow(StaleCheckpoint);
};

const record = async (world: World): Promise<void> => {
  await world.send('notary.AcceptMatter', 'one', matter('one'));
  await world.send('notary.AcceptMatter', 'two', matter('two'));
  await world.send('notary.PayFee', 'one', fee('a'));
  await world.send('notary.PayFee', 'one', fee(POISON));
  await world.send('notary.PayFee', 'two', fee('b'));
  await world.send('notary.PayFee', 'one', fee('c'));
};

describe('an event that cannot be folded', () => {
  it('sets its own stream aside and no other, in memory', async () => {
    const world = new World([notary]);
    await record(world);
    const { store, feed, ledger } = world;
    const registry = new Registry([poisoned]);
    const sick = new Projector({ store, feed, projections: ledger, registry, calendar: () => world.calendar() }, 2);
    await story(
      world,
      ledger,
      { sick, well: world.registry },
      () => world.figures('2023', codes),
      () => ledger.watermark(),
    );
  });

  describe('in PostgreSQL', () => {
    let database: FreshDatabase;
    beforeAll(async () => {
      database = await freshDatabase();
    });
    afterAll(() => database.drop());

    it('sets its own stream aside and no other, also when everything is rebuilt', async () => {
      const platform = await openPlatform({ databaseUrl: database.url, lines: [notary] });
      const { store, feed, projections, ledger, pool, handler, registry } = platform;
      try {
        const world = new World([notary]);
        await platform.offices.save([...world.offices.all()]);
        const real = Object.assign(Object.create(world) as World, { store, handler });
        await record(real);
        const calendar = () => world.calendar();
        const sickRegistry = new Registry([poisoned]);
        const sick = new Projector({ store, feed, projections, registry: sickRegistry, calendar }, 2);
        const figures = async () => {
          const reading = { bureau: BUREAU, offices: [BUREAU, ...OFFICES] };
          const [matters, fees] = await ledger.sums(reading, [
            { measure: 'notary.accepted', mode: 'flow', from: '2023-01-01', to: '2023-12-31' },
            { measure: 'notary.fees', mode: 'flow', from: '2023-01-01', to: '2023-12-31' },
          ]);
          return { 'NT-01': String(Number(matters)), 'NT-06': String(Number(fees)) };
        };
        await sick.catchUp();
        const done = await rebuild(pool, {
          measures: [...registry.measures.values()],
          fold: (sink, history) => new FactPoster(sickRegistry, calendar(), history, sink),
          catchUp: (into) =>
            new Projector({ store, feed, projections: into, registry: sickRegistry, calendar }).catchUp(),
        });
        expect(done).toMatchObject({ differences: [], parked: [{ streamId: streamId('one') }] });
        await story(real, projections, { sick, well: registry }, figures, () => ledger.watermark());
      } finally {
        await platform.close();
      }
    });
  });
});
