import fc from 'fast-check';
import { type BalancePlace, balancesTopic, cellRecord, generationRecord } from '#application/balance-record.js';
import { UnreadableRecord } from '#application/event-record.js';
import { EVERY_OFFICE } from '#application/office-scope.js';
import type { BalanceCell, RollUpFigures, RollUpStore } from '#application/ports/balances.js';
import type { SumTerm } from '#application/ports/ledger.js';
import { BalancesCannotTell } from '#application/province-table.js';
import { RollUp } from '#application/roll-up.js';
import { uuidV5 } from '#kernel/ids.js';
import { PlainTopics } from '../support/plain-topics.js';

export interface RollUpWorld {
  readonly store: RollUpStore;
  readonly figures: RollUpFigures;
}

const [A, B] = [uuidV5('log', 'a'), uuidV5('log', 'b')];
const TOPIC = balancesTopic('test', 1);
const cell = (more: Partial<BalanceCell> = {}): BalanceCell => ({
  bureau: '430922',
  office: '430922001',
  measure: 'notary.issued',
  measureVersion: 1,
  unit: '件',
  month: '2023-05',
  cohortMonth: null,
  splits: '{}',
  amount: '1',
  ...more,
});
const flow: SumTerm = { measure: 'notary.issued', mode: 'flow', from: '2023-01-01', to: '2023-12-31' };
const place = (more: Partial<BalancePlace> = {}): BalancePlace => ({
  source: A,
  generation: 1,
  position: 10,
  life: 1,
  ...more,
});

