import fc from 'fast-check';
import { type Impact, type ImpactPorts, impactOfPending, impactOfRecorded } from '#application/impact/impact.js';
import { eventOfCommand, eventOfRequest } from '#application/impact/pending-event.js';
import { periodsMoved } from '#application/impact/periods-moved.js';
import type { StoredDefinition } from '#application/own-definition.js';
import type { Posting } from '#application/ports/ledger.js';
import { withBelow } from '#application/sealing/freeze-figures.js';
import { evaluateOver } from '#application/evaluate-indicators.js';
import type { Command } from '#kernel/command.js';
import { uuidV5 } from '#kernel/ids.js';
import { type Period, fiscalYear } from '#kernel/period.js';
import { Rejected } from '#kernel/reject.js';
import { YEAR, accept, close2022, sealingWorld } from '../support/sealing-world.js';
import { BUREAU, OFFICES, type World, head } from '../support/world.js';

const EVERY = [BUREAU, ...OFFICES];

const portsOf = (world: World): ImpactPorts => ({
  ...world,
  calendar: () => world.calendar(),
  projections: world.ledger,
  reach: async () => {
    await world.projector.catchUp();
    return (await world.ledger.watermark()).position;
  },
});

const preview = (world: World, command: Command): Promise<Impact> =>
  impactOfPending(portsOf(world), command.streamId, EVERY, (stored) => eventOfCommand(portsOf(world), command, stored));

const settling = async (world: World, type: 'RequestCorrection' | 'RequestVoid', name: string, data: object) => {
  const { eventIds } = await world.send(`notary.${type}`, name, { ...data, reason: 'entry-error' });
  return world.command('notary.ApproveCorrection', name, { requestId: eventIds[0] }, { principal: head });
};

const moves = ({ figures }: Impact, indicator: string, office: string = BUREAU) =>
  figures
    .filter((item) => item.indicator === indicator && item.office === office)
    .map(({ period: { from, to }, before, after }) => [`${from}..${to}`, before.value, after.value]);

