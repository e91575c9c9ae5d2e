import { defineIndicator } from '#application/indicator.js';
import type { BalanceChange } from '#application/ports/ledger.js';
import type { Registry } from '#application/registry.js';
import { NotYet } from '../queries/freshness.js';
import type { Figures } from '../queries/read-figures.js';
import { type FigureReads, LiveFigures } from './live-figures.js';
import type { Sight } from './sight.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const indicator = (code: string, flow: string) =>
  defineIndicator({ code, kind: 'FLOW_COUNT', unit: '件', versions: [{ from: '2020-01-01', value: { flow } }] });
const indicators = [indicator('A-1', 'a.one'), indicator('A-2', 'a.two'), indicator('B-1', 'b.one')];
const registry = {
  indicators: new Map(indicators.map((one) => [one.code, one])),
  lines: ['a', 'b'].map((code) => ({
    code,
    indicators: indicators.filter((one) => one.code.startsWith(code.toUpperCase())),
  })),
} as unknown as Registry;

const change = (measure: string, month = '2023-05', office = 'o'): BalanceChange => ({
  ...{ position: 1, measure, bureau: 'b', office, month, amount: '1' },
});

const world = (missingOf: (code: string) => number = () => 0) => {
  const asked: string[] = [];
  const state = { fails: undefined as Error | undefined, underWay: 0, most: 0, takes: 0 };
  const reads: FigureReads = {
    registry,
    figures: async (_, period, codes, least) => {
      asked.push(`${period} ${codes.join(',')} ${least}`);
      state.most = Math.max(state.most, (state.underWay += 1));
      await new Promise((done) => (state.takes > 0 ? setTimeout(done, state.takes) : done(undefined)));
      state.underWay -= 1;
      if (state.fails !== undefined) throw state.fails;
      const values = codes.map((code) => ({ code, missing: missingOf(code) }));
      return { position: least, values } as unknown as Figures;
    },
    breakdown: async (_, code, period, least) => {
      asked.push(`by office ${code} ${period} ${least}`);
      return { code } as never;
    },
  };
  const live = new LiveFigures(reads, 500);
  const told: string[] = [];
  const sight = (more: Partial<Sight> = {}): Sight => ({
    caller: { name: 'x', roles: [], offices: ['o'] },
    scope: { bureau: 'b' },
    codes: ['A-1', 'A-2', 'B-1'],
    periods: ['2023', '2023-05'],
    sees: ({ office }: BalanceChange) => office === 'o',
    ...more,
  });
  const watch = (more: Partial<Sight> = {}, name = ''): (() => void) =>
    live.watch(sight(more), (event, data) => told.push(`${name}${event} ${data}`));
  const pass = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);
  return { live, asked, told, sight, watch, pass, state };
};

it('reads once for all who see the same, and tells each', async () => {
  const { live, asked, told, watch, pass } = world();
  watch({}, '1 ');
  watch({}, '2 ');
  watch({ codes: ['B-1'] }, '3 ');
  live.moved({ position: 7, changes: [change('a.one')] });
  await pass(0);
  // Nothing is known of line A yet, so its other figure is read once, too.
  expect(asked).toEqual(['2023 A-1 7', '2023-05 A-1 7', '2023 A-2 7', '2023-05 A-2 7']);
  expect(told.map((text) => text.slice(0, 9)).slice(0, 4)).toEqual([
    '1 figures',
    '2 figures',
    '1 figures',
    '2 figures',
  ]);
  expect(told).toHaveLength(8);
  expect(JSON.parse(told[0]?.slice(10) ?? '')).toMatchObject({ asked: '2023', position: 7, values: [{ code: 'A-1' }] });
});

it('reads what moves meanwhile together, half a second later', async () => {
  const { live, asked, watch, pass } = world();
  watch();
  live.moved({ position: 7, changes: [change('a.one')] });
  await pass(0);
  asked.length = 0;
  live.moved({ position: 8, changes: [change('a.two')] });
  live.moved({ position: 9, changes: [change('b.one')] });
  await pass(400);
  expect(asked).toEqual([]);
  await pass(200);
  expect(asked).toEqual(['2023 B-1,A-2 9', '2023-05 B-1,A-2 9']);
  await pass(2_000);
  expect(asked).toHaveLength(2);
});

