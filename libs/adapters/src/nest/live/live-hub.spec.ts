import fc from 'fast-check';
import type { BalanceChange } from '#application/ports/ledger.js';
import { LiveHub, type Listener } from './live-hub.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const change = (month: number, position: number): BalanceChange => ({
  position,
  measure: 'm',
  bureau: 'b',
  office: 'o',
  month: `2023-${String(month).padStart(2, '0')}`,
  amount: String(position),
});

const open = (more: object = {}) => new LiveHub({ every: 100, beat: 15_000, remember: 5, from: 10, ...more });

/** A client that keeps the newest amounts, and its place, as a page does. */
const client = () => {
  const state = {
    place: undefined as number | undefined,
    amounts: new Map<string, string>(),
    messages: 0,
    resyncs: [] as number[],
    places: [] as number[],
  };
  const listener: Listener = {
    moved: ({ position, changes }) => {
      state.messages += 1;
      state.place = position;
      state.places.push(position);
      for (const { month, amount } of changes) state.amounts.set(month, amount);
    },
    resync: (position) => {
      state.place = position;
      state.resyncs.push(position);
    },
    beat: (position) => void (state.place = position),
  };
  return { state, listener };
};

it('tells the first move at once and puts those of the next moment together, newest per balance', () => {
  const hub = open();
  const { state, listener } = client();
  hub.listen(listener, undefined);
  hub.take([change(1, 11)], 11);
  jest.advanceTimersByTime(0);
  expect(state.messages).toBe(1);
  for (let position = 12; position <= 20; position += 1) hub.take([change(1, position), change(2, position)], position);
  jest.advanceTimersByTime(100);
  expect(state.messages).toBe(2);
  expect(Object.fromEntries(state.amounts)).toEqual({ '2023-01': '20', '2023-02': '20' });
  expect(state.place).toBe(20);
  hub.close();
});

it('moves a client’s place without a message when nothing moved, and beats every 15 seconds', () => {
  const hub = open();
  const { state, listener } = client();
  hub.listen(listener, undefined);
  hub.take([], 30);
  jest.advanceTimersByTime(15_000);
  expect(state).toMatchObject({ place: 30, messages: 0 });
  hub.close();
});

it.each([
  ['before anything it remembers', 3],
  ['ahead of the log', 99],
])('asks a client to read anew whose place is %s', (_, place) => {
  const hub = open();
  const { state, listener } = client();
  hub.listen(listener, place);
  expect(state.resyncs).toEqual([10]);
  hub.close();
});

it('whoever leaves and comes back at any moment hears everything once, or is asked to read anew', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.record({ do: fc.constant('move' as const), month: fc.integer({ min: 1, max: 4 }) }),
          fc.record({ do: fc.constant('wait' as const), month: fc.integer({ min: 0, max: 250 }) }),
          fc.record({ do: fc.constant('leave' as const), month: fc.constant(0) }),
          fc.record({ do: fc.constant('return' as const), month: fc.constant(0) }),
        ),
        { maxLength: 80 },
      ),
      (steps) => {
        const hub = open();
        const truth = new Map<string, string>();
        const { state, listener } = client();
        let stop: (() => void) | undefined = hub.listen(listener, undefined);
        let position = 10;
        for (const step of steps) {
          if (step.do === 'move') {
            position += 1;
            hub.take([change(step.month, position)], position);
            truth.set(change(step.month, position).month, String(position));
          } else if (step.do === 'wait') jest.advanceTimersByTime(step.month);
          else if (step.do === 'leave') {
            stop?.();
            stop = undefined;
          } else stop ??= hub.listen(listener, state.place);
          // A client that must read anew sees the truth as of then.
          if (state.resyncs.splice(0).length > 0) for (const [month, amount] of truth) state.amounts.set(month, amount);
        }
        if (stop === undefined) hub.listen(listener, state.place);
        if (state.resyncs.length > 0) for (const [month, amount] of truth) state.amounts.set(month, amount);
        jest.advanceTimersByTime(1000);
        expect(Object.fromEntries(state.amounts)).toEqual(Object.fromEntries(truth));
        expect(new Set(state.places).size).toBe(state.places.length);
        hub.close();
      },
    ),
    { numRuns: 500 },
  ));

it('tells everyone to read anew when it cannot know what moved', () => {
  const hub = open();
  const { state, listener } = client();
  hub.listen(listener, undefined);
  hub.lose(40);
  hub.lose(40);
  expect(state.resyncs).toEqual([40]);
  hub.close();
});