describe('before a correction is approved, what it moves is shown', () => {
  const corrected = async () => {
    const world = sealingWorld();
    const { eventIds } = await accept(world, 'matter', '2022-12-31');
    const { seal } = await close2022(world);
    const patch = { eventId: eventIds[0], patch: { acceptedOn: '2023-02-01' } };
    return { world, seal, approval: await settling(world, 'RequestCorrection', 'matter', patch), patch };
  };

  it('figure by figure, office by office, with the periods it leaves and enters', async () => {
    const { world, approval } = await corrected();
    const impact = await preview(world, approval);
    expect(impact.event).toMatchObject({ type: 'notary.RecordCorrected', streamId: approval.streamId });
    expect(moves(impact, 'NT-01')).toEqual([
      ['2022-01-01..2022-12-31', '1', '0'],
      ['2022-10-01..2022-12-31', '1', '0'],
      ['2022-12-01..2022-12-31', '1', '0'],
      ['2023-01-01..2023-12-31', '0', '1'],
      ['2023-01-01..2023-03-31', '0', '1'],
      ['2023-02-01..2023-02-28', '0', '1'],
    ]);
    expect(moves(impact, 'NT-01', OFFICES[0])).toEqual(moves(impact, 'NT-01'));
    expect(moves(impact, 'NT-01', OFFICES[1])).toEqual([]);
    // Open at the end of the year and of January no longer; from February on as before.
    expect(moves(impact, 'NT-03').map(([period]) => period)).toEqual([
      '2022-01-01..2022-12-31',
      '2022-10-01..2022-12-31',
      '2022-12-01..2022-12-31',
      '2023-01-01..2023-01-31',
    ]);
  });

  it('with the seal whose figures are restated, which itself stays', async () => {
    const { world, seal, approval } = await corrected();
    const { seals } = await preview(world, approval);
    expect(seals).toContainEqual(
      expect.objectContaining({
        ...{ hash: seal.hash, number: 1, line: 'notary', office: BUREAU, indicator: 'NT-01', period: YEAR },
        reported: { office: BUREAU, value: '1', printed: '1' },
        before: { value: '1', printed: '1' },
        after: { value: '0', printed: '0' },
      }),
    );
    expect(new Set(seals.map(({ office }) => office))).toEqual(new Set([BUREAU, OFFICES[0]]));
  });

  it('with the deadline that gets another day, and the one that goes with a void', async () => {
    const { world, approval, patch } = await corrected();
    const { duties } = await preview(world, approval);
    expect(duties).toHaveLength(1);
    expect(duties[0]?.before?.dueOn).not.toBe(duties[0]?.after?.dueOn);
    const gone = world.command('notary.RequestVoid', 'matter', { eventIds: [patch.eventId], reason: 'entry-error' });
    expect((await preview(world, gone)).duties).toEqual([{ ...duties[0], after: null }]);
  });

  it('the same for who asks, who looks at what was asked, and who approves; and nothing is left behind', async () => {
    const { world, approval, patch } = await corrected();
    const head = await world.feed.head();
    const asking = world.command('notary.RequestCorrection', 'matter', { ...patch, reason: 'entry-error' });
    const { requestId } = approval.data as { requestId: string };
    const asked = await impactOfPending(portsOf(world), approval.streamId, EVERY, (stored) =>
      stored === undefined ? undefined : eventOfRequest(portsOf(world), stored, requestId),
    );
    const unplaced = ({ postings, ...rest }: Impact) => ({
      ...rest,
      postings: postings.map(({ position: _, ...posting }) => posting),
    });
    const approved = unplaced(await preview(world, approval));
    expect(unplaced(await preview(world, asking))).toEqual(approved);
    expect(unplaced(asked)).toEqual(approved);
    expect(await world.feed.head()).toBe(head);
    await world.handler.handle(approval);
    await world.projector.catchUp();
    expect(await world.figures('2023', ['NT-01'])).toEqual({ 'NT-01': '1' });
  });

  it('and what may not be approved is refused as at the front door', async () => {
    const { world, approval } = await corrected();
    const refusal = (command: Command) =>
      preview(world, command).then(
        () => 'shown',
        (error: unknown) => (error instanceof Rejected ? error.rejection.code : error),
      );
    expect(await refusal({ ...approval, principal: { ...head, name: 'clerk' } })).toBe('same-person');
    await world.handler.handle(approval);
    expect(await refusal(approval)).toBe('request-settled');
    const none = world.command(
      'notary.ApproveCorrection',
      'matter',
      { requestId: uuidV5('none') },
      { principal: head },
    );
    expect(await refusal(none)).toBe('request-not-found');
  });

  it('to the offices asked for and no others', async () => {
    const { world, approval } = await corrected();
    const ports = portsOf(world);
    const there = (offices: readonly string[]) =>
      impactOfPending(ports, approval.streamId, offices, (stored) => eventOfCommand(ports, approval, stored));
    expect(new Set((await there([OFFICES[0]])).figures.map(({ office }) => office))).toEqual(new Set([OFFICES[0]]));
    expect(await there([OFFICES[1]])).toMatchObject({ figures: [], seals: [], postings: [], duties: [] });
  });
});

it('an ordinary command and a repeat of it: what it would move, and nothing', async () => {
  const world = sealingWorld();
  await accept(world, 'matter', '2023-03-03');
  const paying = (name: string) =>
    world.command('notary.PayFee', 'matter', { receiptNo: name, amount: '12.50', paidOn: '2023-03-04' });
  const impact = await preview(world, paying('1'));
  expect(impact.event?.type).toBe('notary.FeePaid');
  expect(moves(impact, 'NT-06')).toContainEqual(['2023-03-01..2023-03-31', '0', '12.5']);
  await world.handler.handle(paying('1'));
  expect(await preview(world, paying('1'))).toMatchObject({ event: null, figures: [], postings: [] });
});