it('reads nothing for what is out of scope, after the end of a period, or seen by nobody', async () => {
  const { live, asked, watch, pass } = world();
  const stop = watch();
  live.moved({ position: 7, changes: [change('a.one', '2023-05', 'theirs')] });
  live.moved({ position: 8, changes: [change('c.one')] });
  live.moved({ position: 9, changes: [change('a.one', '2024-01')] });
  await pass(0);
  expect(asked).toEqual([]);
  live.moved({ position: 10, changes: [change('a.one', '2023-06')] });
  await pass(0);
  expect(asked).toEqual(['2023 A-1 10', '2023 A-2 10']);
  stop();
  expect(live.size).toBe(0);
  live.moved({ position: 11, changes: [change('a.one')] });
  await pass(1_000);
  expect(asked).toHaveLength(2);
});

it('reads the other figures of a line once another month of it was reported', async () => {
  let missing = 3;
  const { live, asked, watch, pass } = world((code) => (code.startsWith('A') ? missing : 0));
  watch({ periods: ['2023'] });
  live.moved({ position: 7, changes: [change('a.one')] });
  await pass(500);
  live.moved({ position: 8, changes: [change('a.one')] });
  await pass(500);
  missing = 2;
  live.moved({ position: 9, changes: [change('a.one')] });
  await pass(500);
  expect(asked).toEqual(['2023 A-1 7', '2023 A-2 7', '2023 A-1 8', '2023 A-1 9', '2023 A-2 9']);
});

it('tells a figure by office when that one moved', async () => {
  const { live, asked, told, watch, pass } = world();
  watch({ byOffice: 'A-1' });
  live.moved({ position: 7, changes: [change('b.one')] });
  await pass(500);
  expect(asked.some((text) => text.startsWith('by office'))).toBe(false);
  live.moved({ position: 8, changes: [change('a.one')] });
  await pass(500);
  expect(asked).toContain('by office A-1 2023 8');
  expect(told).toContain('breakdown {"asked":"2023","code":"A-1"}');
});

it('asks again where the figures are behind, and has everything read anew where they cannot be read', async () => {
  const { live, asked, told, watch, pass, state } = world();
  watch({ periods: ['2023'] });
  state.fails = new NotYet(7, { position: 6, head: 7, lag: 0, stale: false, parked: 0 });
  live.moved({ position: 7, changes: [change('a.one')] });
  await pass(600);
  expect(told).toEqual([]);
  expect(asked).toEqual(['2023 A-1 7', '2023 A-1 7']);
  state.fails = new Error('broken');
  await pass(600);
  expect(told).toEqual(['resync {"position":7}']);
  state.fails = undefined;
  live.moved({ position: 8, changes: [change('a.one')] });
  await pass(600);
  expect(told.at(-1)).toContain('figures');
});

it('reads a few sights at once, and each of the others in its turn, with what moved until then', async () => {
  const { live, asked, watch, pass, state } = world();
  state.takes = 100;
  for (let year = 2000; year < 2010; year += 1) watch({ codes: ['B-1'], periods: [`${year}`] });
  live.moved({ position: 7, changes: [change('b.one', '1999-12')] });
  await pass(150);
  live.moved({ position: 8, changes: [change('b.one', '1999-12')] });
  await pass(200);
  expect(state.most).toBe(4);
  expect(asked.filter((text) => text.startsWith('2009'))).toEqual(['2009 B-1 8']);
  await pass(2_000);
  expect(new Set(asked.filter((text) => text.endsWith(' 8')).map((text) => text.slice(0, 4))).size).toBe(10);
});

it('lets a user keep twenty different sights, in as many streams as he likes', () => {
  const { live, sight, watch } = world();
  const stop = Array.from({ length: 20 }, (_, at) => watch({ periods: [`${2000 + at}`] }));
  const more = sight({ periods: ['2024'] });
  expect(() => live.admit(more)).toThrow('too-many-requests');
  live.admit(sight({ periods: ['2000'] }));
  live.admit({ ...more, caller: { name: 'y', roles: [], offices: ['o'] } });
  stop[3]?.();
  live.admit(more);
});
