/**
 * A number of a published breakdown, as a way between two places: what goes into a place goes out of it. So a sum and its
 * parts are ways between the same two places in opposite directions, and any table with its sums is such a net.
 */
export interface Cell {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** A count, not negative. */
  readonly value: number;
  /** A sum of others: what the reader came for. */
  readonly isSum?: true;
}

/** How a number is published: as it is, as fewer than three, or not at all so that another one is not told by it. */
export type Shown = number | 'small' | 'withheld';

/** Below it, and above zero, a count of persons may point at one. @source 未成年人保护法 第一百零三条 */
export const FEWEST = 3;

export const isSmall = (value: number): boolean => value > 0 && value < FEWEST;

/** A list of parts and their sum, each by its id. */
export const netOfList = (total: string, parts: Readonly<Record<string, number>>): readonly Cell[] => [
  ...Object.entries(parts).map(([id, value]) => ({ id, from: 'begin', to: 'end', value })),
  {
    id: total,
    from: 'end',
    to: 'begin',
    value: Object.values(parts).reduce((sum, value) => sum + value, 0),
    isSum: true,
  },
];

/** Id of a cell of a table; without a column, or a row, that of the sum. */
export const cellId = (row: string | null, column: string | null): string => JSON.stringify([row, column]);

/** A table of rows and columns with the sums of both, and of all. */
export const netOfTable = (table: Readonly<Record<string, Readonly<Record<string, number>>>>): readonly Cell[] => {
  const rows = Object.keys(table);
  const columns = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))];
  const at = (row: string, column: string): number => table[row]?.[column] ?? 0;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const ofRow = (row: string): number => sum(columns.map((column) => at(row, column)));
  return [
    ...rows.flatMap((row) =>
      columns.map((column) => ({
        id: cellId(row, column),
        from: `r ${row}`,
        to: `c ${column}`,
        value: at(row, column),
      })),
    ),
    ...rows.map((row) => ({
      id: cellId(row, null),
      from: 'begin',
      to: `r ${row}`,
      value: ofRow(row),
      isSum: true as const,
    })),
    ...columns.map((column) => ({
      id: cellId(null, column),
      from: `c ${column}`,
      to: 'end',
      value: sum(rows.map((row) => at(row, column))),
      isSum: true as const,
    })),
    { id: cellId(null, null), from: 'end', to: 'begin', value: sum(rows.map(ofRow)), isSum: true },
  ];
};

/** A step through a cell in the direction its number would grow, or shrink. */
interface Step {
  readonly id: string;
  readonly to: string;
  readonly cost: number;
  /** Whether what is published leaves the number this room already. */
  readonly isFree: boolean;
}

/** Dearer than any cell: taking from a small number the little that is told of it; and a sum, which the reader came for. */
const OF_SMALL = 1e6;
const OF_SUM = 1e9;
/** Who knows this rule knows that what is withheld is hardly 1 or 2, or it would be told as small. */
const OF_GIVEAWAY = 1e12;

/** Cost of withholding a number: the smaller the cheaper. */
const costOf = ({ value, isSum }: Cell): number =>
  1 + value + (isSmall(value) ? OF_SMALL : 0) + (isSum === true ? OF_SUM : 0);

/**
 * Decides what of a breakdown is published. Every small number is told as small only, and further ones are withheld until for
 * each small number there is another set of numbers, one in which it differs, that agrees with everything published: then no
 * adding up and taking away tells which it is. The reader is taken to know the sums, that no number is negative, and that what is
 * told as small is 1 or 2: where that alone would tell (a sum of 2 of two parts), the sum is withheld instead.
 *
 * For a small number that could be one more (or less), the other numbers have to give way in a circle through the net; the
 * circle that withholds least is looked for, and what lies on it is withheld. More withheld never takes a circle away.
 */
export const suppress = (net: readonly Cell[]): ReadonlyMap<string, Shown> => {
  const withheld = new Set<string>();
  for (const cell of net) {
    if (!isSmall(cell.value)) continue;
    // 1 might be 2: one more flows through the cell and has to flow back. 2 might be 1: one less.
    const [begin, end] = cell.value === 1 ? [cell.to, cell.from] : [cell.from, cell.to];
    for (const { id, isFree } of circle(net, cell, begin, end, withheld)) if (!isFree) withheld.add(id);
  }
  return new Map(
    net.map(({ id, value }) => [id, withheld.has(id) ? 'withheld' : isSmall(value) ? 'small' : value] as const),
  );
};

/** The cheapest way from one place to another beside a cell, through numbers that can grow or shrink. */
const circle = (
  net: readonly Cell[],
  beside: Cell,
  begin: string,
  end: string,
  withheld: ReadonlySet<string>,
): readonly Step[] => {
  const steps = new Map<string, Step[]>();
  const add = (at: string, step: Step): void => void steps.set(at, [...(steps.get(at) ?? []), step]);
  for (const cell of net) {
    if (cell === beside) continue;
    const { id, value, from, to } = cell;
    // What is told as small has room between 1 and 2 only; withheld like any other, it has more.
    const step = (by: 1 | -1) => {
      const isRoom = isSmall(value) && isSmall(value + by);
      const isFree = withheld.has(id) || isRoom;
      const giveaway = !isRoom && isSmall(value + by) ? OF_GIVEAWAY : 0;
      return { id, isFree, cost: (isFree ? 0 : costOf(cell)) + giveaway };
    };
    add(from, { ...step(1), to });
    if (value > 0) add(to, { ...step(-1), to: from });
  }
  const best = new Map<string, { cost: number; by: Step | undefined; before: string }>([
    [begin, { cost: 0, by: undefined, before: begin }],
  ]);
  const open = new Set([begin]);
  while (open.size > 0) {
    const at = [...open].reduce((a, b) => ((best.get(a)?.cost ?? 0) <= (best.get(b)?.cost ?? 0) ? a : b));
    open.delete(at);
    if (at === end) break;
    for (const step of steps.get(at) ?? []) {
      const cost = (best.get(at)?.cost ?? 0) + step.cost;
      if (cost >= (best.get(step.to)?.cost ?? Infinity)) continue;
      best.set(step.to, { cost, by: step, before: at });
      open.add(step.to);
    }
  }
  const way: Step[] = [];
  for (let at = end; at !== begin;) {
    const found = best.get(at);
    if (found?.by === undefined)
      throw new Error(`nothing can be withheld for ${beside.id}: its sums are not in the net`);
    way.push(found.by);
    at = found.before;
  }
  return way;
};