it('looks at no period before the first date and none that has not begun', () => {
  const posting = (on: string, cohort: string | null = null) => ({ on, cohort }) as Posting;
  const names = (...[postings, today]: Parameters<typeof periodsMoved>) =>
    periodsMoved(postings, today).map(({ scheme, from }) => `${scheme} ${from}`);
  expect(names([], '2023-05-05')).toEqual([]);
  expect(names([posting('2023-12-01')], '2023-12-31')).toEqual([
    'FISCAL_YEAR 2023-01-01',
    'QUARTER 2023-10-01',
    'MONTH 2023-12-01',
    'STAT_YEAR_DEC_NOV 2023-12-01',
  ]);
  expect(names([posting('2023-12-31', '2023-11-30')], '2023-12-31')).toContain('MONTH 2023-11-01');
});

/** A step of a random history: which matter, where, when, what. */
const steps = fc.array(
  fc.record({
    matter: fc.integer({ min: 0, max: 4 }),
    office: fc.constantFrom(...OFFICES),
    day: fc.integer({ min: -40, max: 420 }),
    what: fc.constantFrom('accept', 'accept', 'move', 'pay', 'issue', 'void', 'correct', 'elsewhere'),
    which: fc.nat(),
  }),
  { minLength: 4, maxLength: 25 },
);
type Step = typeof steps extends fc.Arbitrary<readonly (infer Item)[]> ? Item : never;

const dayOf = (offset: number): string => new Date(Date.UTC(2022, 0, 1 + offset)).toISOString().slice(0, 10);

/** The command of a step; for a correction or void the approval of what was asked before. Undefined where rules refuse it. */
const commandOf = async (
  world: World,
  { matter, office, day, what, which }: Step,
  nth: string,
): Promise<Command | undefined> => {
  const name = `matter-${matter}`;
  const on = dayOf(day);
  const own = (await world.store.load(uuidV5('stream', name)))?.events.filter(
    ({ type }) => !type.includes('.Record') && !type.includes('.Correction'),
  );
  const event = own?.[which % own.length];
  // One person of each two matters, so that persons are counted once over several cases.
  const matterOf = { personRef: uuidV5('person', String(matter % 2)), matterNo: name, kind: 'will', acceptedOn: on };
  const field = Object.keys(event?.data ?? {}).find((key) => /(accepted|moved|paid|issued)On/.test(key)) ?? 'x';
  switch (what) {
    case 'accept':
      return world.command('notary.AcceptMatter', name, matterOf, { office });
    case 'move':
      return world.command('notary.MoveMatter', name, { toOffice: OFFICES[(matter + 1) % 3], movedOn: on }, { office });
    case 'pay':
      return world.command('notary.PayFee', name, { receiptNo: nth, amount: `${matter}.25`, paidOn: on }, { office });
    case 'issue':
      return world.command('notary.IssueCertificate', name, { certificateNo: name, issuedOn: on }, { office });
    case 'void':
      return settling(world, 'RequestVoid', name, { eventIds: [event?.eventId] });
    case 'correct':
      return settling(world, 'RequestCorrection', name, { eventId: event?.eventId, patch: { [field]: on } });
    case 'elsewhere':
      return settling(world, 'RequestCorrection', name, { eventId: event?.eventId, patch: {}, office });
  }
};

const unlessRefused = async <Value>(tried: Promise<Value>): Promise<Value | undefined> =>
  tried.catch((error: unknown) => {
    if (error instanceof Rejected) return undefined;
    throw error;
  });

/** A figure of one's own that begins anew wherever a fee was paid last, to see baselines move. */
const own: StoredDefinition = {
  ...{ kind: 'indicator', id: 1, version: 1, bureau: BUREAU, definedBy: 'head', title: '累计' },
  definedAt: '2024-01-01T00:00:00.000Z',
  body: {
    ...{ code: 'OWN-since', kind: 'FLOW_COUNT', unit: '件', decimals: 0 },
    versions: [{ from: '2006-03-01', value: { cumulative: ['notary.accepted'], baseline: 'notary.fees' } }],
  },
};

