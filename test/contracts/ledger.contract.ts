import fc from 'fast-check';
import { LedgerWith } from '#application/impact/ledger-with.js';
import {
  type EvidenceRow,
  LogReplaced,
  type Posting,
  type Reading,
  StaleCheckpoint,
  type SumTerm,
} from '#application/ports/ledger.js';
import {
  type LedgerWorld,
  type LoosePosting,
  VIEW,
  dutyRow,
  folded,
  history,
  offices,
  person,
  posting,
  project,
  registerRow,
  stream,
  term,
} from './ledger-world.js';
import { addAmounts, plainSum } from './plain-sum.js';

/** Reads all pages. `between` runs after each page but the last, at most three times. */
const allPages = async <Row>(
  read: (after: string | undefined) => Promise<{ rows: readonly Row[]; next?: string }>,
  between: () => Promise<void> = async () => undefined,
): Promise<Row[]> => {
  const rows: Row[] = [];
  let after: string | undefined;
  for (let page = 0; ; page += 1) {
    const answer = await read(after);
    rows.push(...answer.rows);
    if (answer.next === undefined) return rows;
    after = answer.next;
    if (page < 3) await between();
  }
};

const pageOf = (after: string | undefined, limit: number): { after?: string; limit: number } =>
  after === undefined ? { limit } : { after, limit };