/** What every place where figures are gathered must answer. Bureaus are put into partitions by their last digit. */
export const rollUpContract = (open: () => Promise<RollUpWorld>): void => {
  let world: RollUpWorld;
  let topics: PlainTopics;
  let rollUp: RollUp;
  beforeEach(async () => {
    world = await open();
    rollUp = new RollUp(world);
    topics = new PlainTopics();
    await topics.prepare([TOPIC]);
  });

  const handle: RollUp['handle'] = (batch, holding) => rollUp.handle(batch, holding);
  const tell = (at: BalancePlace, ...cells: readonly BalanceCell[]) =>
    topics.publish(
      cells.map((told) => ({ topic: TOPIC.name, partition: Number(told.bureau.at(-1)), ...cellRecord(told, at) })),
    );
  const state = (at: BalancePlace, complete: boolean, formerly: readonly string[] = []) =>
    topics.publish(
      Array.from({ length: TOPIC.partitions }, (_, partition) => ({
        topic: TOPIC.name,
        partition,
        ...generationRecord(at, { complete, formerly }),
      })),
    );
  const whole = async (at: BalancePlace, ...cells: readonly BalanceCell[]): Promise<void> => {
    await state(at, false);
    await tell(at, ...cells);
    await state(at, true);
  };
  const read = () => topics.deliverAll(handle, TOPIC.name);
  const sum = async (term: SumTerm = flow, bureau = '43'): Promise<string | undefined> =>
    (await world.figures.sums({ bureau, offices: [EVERY_OFFICE] }, [term]))[0];

  it('adds up the bureaus of several databases, by province, city and bureau', async () => {
    await whole(place(), cell({ amount: '1.25' }), cell({ bureau: '430923', amount: '2' }));
    await whole(
      place({ source: B }),
      cell({ bureau: '430181', amount: '40.75' }),
      cell({ bureau: '130306', amount: '9' }),
    );
    await read();
    const { figures } = world;
    expect(await figures.areas('', 2)).toEqual(['13', '43']);
    expect(await figures.areas('43', 6)).toEqual(['430181', '430922', '430923']);
    expect(Object.fromEntries(await figures.sumsByArea('', 2, [flow]))).toEqual({ 13: ['9'], 43: ['44'] });
    expect(Object.fromEntries(await figures.sumsByArea('43', 4, [flow]))).toEqual({ 4301: ['40.75'], 4309: ['3.25'] });
    expect(await figures.measures()).toEqual(['notary.issued']);
    expect(await figures.sources()).toEqual(
      [
        { source: A, bureaus: ['430922', '430923'], position: 10, awaited: false },
        { source: B, bureaus: ['130306', '430181'], position: 10, awaited: false },
      ].sort((a, b) => (a.source < b.source ? -1 : 1)),
    );
  });

  it('dates a flow by its months, a stock by all months to its end, a cohort by its class', async () => {
    const at = (month: string, amount: string, cohortMonth: string | null = null): BalanceCell =>
      cell({ month, amount, cohortMonth, splits: month < '2023-06' ? '{"kind":"will"}' : '{}' });
    await whole(place(), at('2022-12', '1'), at('2023-01', '10'), at('2023-12', '100'), at('2024-01', '1000'));
    await read();
    expect(await sum(flow)).toBe('110');
    expect(await sum({ ...flow, mode: 'stock' })).toBe('111');
    expect(await sum({ ...flow, where: { kind: 'will' } })).toBe('10');
    expect(await sum({ ...flow, from: '2023-01-01', to: '2023-01-31' })).toBe('10');
    await tell(
      place({ position: 11 }),
      at('2023-03', '5', '2023-02'),
      at('2023-03', '7', '2022-02'),
      at('2024-02', '9', '2023-02'),
    );
    await read();
    expect(await sum({ ...flow, mode: 'cohort' })).toBe('5');
  });

  it('refuses by name what balances cannot tell', async () => {
    await whole(place(), cell());
    await read();
    const refused = (term: Partial<SumTerm>) =>
      sum({ ...flow, ...term }).catch((error: BalancesCannotTell) => error.untold);
    expect(await refused({ to: '2023-12-06' })).toBe('part-months');
    expect(await refused({ from: '2023-01-02' })).toBe('part-months');
    expect(await refused({ mode: 'stock', to: '2023-12-06' })).toBe('part-months');
    expect(await refused({ mode: 'persons-flow' })).toBe('persons');
    expect(await refused({ alsoIn: 'notary.open' })).toBe('persons');
    await expect(
      world.figures.latestOn({ bureau: '43', offices: [EVERY_OFFICE] }, flow.measure, flow.to),
    ).rejects.toThrow(BalancesCannotTell);
    expect(
      await world.figures.latestOn({ bureau: '43', offices: [EVERY_OFFICE] }, 'notary.none', flow.to),
    ).toBeUndefined();
  });

  it('keeps to the last generation until all of the next one has come', async () => {
    await whole(place(), cell({ amount: '1' }), cell({ month: '2023-06', amount: '2' }));
    const next = place({ generation: 2, position: 20 });
    await state(next, false);
    await tell(next, cell({ amount: '100' }));
    await read();
    expect(await sum()).toBe('3');
    await tell(next, cell({ month: '2023-07', amount: '20' }));
    await state(next, true);
    await read();
    expect(await sum()).toBe('120');
    await tell(place({ position: 15 }), cell({ amount: '7' }));
    await read();
    expect(await sum()).toBe('120');
  });

  it('counts nothing of a database that has not told all, and says so', async () => {
    await state(place(), false);
    await tell(place(), cell());
    await read();
    expect(await sum()).toBe('0');
    expect((await world.figures.sources())[0]).toMatchObject({ source: A, awaited: true });
  });

  it('keeps the amount of the newest position, and at the same one the last that was told', async () => {
    await whole(place(), cell({ amount: '1' }));
    await tell(place({ position: 12 }), cell({ amount: '5' }));
    await read();
    await tell(place({ position: 11 }), cell({ amount: '3' }));
    await read();
    expect(await sum()).toBe('5');
    await tell(place({ position: 12 }), cell({ amount: '6' }));
    await read();
    expect(await sum()).toBe('6');
  });

  it('lets a log take the place of the one before it', async () => {
    await whole(place(), cell({ amount: '1' }));
    const after = place({ source: B, generation: 2, position: 4 });
    await state(after, false, [A]);
    await tell(after, cell({ amount: '2' }));
    await read();
    expect(await sum()).toBe('1');
    await state(after, true, [A]);
    await read();
    expect(await sum()).toBe('2');
    await tell(place({ position: 99 }), cell({ amount: '50' }));
    await read();
    expect(await sum()).toBe('2');
    expect(await world.figures.sources()).toHaveLength(1);
  });

  it('reads a topic that was lost from its beginning, also where it is longer by now than it was', async () => {
    await whole(place(), cell({ amount: '1' }));
    await read();
    topics.delete(TOPIC.name);
    await topics.prepare([TOPIC]);
    await whole(place({ life: 2, position: 20 }), cell({ amount: '8' }), cell({ month: '2023-08', amount: '4' }));
    // The broker goes on where the reader was, which is in the middle now.
    await topics.deliver(handle, TOPIC.name, 2, 3);
    expect(await sum()).toBe('12');
    topics.delete(TOPIC.name);
    await topics.prepare([TOPIC]);
    await tell(place({ source: B, position: 1 }), cell({ bureau: '430932', amount: '3' }));
    await topics.deliver(handle, TOPIC.name, 2, 0);
    await state(place({ source: B, position: 1 }), true);
    await read();
    expect(await sum()).toBe('15');
  });

  it('does not wait for records whose place newer ones took', async () => {
    await whole(place(), cell({ amount: '1' }));
    await read();
    for (const position of [11, 12, 13]) await tell(place({ position }), cell({ amount: String(position) }));
    topics.compact();
    await read();
    expect(await sum()).toBe('13');
    // A group that begins after what was read is sent back.
    await tell(place({ position: 14 }), cell({ amount: '14' }), cell({ month: '2023-09', amount: '100' }));
    rollUp = new RollUp(world);
    await topics.deliver(handle, TOPIC.name, 2, 7);
    expect(await sum()).toBe('114');
  });

  it('passes over what takes a key away and what it does not know, and stops at what it cannot read', async () => {
    const write = (value: string | null, type: string) =>
      topics.publish([{ topic: TOPIC.name, partition: 2, key: 'k', value, headers: { ce_type: type, ce_life: '1' } }]);
    await whole(place(), cell());
    await write(null, 'balances.Amount.v1');
    await write('{}', 'balances.Something.v1');
    await read();
    expect(await sum()).toBe('1');
    await write('{"source":"nobody"}', 'balances.Amount.v1');
    await expect(read()).rejects.toThrow(UnreadableRecord);
  });

  it('comes to the same table whatever is delivered twice, in whatever pieces, partition before or after partition', async () => {
    const told = fc.record({
      of: fc.integer({ min: 0, max: 3 }),
      month: fc.constantFrom('2023-01', '2023-02'),
      amount: fc.integer({ min: -999, max: 999 }).map((hundredths) => (hundredths / 100).toFixed(2)),
    });
    const bureaus = ['430922', '430923'];
    const delivery = fc.record({
      partition: fc.constantFrom(2, 3),
      from: fc.integer({ min: 0, max: 40 }),
      size: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(told, { maxLength: 25 }),
        fc.array(delivery, { maxLength: 8 }),
        async (amounts, deliveries) => {
          world = await open();
          rollUp = new RollUp(world);
          topics = new PlainTopics();
          await topics.prepare([TOPIC]);
          await state(place({ source: A }), true);
          await state(place({ source: B }), true);
          const newest = new Map<string, number>();
          for (const [at, { of, month, amount }] of amounts.entries()) {
            const source = of < 2 ? A : B;
            await tell(
              place({ source, position: 20 + at }),
              cell({ bureau: bureaus[of % 2] as string, month, amount }),
            );
            newest.set(`${of}|${month}`, Math.round(Number(amount) * 100));
          }
          for (const { partition, from, size } of deliveries)
            await topics.deliver(handle, TOPIC.name, partition, from, size);
          await read();
          const expected = [...newest.values()].reduce((total, hundredths) => total + hundredths, 0);
          expect(Math.round(Number(await sum()) * 100)).toBe(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
};
