import fc from 'fast-check';
import { MemoryLateEvents } from '#adapters/memory/late-events.js';
import { booksOf } from '#application/sealing/books.js';
import { lateEntries } from '#application/sealing/late-entries.js';
import { type RestatedFigure, restate } from '#application/sealing/restatement.js';
import type { RecordedSeal } from '#application/sealing/books.js';
import type { Expression } from '#application/indicator.js';
import type { StoredDefinition } from '#application/own-definition.js';
import { exact } from '#kernel/money.js';
import { uuidV5 } from '#kernel/ids.js';
import { Rejected } from '#kernel/reject.js';
import { sealHash } from '#kernel/seal.js';
import { BUREAU, OFFICES, type World, head } from '../support/world.js';
import { YEAR, accept, close2022, closing, director, sealPorts, sealingWorld } from '../support/sealing-world.js';

const restated = async (world: World, seal: RecordedSeal): Promise<readonly RestatedFigure[]> => {
  await world.projector.catchUp();
  const offices = [BUREAU, ...OFFICES];
  return restate(world, seal, { offices, asOf: await world.feed.head() });
};
const inbox = (world: World, after: number, limit = 100) =>
  lateEntries({ ...world, lateEvents: new MemoryLateEvents(world.store) }, closing(), { after, limit });
const issue = (world: World, name: string, issuedOn: string, office: string = OFFICES[0]) =>
  world.send('notary.IssueCertificate', name, { certificateNo: name, issuedOn }, { office });
const figureOf = (figures: readonly RestatedFigure[], code: string, office: string = BUREAU) =>
  figures.find((item) => item.indicator === code && item.office === office);

const own = (version: number, value: Expression, code = 'OWN-accepted'): StoredDefinition => ({
  kind: 'indicator',
  id: version,
  version,
  bureau: BUREAU,
  definedBy: 'head',
  definedAt: '2024-01-01T00:00:00.000Z',
  title: '本局受理',
  body: {
    code,
    kind: 'FLOW_COUNT',
    unit: '件',
    decimals: 0,
    versions: [{ from: '2006-03-01', value }],
  },
});
const accepted: Expression = { flow: 'notary.accepted' };
const wills: Expression = { ...accepted, where: { kind: 'will' } };

