import { canonicalJson } from '#kernel/canonical.js';
import { exact } from '#kernel/money.js';
import type { Receipt } from '#kernel/command.js';
import { corrections } from '#lines/corrections/index.js';
import { caseFile, commandsFor } from '../../../test/support/played-case.js';
import { World, head } from '../../../test/support/world.js';
import { WorkingDayCalendar } from './kernel.js';
import type { Posting } from './ports/ledger.js';
import { play } from './simulate.js';
import { type NetPosting, foldSlowly } from './slow-fold.js';

const calendar = new WorkingDayCalendar(
  [2022, 2023, 2024].map((year) => ({ year, version: 1, source: 'test', daysOff: [], daysWorked: [] })),
);

/** A world that keeps what its projector posts. */
const watched = (): { world: World; posted: Posting[] } => {
  const posted: Posting[] = [];
  const world = new World([corrections], {
    projections: (port) => ({
      checkpoint: (view) => port.checkpoint(view),
      parkedAmong: (view, ids) => port.parkedAmong(view, ids),
      loadStreams: (view, ids) => port.loadStreams(view, ids),
      apply: (batch) => {
        posted.push(...batch.postings);
        return port.apply(batch);
      },
    }),
  });
  return { world, posted };
};

/** The projector's postings of some streams, added up as the slow fold adds them up. */
const net = (posted: readonly Posting[]): readonly string[] => {
  const sums = new Map<string, { row: Omit<NetPosting, 'amount'>; amount: ReturnType<typeof exact> }>();
  for (const { measure, measureVersion, office, on, cohort, splits, person, factKey, amount, streamId } of posted) {
    const row = { measure, measureVersion, office, on, cohort, splits, person, factKey };
    const key = canonicalJson({ ...row, streamId });
    sums.set(key, { row, amount: (sums.get(key)?.amount ?? exact(0)).plus(amount) });
  }
  return [...sums.values()]
    .filter(({ amount }) => !amount.isZero())
    .map(({ row, amount }) => canonicalJson({ ...row, amount: amount.toFixed() }))
    .sort();
};

const slow = async (world: World, streamIds: Iterable<string>): Promise<readonly string[]> => {
  const stored = await world.store.loadMany([...streamIds]);
  return [...stored.values()]
    .flatMap((stream) => foldSlowly(world.registry, calendar, stream))
    .map((row) => canonicalJson(row))
    .sort();
};

it('comes to the same rows as the projector, over a year with corrections, voids and late entries', async () => {
  const { world, posted } = watched();
  const commands = await commandsFor(await caseFile('taojiang-2023-corrections'), world);
  await play(commands, world.handler);
  await world.projector.catchUp();
  const received = commands.filter(({ type }) => type === 'corrections.ReceiveSubject');
  const approve = async (streamId: string, type: string, data: object): Promise<Receipt> => {
    const asked = await world.handler.handle({ ...world.command(type, '', data), streamId });
    const approval = world.command(
      'corrections.ApproveCorrection',
      '',
      { requestId: asked.eventIds[0] },
      { principal: head },
    );
    return world.handler.handle({ ...approval, streamId });
  };
  for (const [index, { streamId, office }] of received.slice(0, 30).entries()) {
    const events = (await world.store.load(streamId))?.events ?? [];
    const find = (type: string) => events.find((event) => event.type === `corrections.${type}`);
    const intake = find('SubjectReceived');
    const visit = find('VisitConducted');
    if (index % 3 === 0)
      await approve(streamId, 'corrections.RequestCorrection', {
        eventId: intake?.eventId,
        patch: { offenceClass: 'other' },
        office: '43092202',
        reason: 'entry-error',
      });
    if (index % 3 === 1 && visit !== undefined)
      await approve(streamId, 'corrections.RequestVoid', { eventIds: [visit.eventId], reason: 'entered-twice' });
    if (index % 3 === 2) {
      const data = { givenOn: intake?.occurredOn, kind: 'counselling', beneficiaryCount: 2 };
      await world.handler.handle({ ...world.command('corrections.GiveAssistance', '', data, { office }), streamId });
    }
  }
  await world.projector.catchUp();
  const all = new Set(commands.map(({ streamId }) => streamId));
  const expected = await slow(world, all);
  expect(expected.length).toBeGreaterThan(10_000);
  expect(net(posted)).toEqual(expected);
});

it('sees a posting too many, one too few and one in the wrong office', async () => {
  const { world, posted } = watched();
  const commands = (await commandsFor(await caseFile('taojiang-2023-corrections'), world)).slice(0, 600);
  await play(commands, world.handler);
  await world.projector.catchUp();
  const expected = await slow(world, new Set(commands.map(({ streamId }) => streamId)));
  const [first, ...rest] = posted as [Posting, ...Posting[]];
  expect(net(posted)).toEqual(expected);
  expect(net([...posted, first])).not.toEqual(expected);
  expect(net(rest)).not.toEqual(expected);
  expect(net([{ ...first, office: '43092203' }, ...rest])).not.toEqual(expected);
});