/** What every ledger must do, in memory and in PostgreSQL alike. */
export const ledgerContract = (name: string, open: () => Promise<LedgerWorld>): void =>
  describe(`ledger ${name}`, () => {
    let world: LedgerWorld;
    let bureaus = 0;
    let bureau = '';
    const reading = (more: Partial<Reading> = {}): Reading => ({ bureau, offices: ['A', 'B', 'C'], ...more });
    const sum = async (asked: SumTerm, more: Partial<Reading> = {}): Promise<string | undefined> =>
      (await world.ledger.sums(reading(more), [asked]))[0];

    beforeAll(async () => (world = await open()));
    afterAll(() => world.close());
    // A bureau of its own keeps each test's figures apart without emptying anything.
    beforeEach(() => (bureau = String(430_000 + (bureaus += 1))));

    describe('projecting', () => {
      it('keeps rows and checkpoint together and tells what the balances are now', async () => {
        await project(world, (position) => ({ postings: [posting(bureau, { position })] }));
        const after = await world.store.checkpoint(VIEW);
        const position = await world.record(3);
        const changes = await world.store.apply({
          view: VIEW,
          after,
          position,
          streams: [],
          postings: [
            posting(bureau, { position, amount: '2', splits: '{"sex":"male"}' }),
            posting(bureau, { position, office: 'B', on: '2024-01-01', amount: '0.50' }),
          ],
          registers: new Map(),
          duties: new Map(),
        });
        expect(changes).toEqual([
          { position, measure: 'test.received', bureau, office: 'A', month: '2023-05', amount: '3' },
          { position, measure: 'test.received', bureau, office: 'B', month: '2024-01', amount: '0.5' },
        ]);
        expect(await world.store.checkpoint(VIEW)).toBe(position);
      });

      it('refuses a batch that rests on another checkpoint, and the same batch twice, and keeps nothing of it', async () => {
        const batch = await project(world, (position) => ({ postings: [posting(bureau, { position })] }));
        await expect(world.store.apply(batch)).rejects.toThrow(StaleCheckpoint);
        await expect(world.store.apply({ ...batch, after: batch.position - 1 })).rejects.toThrow(StaleCheckpoint);
        expect(await sum({ measure: 'test.received', mode: 'stock', to: '2099-12-31' })).toBe('1');
        expect(await world.store.checkpoint(VIEW)).toBe(batch.position);
      });

      it('lets one of two projectors through that start from the same checkpoint', async () => {
        const after = await world.store.checkpoint(VIEW);
        const position = await world.record(1);
        const batch = { view: VIEW, after, position, streams: [], registers: new Map(), duties: new Map() };
        const tries = Array.from({ length: 5 }, () =>
          world.store.apply({ ...batch, postings: [posting(bureau, { position })] }),
        );
        const outcomes = await Promise.allSettled(tries);
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(await sum({ measure: 'test.received', mode: 'stock', to: '2099-12-31' })).toBe('1');
      });

      it('gives a stream back as it was folded last, and none that it was not given', async () => {
        const first = folded(bureau);
        const later = folded(bureau, {
          version: 2,
          foldedTo: '2023-06-01',
          facts: [
            {
              kind: 'test.case',
              key: 'case',
              office: [{ from: '2023-05-10', value: 'A' }],
              person: person('p'),
              fields: { note: 'a\tb\\n"c"\n', closed: true, days: 3 },
            },
          ],
        });
        await project(world, () => ({ streams: [first] }));
        expect(await world.store.loadStreams(VIEW, [first.streamId])).toEqual(new Map([[first.streamId, first]]));
        await project(world, () => ({ streams: [later] }));
        const found = await world.store.loadStreams(VIEW, [first.streamId, stream('never')]);
        expect(found).toEqual(new Map([[first.streamId, later]]));
        expect(await world.store.loadStreams('another-view', [first.streamId])).toEqual(new Map());
        expect(await world.store.loadStreams(VIEW, [])).toEqual(new Map());
      });

      it('goes through the streams of a bureau in the order of their ids', async () => {
        const own = ['one', 'two', 'three'].map((name) => folded(bureau, { streamId: stream(`${bureau} ${name}`) }));
        const ids = own.map(({ streamId }) => streamId).sort();
        await project(world, () => ({
          streams: [...own, folded('999999', { streamId: stream(`${bureau} elsewhere`) })],
        }));
        const first = await world.store.foldedIn(VIEW, bureau, { limit: 2 });
        const second = await world.store.foldedIn(VIEW, bureau, { limit: 2, after: ids[1] as string });
        expect([first, second].map((page) => page.map(({ streamId }) => streamId))).toEqual([
          ids.slice(0, 2),
          ids.slice(2),
        ]);
        expect(await world.store.foldedIn('another-view', bureau, { limit: 2 })).toEqual([]);
      });
    });

    describe('sums', () => {
      it('keep to the day at every edge of a month', async () => {
        const days = ['2022-12-31', '2023-01-01', '2023-01-30', '2023-01-31', '2023-02-01', '2023-02-28', '2023-03-01'];
        // Each day posts another power of two, so a sum names the days that are in it.
        await project(world, (position) => ({
          postings: days.map((on, at) => posting(bureau, { position, on, amount: String(2 ** at) })),
        }));
        const windows = days.flatMap((from) => days.map((to) => ({ from, to })));
        const values = await world.ledger.sums(
          reading(),
          windows.map(({ from, to }) => ({ measure: 'test.received', mode: 'flow', from, to })),
        );
        const expected = windows.map(({ from, to }) =>
          String(days.reduce((all, on, at) => (from <= on && on <= to ? all + 2 ** at : all), 0)),
        );
        expect(values).toEqual(expected);
      });

      it('give 0 where nothing was posted, one value per term, in order', async () => {
        const asked: SumTerm = { measure: 'test.unheard-of', mode: 'flow', from: '2023-01-01', to: '2023-12-31' };
        expect(await world.ledger.sums(reading(), [asked, { ...asked, mode: 'persons-stock' }, asked])).toEqual([
          '0',
          '0',
          '0',
        ]);
        expect(await world.ledger.sums(reading(), [])).toEqual([]);
      });

      it('count a person once, and not at all once all is taken back', async () => {
        const p = person('p');
        const q = person('q');
        await project(world, (position) => ({
          postings: [
            posting(bureau, { position, person: p }),
            posting(bureau, { position, person: p, factKey: 'leave/1', office: 'B' }),
            posting(bureau, { position, person: q, factKey: 'leave/2' }),
          ],
        }));
        const persons: SumTerm = {
          measure: 'test.received',
          mode: 'persons-flow',
          from: '2023-01-01',
          to: '2023-12-31',
        };
        expect(await sum(persons)).toBe('2');
        const taken = await project(world, (position) => ({
          postings: [posting(bureau, { position, person: q, factKey: 'leave/2', amount: '-1' })],
        }));
        expect(await sum(persons)).toBe('1');
        expect(await sum(persons, { asOf: taken.position - 1 })).toBe('2');
      });

      it('count of some persons only those who also stand in a stock, in whichever office, and open to the same', async () => {
        const carrying = { measure: 'test.received', on: '2023-05-10' };
        const inside = { measure: 'test.register', on: '2023-01-01', office: 'B', factKey: 'stay' };
        const first = await project(world, (position) => ({
          postings: ['p', 'q', 'r'].flatMap((name) => [
            posting(bureau, { ...carrying, position, person: person(name), factKey: `device/${name}` }),
            ...(name === 'r'
              ? []
              : [posting(bureau, { ...inside, position, person: person(name), streamId: stream(name) })]),
          ]),
        }));
        await project(world, (position) => ({
          postings: [
            posting(bureau, {
              ...inside,
              position,
              on: '2023-09-01',
              person: person('q'),
              streamId: stream('q'),
              amount: '-1',
            }),
          ],
        }));
        const asked: SumTerm = {
          measure: 'test.received',
          mode: 'persons-stock',
          to: '2023-12-31',
          alsoIn: 'test.register',
        };
        const scope = { offices: ['A'] };
        expect(await sum({ ...asked, to: '2023-08-31' }, scope)).toBe('2');
        expect(await sum(asked, scope)).toBe('1');
        expect(await sum(asked, { ...scope, asOf: first.position })).toBe('2');
        const { rows } = await world.ledger.evidence(reading(scope), asked, { limit: 10 });
        expect(rows.map((row) => row.person)).toEqual([person('p')]);
      });

      it('are those of the offices asked for and of no other bureau', async () => {
        await project(world, (position) => ({
          postings: [
            posting(bureau, { position }),
            posting(bureau, { position, office: 'B', amount: '10' }),
            posting('999999', { position, amount: '100' }),
          ],
        }));
        const asked: SumTerm = { measure: 'test.received', mode: 'stock', to: '2023-12-31' };
        expect(await sum(asked, { offices: ['A'] })).toBe('1');
        expect(await sum(asked, { offices: ['B'], asOf: Number.MAX_SAFE_INTEGER })).toBe('10');
        expect(await sum(asked, { offices: [] })).toBe('0');
      });
    });

    /** Projects a history; gives all of its postings. */
    const play = async (events: readonly (readonly LoosePosting[])[]): Promise<Posting[]> => {
      const all: Posting[] = [];
      for (const loose of events) {
        const batch = await project(world, (position) => ({
          postings: loose.map((one): Posting => ({ ...one, bureau, position })),
        }));
        all.push(...batch.postings);
      }
      return all;
    };

    const evidenceOf = (asked: SumTerm, more: Partial<Reading>, limit: number): Promise<EvidenceRow[]> =>
      allPages((after) => world.ledger.evidence(reading(more), asked, pageOf(after, limit)));

    it('adds up what was posted, now and as of every position, and opens to rows that add up to the same', async () => {
      await fc.assert(
        fc.asyncProperty(
          history,
          fc.array(term, { minLength: 3, maxLength: 12 }),
          offices,
          async (events, terms, scope) => {
            bureau = String(430_000 + (bureaus += 1));
            const all = await play(events);
            const positions = [...new Set(all.map(({ position }) => position))];
            for (const asOf of [undefined, 0, ...positions]) {
              const asked = reading({ offices: scope, ...(asOf === undefined ? {} : { asOf }) });
              const expected = terms.map((one) => plainSum(all, asked, one));
              expect(await world.ledger.sums(asked, terms)).toEqual(expected);
              expect([...(await world.ledger.sumsByOffice(asked, terms))]).toEqual(
                scope.map((office) => [
                  office,
                  terms.map((one) => plainSum(all, { ...asked, offices: [office] }, one)),
                ]),
              );
              const one = terms[0] as SumTerm;
              const rows = await evidenceOf(one, asked, 2);
              const value = one.mode.startsWith('persons')
                ? String(new Set(rows.map((row) => row.person)).size)
                : addAmounts(rows.map(({ amount }) => amount));
              expect(value).toBe(expected[0]);
              expect(rows.every(({ amount }) => Number(amount) !== 0)).toBe(true);
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('lists the postings after a position: they add up to what a figure moved by since', async () => {
      await fc.assert(
        fc.asyncProperty(
          history,
          fc.array(term, { minLength: 2, maxLength: 6 }),
          offices,
          async (events, terms, scope) => {
            bureau = String(430_000 + (bureaus += 1));
            const all = await play(events);
            const positions = [0, ...new Set(all.map(({ position }) => position))];
            const additive = terms.filter(({ mode }) => !mode.startsWith('persons'));
            for (const [at, after] of positions.entries())
              for (const asOf of [undefined, positions[at + 1]]) {
                const until = asOf === undefined ? {} : { asOf };
                const before = await world.ledger.sums(reading({ offices: scope, asOf: after }), additive);
                const now = await world.ledger.sums(reading({ offices: scope, ...until }), additive);
                for (const [nth, one] of additive.entries()) {
                  const rows = await world.ledger.postingsAfter(reading({ offices: scope, ...until }), one, after);
                  expect(addAmounts([before[nth] ?? '', ...rows.map(({ amount }) => amount)])).toBe(now[nth]);
                  expect(rows.every(({ position }) => position > after && position <= (asOf ?? Infinity))).toBe(true);
                }
              }
          },
        ),
        { numRuns: 15 },
      );
    });

    it('tells what each event posted, and read before it with that laid over answers as after it', async () => {
      await fc.assert(
        fc.asyncProperty(
          history,
          fc.array(term, { minLength: 3, maxLength: 12 }),
          offices,
          async (events, terms, scope) => {
            bureau = String(430_000 + (bureaus += 1));
            const all = await play(events);
            for (const position of new Set(all.map((item) => item.position))) {
              const posted = await world.ledger.postedAt(bureau, position);
              const inOrder = (postings: readonly Posting[]) =>
                postings.map((item) => JSON.stringify(Object.entries({ ...item, amount: addAmounts([item.amount]) }).sort())).sort(); // prettier-ignore
              expect(inOrder(posted)).toEqual(inOrder(all.filter((item) => item.position === position)));
              const before = reading({ offices: scope, asOf: position - 1 });
              const after = reading({ offices: scope, asOf: position });
              const laid = new LedgerWith(world.ledger, posted, ['A', 'B', 'C']);
              expect(await laid.sums(before, terms)).toEqual(await world.ledger.sums(after, terms));
              for (const { measure, to } of terms)
                expect(await laid.latestOn(before, measure, to)).toBe(await world.ledger.latestOn(after, measure, to));
              const still = terms.filter((one) => !laid.enters(before, one));
              expect(await world.ledger.sums(before, still)).toEqual(await world.ledger.sums(after, still));
            }
          },
        ),
        { numRuns: 40 },
      );
    });

    describe('evidence', () => {
      const flow: SumTerm = { measure: 'test.received', mode: 'flow', from: '2023-01-01', to: '2023-12-31' };

      it('shows a fact once, as it counts now, with every event that had a part in it', async () => {
        const was = { person: person('p'), office: 'A', on: '2023-05-10', splits: '{"category":"parole"}' };
        const is = { person: person('q'), office: 'B', on: '2023-05-02', splits: '{"category":"probation"}' };
        const first = await project(world, (position) => ({ postings: [posting(bureau, { ...was, position })] }));
        const corrected = await project(world, (position) => ({
          postings: [posting(bureau, { ...was, position, amount: '-1' }), posting(bureau, { ...is, position })],
        }));
        const { rows } = await world.ledger.evidence(reading(), flow, { limit: 10 });
        expect(rows).toEqual([
          {
            streamId: stream('one'),
            factKey: 'case',
            office: 'B',
            on: '2023-05-02',
            amount: '1',
            person: person('q'),
            splits: { category: 'probation' },
            positions: [first.position, corrected.position],
          },
        ]);
        expect((await world.ledger.evidence(reading({ offices: ['A'] }), flow, { limit: 10 })).rows).toEqual([]);
      });

      it('shows a stock where it stands now, after it went from office to office', async () => {
        await project(world, (position) => ({ postings: [posting(bureau, { position, on: '2023-01-01' })] }));
        await project(world, (position) => ({
          postings: [
            posting(bureau, { position, on: '2023-03-01', office: 'B' }),
            posting(bureau, { position, on: '2023-03-01', amount: '-1' }),
          ],
        }));
        const standing = async (to: string, more: Partial<Reading> = {}): Promise<string[]> => {
          const stock: SumTerm = { measure: 'test.received', mode: 'stock', to };
          const { rows } = await world.ledger.evidence(reading(more), stock, { limit: 10 });
          return rows.map((row) => `${row.office} ${row.on} ${row.amount}`);
        };
        expect(await standing('2023-02-28')).toEqual(['A 2023-01-01 1']);
        expect(await standing('2023-03-01')).toEqual(['B 2023-03-01 1']);
        expect(await standing('2023-03-01', { offices: ['A'] })).toEqual([]);
      });

      it('leaves out a fact that was taken back', async () => {
        await project(world, (position) => ({ postings: [posting(bureau, { position })] }));
        await project(world, (position) => ({ postings: [posting(bureau, { position, amount: '-1' })] }));
        expect((await world.ledger.evidence(reading(), flow, { limit: 10 })).rows).toEqual([]);
      });

      it('pages by date without a gap, a repeat or a stranger while others write', async () => {
        const facts = Array.from({ length: 9 }, (_, at) => ({
          factKey: `leave/${at}`,
          on: `2023-05-0${1 + (at % 3)}`,
        }));
        await project(world, (position) => ({ postings: facts.map((fact) => posting(bureau, { ...fact, position })) }));
        let written = 0;
        const rows = await allPages(
          (after) => world.ledger.evidence(reading(), flow, pageOf(after, 2)),
          async () => {
            written += 1;
            await project(world, (position) => ({
              postings: [
                posting(bureau, { position, factKey: `new/${written}`, on: '2023-05-01' }),
                posting(bureau, { position, factKey: 'leave/8', on: '2023-05-03', amount: '-1' }),
              ],
            }));
          },
        );
        const expected = facts.map(({ factKey, on }) => `${on} ${factKey}`).sort();
        expect(rows.map(({ factKey, on }) => `${on} ${factKey}`)).toEqual(expected);
        expect(written).toBe(3);
      });

      it('refuses a cursor that is none', async () => {
        const page = { after: 'page-2', limit: 2 };
        await expect(world.ledger.evidence(reading(), flow, page)).rejects.toMatchObject({
          rejection: { code: 'invalid-data' },
        });
      });
    });

    describe('registers', () => {
      const rowOf = (at: number, more = {}): ReturnType<typeof registerRow> =>
        registerRow(bureau, { streamId: stream(`${bureau}/${at}`), orderedBy: `2023-05-0${1 + (at % 3)}`, ...more });
      const list = (filters = {}, after?: string, limit = 10, more: Partial<Reading> = {}) =>
        world.ledger.registerRows(reading(more), { register: 'test.cases', filters, ...pageOf(after, limit) });

      it('show the newest first, page by page, and hold a row once when rows come in between', async () => {
        const rows = Array.from({ length: 7 }, (_, at) => rowOf(at));
        await project(world, () => ({ registers: new Map(rows.map((row) => [row.streamId, [row]])) }));
        const expected = rows
          .map((row) => `${row.orderedBy} ${row.streamId}`)
          .sort()
          .reverse();
        const found = await allPages(
          (after) => list({}, after, 2),
          async () => {
            const fresh = rowOf(99, { orderedBy: '2023-06-01' });
            await project(world, () => ({ registers: new Map([[fresh.streamId, [fresh]]]) }));
          },
        );
        expect(found.map((row) => `${row.orderedBy} ${row.streamId}`)).toEqual(expected);
      });

      it('replace the rows of a stream that is folded again, and none of another', async () => {
        const [one, two, other] = [rowOf(1), rowOf(1, { factKey: 'leave/1' }), rowOf(2)];
        await project(world, () => ({
          registers: new Map([
            [one.streamId, [one, two]],
            [other.streamId, [other]],
          ]),
        }));
        const changed = { ...one, office: 'C', person: person('p'), columns: { level: 'strict', days: 3, late: true } };
        await project(world, () => ({ registers: new Map([[one.streamId, [changed]]]) }));
        expect((await list()).rows).toEqual([other, changed]);
        await project(world, () => ({ registers: new Map([[one.streamId, []]]) }));
        expect((await list()).rows).toEqual([other]);
      });

      it('filter by the text of a column, and by office', async () => {
        const rows = [rowOf(1, { columns: { days: 3, late: true } }), rowOf(2, { columns: { days: 30 }, office: 'B' })];
        await project(world, () => ({ registers: new Map(rows.map((row) => [row.streamId, [row]])) }));
        expect((await list({ days: '3' })).rows).toEqual([rows[0]]);
        expect((await list({ days: '3', late: 'true' })).rows).toEqual([rows[0]]);
        expect((await list({ days: '3', late: 'false' })).rows).toEqual([]);
        expect((await list({ late: '' })).rows).toEqual([]);
        expect((await list({}, undefined, 10, { offices: ['B'] })).rows).toEqual([rows[1]]);
        expect((await list({ "days'": '3' })).rows).toEqual([]);
      });
    });

    it('lists duties that are due and not met, soonest first', async () => {
      const one = (at: number, more = {}): ReturnType<typeof dutyRow> =>
        dutyRow(bureau, { streamId: stream(`${bureau}/${at}`), dueOn: `2023-05-0${at}`, ...more });
      const rows = [
        one(3),
        one(1, { provisional: true }),
        one(2, { metOn: '2023-05-01' }),
        one(4),
        one(9),
        one(2, { deadline: 'T-02' }),
      ];
      const byStream = new Map(
        rows.map((row) => [row.streamId, rows.filter(({ streamId }) => streamId === row.streamId)]),
      );
      await project(world, () => ({ duties: byStream }));
      const due = (more: Partial<Reading> = {}) =>
        allPages((after) => world.ledger.duties(reading(more), { dueBy: '2023-05-04', ...pageOf(after, 1) }));
      expect(await due()).toEqual([rows[1], rows[5], rows[0], rows[3]]);
      expect(await due({ offices: ['B'] })).toEqual([]);
      const met = { ...one(3), metOn: '2023-05-03' };
      await project(world, () => ({ duties: new Map([[met.streamId, [met]]]) }));
      expect(await due()).toEqual([rows[1], rows[5], rows[3]]);
      const doneLate = { ...one(4), metOn: '2023-05-09' };
      await project(world, () => ({ duties: new Map([[doneLate.streamId, [doneLate]]]) }));
      expect(await due()).toEqual([rows[1], rows[5]]);
      const late = (dueBy: string) => world.ledger.duties(reading(), { dueBy, late: true, limit: 10 });
      expect((await late('2023-12-31')).rows).toEqual([doneLate]);
      expect((await late('2023-05-03')).rows).toEqual([]);
    });

    it('finds the newest date a measure stands at', async () => {
      await project(world, (position) => ({
        postings: [
          posting(bureau, { position, on: '2021-12-31' }),
          posting(bureau, { position, on: '2022-12-31', factKey: 'b' }),
        ],
      }));
      const latest = (to: string, more: Partial<Reading> = {}) =>
        world.ledger.latestOn(reading(more), 'test.received', to);
      expect(await latest('2023-12-31')).toBe('2022-12-31');
      expect(await latest('2022-12-30')).toBe('2021-12-31');
      expect(await latest('2021-12-30')).toBeUndefined();
      expect(await latest('2023-12-31', { offices: ['B'] })).toBeUndefined();
      const voided = await project(world, (position) => ({
        postings: [posting(bureau, { position, on: '2022-12-31', factKey: 'b', amount: '-1' })],
      }));
      expect(await latest('2023-12-31')).toBe('2021-12-31');
      expect(await latest('2023-12-31', { asOf: voided.position - 1 })).toBe('2022-12-31');
      const laid = new LedgerWith(world.ledger, await world.ledger.postedAt(bureau, voided.position), ['A', 'B']);
      const before = reading({ asOf: voided.position - 1 });
      expect(await laid.latestOn(before, 'test.received', '2023-12-31')).toBe('2021-12-31');
    });

    it('says how far the figures reach and since when they are behind', async () => {
      const { position } = await project(world, () => ({}));
      expect(await world.ledger.watermark()).toEqual({ position, head: position, behindSince: null, parked: 0 });
      const head = await world.record(2);
      const behind = await world.ledger.watermark();
      expect(behind).toMatchObject({ position, head });
      expect(behind.behindSince).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      await project(world, () => ({}));
    });

    // Last, because nothing can be projected after it.
    it('stops when another log stands in the place of the one it was projected from', async () => {
      await project(world, () => ({}));
      await world.replaceLog();
      await expect(world.store.checkpoint(VIEW)).rejects.toThrow(LogReplaced);
      await expect(project(world, () => ({}))).rejects.toThrow(LogReplaced);
    });
  });