describe('after a seal, what is late', () => {
  it('is accepted, stands in the inbox and moves only the restated value', async () => {
    const world = sealingWorld();
    await accept(world, 'in-time', '2022-03-03');
    const { seal } = await close2022(world);
    await accept(world, 'late-first-day', '2022-01-01');
    await accept(world, 'late-last-day', '2022-12-31');
    await accept(world, 'day-before', '2021-12-31');
    await accept(world, 'day-after', '2023-01-01');
    const { entries } = await inbox(world, seal.position);
    expect(entries.map(({ event, kind }) => [event.occurredOn, kind])).toEqual([
      ['2022-01-01', 'late'],
      ['2022-12-31', 'late'],
    ]);
    const found = await restated(world, seal);
    const accepted = figureOf(found, 'NT-01');
    expect(accepted).toMatchObject({ reported: { value: '1' }, restated: { value: '3' }, delta: '2' });
    expect(accepted?.sides[0]?.causes.map(({ on, signed }) => [on, signed])).toEqual([
      ['2022-01-01', '1'],
      ['2022-12-31', '1'],
    ]);
    // The matter of the day before is in no flow of 2022, and open at its end.
    expect(figureOf(found, 'NT-03')).toMatchObject({ delta: '3', openingAdjustment: '3' });
    expect((await booksOf(sealPorts(world), closing())).seals).toEqual([seal]);
  });

  it('opens the next year with the restated stock', async () => {
    const world = sealingWorld();
    await accept(world, 'in-time', '2022-03-03');
    const { seal } = await close2022(world);
    await issue(world, 'in-time', '2022-12-30');
    const found = figureOf(await restated(world, seal), 'NT-03');
    expect(found).toMatchObject({ reported: { value: '1' }, restated: { value: '0' }, openingAdjustment: '-1' });
    expect(await world.figures('2023', ['NT-03'])).toEqual({ 'NT-03': '0' });
  });

  it('shows numerator and denominator of a rate apart', async () => {
    const world = sealingWorld();
    await accept(world, 'a', '2022-03-03');
    await accept(world, 'b', '2022-03-03');
    await issue(world, 'a', '2022-03-07');
    const { seal } = await close2022(world);
    await issue(world, 'b', '2022-11-11');
    const rate = figureOf(await restated(world, seal), 'NT-04');
    expect(rate).toMatchObject({ reported: { printed: '100.00%' }, restated: { printed: '50.00%' }, delta: '-50' });
    expect(rate?.sides.map(({ side, sealed, restated: now, causes }) => [side, sealed, now, causes.length])).toEqual([
      ['numerator', '1', '1', 0],
      ['denominator', '1', '2', 1],
    ]);
  });

  it('lists a correction that moves a business day into the year, or out of it, and a void', async () => {
    const world = sealingWorld();
    const ids: string[] = [];
    for (const [name, day] of [
      ['into', '2023-02-02'],
      ['out', '2022-02-02'],
      ['gone', '2022-01-01'],
      ['other', '2023-05-05'],
    ] as const)
      ids.push((await accept(world, name, day)).eventIds[0] as string);
    const { seal } = await close2022(world);
    const settle = async (name: string, type: string, data: object) => {
      const { eventIds } = await world.send(`notary.${type}`, name, { ...data, reason: 'entry-error' });
      await world.send('notary.ApproveCorrection', name, { requestId: eventIds[0] }, { principal: head });
    };
    await settle('into', 'RequestCorrection', { eventId: ids[0], patch: { acceptedOn: '2022-12-31' } });
    await settle('out', 'RequestCorrection', { eventId: ids[1], patch: { acceptedOn: '2023-01-01' } });
    await settle('gone', 'RequestVoid', { eventIds: [ids[2]] });
    await settle('other', 'RequestVoid', { eventIds: [ids[3]] });
    const { entries } = await inbox(world, seal.position);
    expect(entries.map(({ kind, changed }) => [kind, changed.map(({ before, after }) => [before, after])])).toEqual([
      ['correction', [['2023-02-02', '2022-12-31']]],
      ['correction', [['2022-02-02', '2023-01-01']]],
      ['correction', [['2022-01-01', undefined]]],
    ]);
    expect(figureOf(await restated(world, seal), 'NT-01')).toMatchObject({ delta: '-1' });
  });

  it('is given page by page, each entry once', async () => {
    const world = sealingWorld();
    const { seal } = await close2022(world);
    for (let at = 0; at < 5; at += 1) await accept(world, `late-${at}`, '2022-06-06');
    const days: number[] = [];
    for (let after: number | undefined = seal.position; after !== undefined;) {
      const page: Awaited<ReturnType<typeof inbox>> = await inbox(world, after, 2);
      days.push(...page.entries.map(({ event }) => event.position));
      after = page.next;
    }
    expect(days).toEqual([2, 3, 4, 5, 6]);
  });
});

