import { Schedule } from '#application/run-schedule.js';
import { OFFICES, World } from '../../../test/support/world.js';
import type { DataOfEvent } from './domain/events/index.js';
import { examples, person } from './domain/examples.js';
import { reconsideration } from './index.js';

const applied = examples['reconsideration.ReconsiderationApplied'];
const accepted = examples['reconsideration.ReconsiderationAccepted'];
const evidence = [{ docKind: '文书', docNo: '1' }];

const worldOn = (day: string): World => {
  const world = new World([reconsideration]);
  world.now = new Date(`${day}T10:00:00+08:00`);
  return world;
};
const apply = (world: World, key: string, data: Partial<DataOfEvent<'reconsideration.ReconsiderationApplied'>> = {}) =>
  world.send('reconsideration.ReceiveApplication', key, { ...applied, ...data });
const accept = (world: World, key: string, acceptanceNo = accepted.acceptanceNo) =>
  world.send('reconsideration.AcceptReconsideration', key, { ...accepted, acceptanceNo }, { evidence });

describe('one act and one applicant', () => {
  it('are taken up once: a second application is known by its act, a repeated one by its day', async () => {
    const world = worldOn('2024-06-01');
    await apply(world, 'a');
    await accept(world, 'a');
    expect((await world.refused('reconsideration.ReceiveApplication', 'b', applied)).code).toBe(
      'reconsideration.application-exists',
    );
    await apply(world, 'b', { receivedOn: '2024-03-05' });
    const again = { ...accepted, acceptanceNo: '〔2024〕县政复字第2号' };
    expect((await world.refused('reconsideration.AcceptReconsideration', 'b', again, { evidence })).code).toBe(
      'reconsideration.already-accepted',
    );
  });

  it('are not taken up again after a withdrawal, unless that was against the will of the applicant', async () => {
    const world = worldOn('2024-06-01');
    await apply(world, 'a');
    await accept(world, 'a');
    const withdrawn = {
      decidedOn: '2024-03-12',
      outcome: 'terminated',
      terminationGround: 'withdrawn',
      docNo: '县政复终〔2024〕1号',
      correctedAct: false,
      withdrawnAfterSettlement: true,
    };
    await world.send('reconsideration.ConcludeReconsideration', 'a', withdrawn, { evidence });
    await apply(world, 'b', { receivedOn: '2024-03-20' });
    const again = { ...accepted, acceptedOn: '2024-03-22', acceptanceNo: '〔2024〕县政复字第2号' };
    expect((await world.refused('reconsideration.AcceptReconsideration', 'b', again, { evidence })).code).toBe(
      'reconsideration.already-accepted',
    );
    const shown = { ...again, withdrawalAgainstWill: true };
    await world.send('reconsideration.AcceptReconsideration', 'b', shown, { evidence, approvedBy: 'head' });
  });

  it('leave others their own way, but not their number', async () => {
    const world = worldOn('2024-06-01');
    await apply(world, 'a');
    await accept(world, 'a');
    await apply(world, 'b', { applicants: [{ kind: 'citizen', personRef: person('another') }] });
    expect((await world.refused('reconsideration.AcceptReconsideration', 'b', accepted, { evidence })).code).toBe(
      'reconsideration.number-taken',
    );
    await accept(world, 'b', '〔2024〕县政复字第2号');
  });
});

it('an application nobody answered is deemed accepted by the system, the day after its five working days', async () => {
  const world = worldOn('2024-03-01');
  await apply(world, 'a');
  await world.projector.catchUp();
  const { registry, ledger, offices, handler, clock } = world;
  const schedule = new Schedule({ registry, ledger, offices, handler, clock });
  world.now = new Date('2024-03-08T23:00:00+08:00');
  expect(await schedule.step()).toBe(0);
  world.now = new Date('2024-03-09T00:30:00+08:00');
  expect(await schedule.step()).toBe(1);
  await world.projector.catchUp();
  expect(await schedule.step()).toBe(0);
  const [event] = world.store.eventsAfter(0, 10).filter(({ type }) => type === 'reconsideration.DeemedAccepted');
  expect(event).toMatchObject({ occurredOn: '2024-03-09', source: 'SYSTEM', office: OFFICES[0] });
  expect(await world.figures('2024', ['AR-02'])).toEqual({ 'AR-02': '1' });
});