/** Every figure there is, of every office, over every period up to today: what the preview is held against. */
const everyFigure = async (world: World): Promise<ReadonlyMap<string, string>> => {
  await world.projector.catchUp();
  const periods: readonly Period[] = periodsMoved([{ on: '2021-11-01', cohort: null } as Posting], '2024-03-01');
  const asked = [...world.registry.indicators.keys()];
  const found = new Map<string, string>();
  for (const office of EVERY) {
    const reading = { bureau: BUREAU, offices: withBelow(world.offices, BUREAU, office) };
    const values = await evaluateOver(world.ledger, world.registry, reading, periods.map((period) => ({ period, asked }))); // prettier-ignore
    for (const [at, period] of periods.entries())
      for (const { code, value, numerator, denominator } of values[at] ?? [])
        found.set(`${code} ${office} ${period.scheme} ${period.from}`, JSON.stringify([value, numerator, denominator]));
  }
  return found;
};

const shown = ({ figures }: Impact, which: 'before' | 'after'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    figures.map(({ indicator, office, period: { scheme, from }, [which]: { value, numerator, denominator } }) => [
      `${indicator} ${office} ${scheme} ${from}`,
      JSON.stringify([value, numerator, denominator]),
    ]),
  );

describe('whatever is recorded', () => {
  it('moves exactly what was shown before: every figure, seal and duty, and no other', async () => {
    let figuresMoved = 0;
    let sealsMoved = 0;
    await fc.assert(
      fc.asyncProperty(steps, steps, async (before, after) => {
        const world = sealingWorld();
        world.registry.adopt([own], 0);
        for (const [at, step] of before.entries()) {
          const command = await unlessRefused(commandOf(world, step, `b${at}`));
          if (command !== undefined) await unlessRefused(world.handler.handle(command));
        }
        const { seal } = await close2022(world);
        let was = await everyFigure(world);
        for (const [at, step] of after.entries()) {
          const command = await unlessRefused(commandOf(world, step, `a${at}`));
          const impact = command === undefined ? undefined : await unlessRefused(preview(world, command));
          if (command === undefined || impact === undefined) continue;
          const { position } = await world.handler.handle(command);
          const is = await everyFigure(world);
          const moved = [...is].filter(([figure, value]) => was.get(figure) !== value);
          expect(shown(impact, 'after')).toEqual(Object.fromEntries(moved));
          expect(shown(impact, 'before')).toEqual(
            Object.fromEntries(moved.map(([figure]) => [figure, was.get(figure)])),
          );
          const restated = impact.seals.map(({ indicator, office, after: { value } }) => [indicator, office, value]);
          const ofYear = impact.figures.filter(
            ({ indicator, period }) =>
              period.from === fiscalYear(2022).from &&
              period.to === YEAR.to &&
              seal.figures.some((figure) => figure.indicator === indicator),
          );
          expect(restated.sort()).toEqual(
            ofYear.map(({ indicator, office, after: { value } }) => [indicator, office, value]).sort(),
          );
          // And what it moved can be asked for afterwards.
          const event = (await world.feed.read(position - 1, 1)).events[0];
          if (event === undefined) throw new Error('no event');
          const later = await impactOfRecorded(portsOf(world), event, EVERY);
          const { figures, seals, duties } = impact;
          if (impact.event !== null) expect(later).toMatchObject({ figures, seals, duties });
          figuresMoved += moved.length;
          sealsMoved += restated.length;
          was = is;
        }
      }),
      { numRuns: 25, seed: 11 },
    );
    expect(figuresMoved).toBeGreaterThan(1000);
    expect(sealsMoved).toBeGreaterThan(100);
  });
});