describe('a softly closed period', () => {
  const softClose = async (world: World): Promise<void> => {
    const { streamId } = await booksOf(sealPorts(world), closing());
    const data = { softClosedOn: '2024-03-01', bureau: BUREAU, businessLine: 'notary', ...YEAR, approver: '王科长' };
    const command = world.command('reporting.SoftClosePeriod', 'x', data, { principal: director });
    await world.handler.handle({ ...command, streamId, office: BUREAU });
    await world.projector.catchUp();
  };
  const codesOf = async (asked: Promise<unknown>) =>
    asked.then(
      () => 'accepted',
      (error: unknown) => (error instanceof Rejected ? error.rejection.details.map(({ code }) => code) : error),
    );
  const matter = (name: string, acceptedOn: string) => ({
    personRef: uuidV5('person', name),
    matterNo: name,
    kind: 'will',
    acceptedOn,
  });
  const enter = (world: World, name: string, acceptedOn: string, approvedBy?: string) =>
    codesOf(
      world.send('notary.AcceptMatter', name, matter(name, acceptedOn), approvedBy === undefined ? {} : { approvedBy }),
    );

  it('takes an entry only with its approver, on its first day and its last, and asks nobody a day outside', async () => {
    const world = sealingWorld();
    await softClose(world);
    for (const day of ['2022-01-01', '2022-12-31'])
      expect(await enter(world, day, day)).toEqual(['period-soft-closed']);
    for (const day of ['2021-12-31', '2023-01-01']) expect(await enter(world, day, day)).toBe('accepted');
    expect(await enter(world, 'by-another', '2022-12-31', '李科长')).toEqual(['period-soft-closed']);
    expect(await enter(world, 'approved', '2022-12-31', '王科长')).toBe('accepted');
  });

  it('asks in a batch too, gives a repeat its first answer, and lets in what follows from an event', async () => {
    const world = sealingWorld();
    const before = world.command('notary.AcceptMatter', 'before', matter('before', '2022-05-05'));
    const first = await world.handler.handle(before);
    await softClose(world);
    expect(await world.handler.handle(before)).toEqual(first);
    const late = (name: string, more: object = {}) =>
      world.command('notary.AcceptMatter', name, matter(name, '2022-05-05'), more);
    const answers = await world.handler.handleMany(
      [late('late'), late('follows', { causationId: uuidV5('cause') }), before],
      false,
    );
    expect(answers.map((answer) => ('kind' in answer ? answer.code : 'accepted'))).toEqual([
      'approval-required',
      'accepted',
      'accepted',
    ]);
  });

  it('asks nobody once it is closed for good', async () => {
    const world = sealingWorld();
    await softClose(world);
    await close2022(world);
    await world.projector.catchUp();
    expect(await enter(world, 'late', '2022-12-31')).toBe('accepted');
  });
});

describe('a definition that changes after the seal', () => {
  it('leaves the sealed figure with its edition, and is told apart from late records', async () => {
    const world = sealingWorld();
    await accept(world, 'will', '2022-03-03');
    await accept(world, 'contract', '2022-03-03', { kind: 'contract' });
    world.registry.adopt([own(1, accepted)], 0);
    const { seal } = await close2022(world);
    const sealed = seal.figures.find(({ indicator }) => indicator === 'OWN-accepted');
    expect(sealed).toMatchObject({
      revision: 1,
      version: '2006-03-01',
      values: [{ office: BUREAU, value: '2' }, {}, {}, {}, {}],
    });
    expect(await restated(world, seal)).toEqual([]);
    await accept(world, 'late', '2022-04-04');
    world.registry.adopt([own(1, accepted), own(2, wills)], 0);
    const found = figureOf(await restated(world, seal), 'OWN-accepted');
    expect(found).toMatchObject({ reported: { value: '2' }, restated: { value: '2' } });
    expect(found?.definition?.sealed).toBe(sealed?.definition);
    expect(found?.sides[0]).toMatchObject({
      byRecords: '1',
      byDefinition: '-1',
      difference: '0',
      causes: [{ signed: '1' }],
    });
    expect((await booksOf(sealPorts(world), closing())).seals).toEqual([seal]);
  });

  it('that begins later keeps the earlier edition for the years before', async () => {
    const world = sealingWorld();
    await accept(world, 'contract', '2022-03-03', { kind: 'contract' });
    const next = own(2, wills);
    if (next.kind !== 'indicator') throw new Error('no indicator');
    const [version] = next.body.versions;
    if (version === undefined) throw new Error('no version');
    const later = { ...next, body: { ...next.body, versions: [{ ...version, from: '2023-01-01' }] } };
    world.registry.adopt([own(1, accepted), later], 0);
    await world.projector.catchUp();
    expect(await world.figures('2022', ['OWN-accepted'])).toEqual({ 'OWN-accepted': '1' });
    expect(await world.figures('2022-03-01..2023-03-01', ['OWN-accepted'])).toEqual({ 'OWN-accepted': '0' });
  });
});

/** A step of a random history: which matter, where, when, what. */
const steps = fc.array(
  fc.record({
    matter: fc.integer({ min: 0, max: 5 }),
    office: fc.constantFrom(...OFFICES),
    day: fc.integer({ min: -40, max: 420 }),
    what: fc.constantFrom('accept', 'move', 'pay', 'issue', 'void', 'correct'),
  }),
  { minLength: 1, maxLength: 25 },
);
type Step = typeof steps extends fc.Arbitrary<readonly (infer Item)[]> ? Item : never;

