import fc from 'fast-check';
import { type Cell, type Shown, cellId, isSmall, netOfList, netOfTable, suppress } from './small-cells.js';

/**
 * The attack: everything that agrees with what is published is tried, number by number, and the values each small number may
 * then have are gathered. It shares no code with what it attacks: no circles, only sums. Withheld numbers are tried up to `most`.
 */
const possible = (
  net: readonly Cell[],
  shown: ReadonlyMap<string, Shown>,
  most: number,
): ReadonlyMap<string, Set<number>> => {
  const unknown = net.filter(({ id }) => typeof shown.get(id) !== 'number');
  const found = new Map(unknown.map(({ id }) => [id, new Set<number>()]));
  const values = new Map(net.map(({ id }) => [id, shown.get(id) as number]));
  const places = [...new Set(net.flatMap(({ from, to }) => [from, to]))];
  const touching = new Map(
    places.map((place) => [place, net.filter(({ from, to }) => from === place || to === place)]),
  );
  const agrees = (place: string): boolean => {
    let flow = 0;
    for (const { id, from, to } of touching.get(place) ?? []) {
      const value = values.get(id);
      if (typeof value !== 'number') return true; // not all known yet
      flow += (to === place ? value : 0) - (from === place ? value : 0);
    }
    return flow === 0;
  };
  const attempt = (at: number): void => {
    const cell = unknown[at];
    if (cell === undefined) {
      for (const { id } of unknown) found.get(id)?.add(values.get(id) as number);
      return;
    }
    const tries = shown.get(cell.id) === 'small' ? [1, 2] : Array.from({ length: most + 1 }, (_, value) => value);
    for (const value of tries) {
      values.set(cell.id, value);
      if (agrees(cell.from) && agrees(cell.to)) attempt(at + 1);
    }
    values.set(cell.id, shown.get(cell.id) as number);
  };
  attempt(0);
  return found;
};

const recovered = (net: readonly Cell[], shown = suppress(net)): readonly string[] => {
  const most = Math.max(...net.map(({ value }) => value)) + 1;
  const may = possible(net, shown, most);
  return net.filter(({ id, value }) => isSmall(value) && (may.get(id)?.size ?? 0) < 2).map(({ id }) => id);
};

/** What most would do first: tell small numbers as small, and nothing more. */
const naive = (net: readonly Cell[]): ReadonlyMap<string, Shown> =>
  new Map(net.map(({ id, value }) => [id, isSmall(value) ? 'small' : value]));

const count = fc.oneof({ arbitrary: fc.integer({ min: 0, max: 3 }), weight: 3 }, fc.integer({ min: 0, max: 9 }));
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
  .map((rows) =>
    Object.fromEntries(
      rows.map((row, at) => [`r${at}`, Object.fromEntries(row.map((value, nth) => [`c${nth}`, value]))]),
    ),
  );

describe('small numbers of a published breakdown', () => {
  it('are told as small, and what else would tell them is withheld, the least of it', () => {
    const shown = suppress(netOfList('total', { 甲所: 12, 乙所: 2, 丙所: 7 }));
    expect(Object.fromEntries(shown)).toEqual({ 甲所: 12, 乙所: 'small', 丙所: 'withheld', total: 21 });
  });

  it('of which two add up to what only one pair can be need a third withheld', () => {
    const net = netOfList('total', { a: 1, b: 1, c: 9 });
    expect(recovered(net, naive(net))).toEqual(['a', 'b']);
    expect(suppress(net).get('c')).toBe('withheld');
    expect(recovered(net)).toEqual([]);
  });

  it('are not told to who knows that a withheld number is none of them', () => {
    const shown = suppress(netOfList('total', { a: 0, b: 4, c: 2 }));
    expect(Object.fromEntries(shown)).toEqual({ a: 0, b: 'withheld', c: 'small', total: 6 });
  });

  it('leave everything else as it is', () => {
    const net = netOfTable({ a: { x: 5, y: 0 }, b: { x: 30, y: 4 } });
    expect([...suppress(net).values()].every((value) => typeof value === 'number')).toBe(true);
  });

  it('of a table keep the sums where cells are enough', () => {
    const shown = suppress(
      netOfTable({ a: { x: 2, y: 6, z: 20 }, b: { x: 8, y: 7, z: 30 }, c: { x: 40, y: 50, z: 60 } }),
    );
    expect(shown.get(cellId('a', 'x'))).toBe('small');
    for (const sum of [cellId('a', null), cellId(null, 'x'), cellId(null, null)])
      expect(typeof shown.get(sum)).toBe('number');
    expect([...shown.values()].filter((value) => value === 'withheld')).toHaveLength(3);
  });

  it('are recovered by no adding up and taking away, in any table', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const net = netOfTable(cells);
        expect(recovered(net)).toEqual([]);
      }),
      { numRuns: process.env['SECURITY'] === 'long' ? 3000 : 60 },
    );
  });

  it('would be recovered, were nothing more withheld: the attack is not blind', () => {
    const tables = fc.sample(table, { numRuns: 100, seed: 1 }).map((cells) => netOfTable(cells));
    expect(tables.filter((net) => recovered(net, naive(net)).length > 0).length).toBeGreaterThan(30);
  });
});
