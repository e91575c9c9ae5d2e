import { MemoryDrafts } from '#adapters/memory/drafts.js';
import { dateInShanghai } from '#kernel/dates.js';
import type { DraftKey } from './ports/drafts.js';
import type { Office } from './ports/office-directory.js';
import { type DraftSource, YearEnd } from './run-year-end.js';

const bureau = (code: string, more: Partial<Office> = {}): Office => ({
  code,
  parent: null,
  bureau: code,
  name: code,
  kind: 'bureau',
  validFrom: '2000-01-01',
  validTo: null,
  successor: null,
  ...more,
});

const DOCUMENTS = ['targets', 'self-evaluation'];

/** Three counties with two documents each; `broken` fail while they are in the list. */
const world = (at: string) => {
  const state = { now: new Date(at), made: [] as string[], broken: new Set<string>() };
  const clock = { now: () => ({ now: state.now.toISOString(), today: dateInShanghai(state.now) }) };
  const drafts = new MemoryDrafts(clock);
  const nameOf = ({ bureau: code, document }: DraftKey): string => `${code} ${document}`;
  const source: DraftSource = {
    wanted: async (code, year) => {
      if (state.broken.has(code)) throw new Error(`${code} cannot be listed`);
      return DOCUMENTS.map((document) => ({ year, bureau: code, subject: code, document }));
    },
    make: async (key) => {
      if (state.broken.has(nameOf(key))) throw new Error(`${nameOf(key)} cannot be made`);
      state.made.push(nameOf(key));
      return { title: '表', position: 1, files: { docx: Buffer.from('w'), xlsx: Buffer.from('x') } };
    },
  };
  const offices = {
    all: () => [
      bureau('430922'),
      bureau('430903'),
      bureau('430902', { kind: 'section' }),
      bureau('430901', { validTo: '2022-12-30' }),
      bureau('430904', { validTo: '2022-12-31' }),
    ],
  };
  const yearEnd = (): YearEnd => new YearEnd({ offices, drafts, source, clock });
  const run = async (): Promise<number> => {
    const running = yearEnd();
    let steps = 0;
    while ((await running.step()) !== undefined) steps += 1;
    return steps;
  };
  return { state, drafts, yearEnd, run };
};

const BEFORE = '2023-01-01T00:09:59.999+08:00';
const DUE = '2023-01-01T00:10:00+08:00';

it('does nothing for the year before ten past midnight, and everything from then on', async () => {
  const { state, drafts, run } = world(BEFORE);
  await run();
  expect(await drafts.list(2022)).toEqual([]);
  state.now = new Date(DUE);
  expect(await run()).toBe(3);
  expect((await drafts.list(2022)).map(({ bureau: code, document }) => `${code} ${document}`)).toEqual([
    '430903 self-evaluation',
    '430903 targets',
    '430904 self-evaluation',
    '430904 targets',
    '430922 self-evaluation',
    '430922 targets',
  ]);
});

it('makes no second draft, however often it runs', async () => {
  const { state, drafts, run, yearEnd } = world(DUE);
  await run();
  const first = await drafts.list(2022);
  expect(await run()).toBe(0);
  state.now = new Date('2023-01-02T08:00:00+08:00');
  expect(await run()).toBe(3);
  expect(state.made).toHaveLength(6);
  expect(await drafts.list(2022)).toEqual(first);
  expect(await yearEnd().progress()).toEqual({
    year: 2022,
    dueAt: '2022-12-31T16:10:00.000Z',
    bureaus: 3,
    done: 3,
    drafts: 6,
    failures: 0,
  });
});

it('catches up when it was down at the time', async () => {
  const { drafts, run } = world('2023-02-14T09:00:00+08:00');
  await run();
  expect(await drafts.list(2022)).toHaveLength(6);
});

it('goes on where a run was cut off', async () => {
  const { drafts, state, run, yearEnd } = world(DUE);
  expect(await yearEnd().step()).toEqual({ bureau: '430903', made: 2, failed: 0 });
  await run();
  expect(state.made).toHaveLength(6);
  expect(await drafts.list(2022)).toHaveLength(6);
});

it('is held up by no bureau and no document, and tries again after ten minutes', async () => {
  const { state, drafts, run, yearEnd } = world(DUE);
  state.broken = new Set(['430903', '430922 targets']);
  expect(await run()).toBe(3);
  expect(await drafts.list(2022)).toHaveLength(3);
  expect((await drafts.failures(2022)).map(({ subject, reason }) => [subject, reason])).toEqual([
    ['', '430903 cannot be listed'],
    ['430922', '430922 targets cannot be made'],
  ]);
  expect(await yearEnd().progress()).toMatchObject({ done: 3, drafts: 3, failures: 2 });
  state.broken = new Set();
  state.now = new Date('2023-01-01T00:19:59+08:00');
  expect(await run()).toBe(0);
  state.now = new Date('2023-01-01T00:20:00+08:00');
  expect(await run()).toBe(2);
  expect(await drafts.list(2022)).toHaveLength(6);
  expect(await drafts.failures(2022)).toEqual([]);
});