const dayOf = (offset: number): string => new Date(Date.UTC(2022, 0, 1 + offset)).toISOString().slice(0, 10);

/** Tries a step; what the rules refuse does not happen. */
const play = async (world: World, { matter, office, day, what }: Step, nth: string): Promise<void> => {
  const name = `matter-${matter}`;
  const on = dayOf(day);
  const last = async () =>
    (await world.store.load(uuidV5('stream', name)))?.events.findLast(
      ({ type }) => !type.includes('.Record') && !type.includes('.Correction'),
    );
  const settle = async (type: string, data: object): Promise<void> => {
    const { eventIds } = await world.send(`notary.${type}`, name, { ...data, reason: 'entry-error' });
    await world.send('notary.ApproveCorrection', name, { requestId: eventIds[0] }, { principal: head });
  };
  const act = async (): Promise<unknown> => {
    switch (what) {
      case 'accept':
        return world.send(
          'notary.AcceptMatter',
          name,
          {
            personRef: uuidV5('person', name),
            matterNo: name,
            kind: matter % 2 === 0 ? 'will' : 'contract',
            acceptedOn: on,
          },
          { office },
        );
      case 'move':
        return world.send('notary.MoveMatter', name, { toOffice: OFFICES[(matter + 1) % 3], movedOn: on }, { office });
      case 'pay':
        return world.send('notary.PayFee', name, { receiptNo: nth, amount: `${matter}.25`, paidOn: on }, { office });
      case 'issue':
        return issue(world, name, on, office);
      case 'void':
        return settle('RequestVoid', { eventIds: [(await last())?.eventId] });
      case 'correct': {
        const event = await last();
        const field = Object.keys(event?.data ?? {}).find((key) => /(accepted|moved|paid|issued)On/.test(key)) ?? 'x';
        return settle('RequestCorrection', { eventId: event?.eventId, patch: { [field]: on } });
      }
    }
  };
  await act().catch((error: unknown) => {
    if (!(error instanceof Rejected)) throw error;
  });
};

describe('whatever happens after a seal', () => {
  it('the seal stays as it was, and what is listed adds up to every difference', async () => {
    let differences = 0;
    await fc.assert(
      fc.asyncProperty(steps, steps, async (before, after) => {
        const world = sealingWorld();
        world.registry.adopt([own(1, { less: [accepted, { flow: 'notary.issued' }] }, 'OWN-net')], 0);
        for (const [at, step] of before.entries()) await play(world, step, `b${at}`);
        const { seal } = await close2022(world);
        for (const [at, step] of after.entries()) await play(world, step, `a${at}`);
        const found = await restated(world, seal);
        expect((await booksOf(sealPorts(world), closing())).seals).toEqual([seal]);
        expect(sealHash(seal)).toBe(seal.hash);
        for (const { sides, indicator, office } of found)
          for (const side of sides) {
            differences += 1;
            expect([indicator, office, side.byDefinition]).toEqual([indicator, office, '0']);
            expect(
              exact(side.sealed ?? 'NaN')
                .plus(side.difference ?? 'NaN')
                .toFixed(),
            ).toBe(side.restated);
            if (!side.additive) continue;
            const listed = side.causes.reduce((sum, { signed }) => sum.plus(signed), exact(0));
            expect([indicator, office, listed.toFixed()]).toEqual([indicator, office, side.difference]);
          }
        // What is not listed did not move.
        const codes = seal.figures.map(({ indicator }) => indicator);
        for (const office of [BUREAU, ...OFFICES]) {
          const offices = office === BUREAU ? [BUREAU, ...OFFICES] : [office];
          const now = await world.figures('2022', codes, { offices });
          for (const code of codes) {
            const value = seal.figures
              .find(({ indicator }) => indicator === code)
              ?.values.find((item) => item.office === office)?.value;
            if (figureOf(found, code, office) === undefined)
              expect([code, office, value ?? null]).toEqual([code, office, now[code]]);
          }
        }
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(differences).toBeGreaterThan(300);
  });
});
