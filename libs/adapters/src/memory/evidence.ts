import type { EvidenceRow, Posting } from '#application/ports/ledger.js';
import { type Exact, exact } from '#kernel/money.js';
import { splitsOf } from '#application/narrowing.js';

/** Rows by key, keys in order of first appearance. */
export const grouped = <Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

export const total = (postings: readonly Posting[]): Exact =>
  postings.reduce((sum, { amount }) => sum.plus(amount), exact(0));

/** Postings that look the same in evidence, and what is left of them. */
interface Cell {
  readonly look: Posting;
  readonly amount: Exact;
  readonly position: number;
}

const cellsOf = (postings: readonly Posting[]): Cell[] =>
  [...grouped(postings, ({ person, office, on, splits }) => [person, office, on, splits].join('|')).values()].map(
    (alike) => ({
      look: alike[0] as Posting,
      amount: total(alike),
      position: Math.max(...alike.map(({ position }) => position)),
    }),
  );

const newestFirst = (a: Cell, b: Cell): number => {
  if (a.look.on !== b.look.on) return a.look.on < b.look.on ? 1 : -1;
  if (a.position !== b.position) return b.position - a.position;
  const text = ({ office, splits, person }: Posting): string => `${office}|${splits}|${person}`;
  return text(a.look) < text(b.look) ? -1 : 1;
};

/**
 * The rows that selected postings open to: one per fact (and person, where persons are counted) whose postings do not
 * cancel out. A row looks like the newest of its postings that nothing cancelled and that has the sign of its amount.
 */
export const evidenceOf = (selected: readonly Posting[], persons: boolean): EvidenceRow[] => {
  const counted = persons ? selected.filter(({ person }) => person !== null) : selected;
  const ofPerson = grouped(counted, ({ person }) => person);
  const facts = grouped(counted, ({ streamId, factKey, person }) =>
    [streamId, factKey, persons ? person : ''].join('|'),
  );
  return [...facts.values()].flatMap((postings) => {
    const amount = total(postings);
    const counts = !persons || total(ofPerson.get(postings[0]?.person ?? null) ?? []).greaterThan(0);
    if (amount.isZero() || !counts) return [];
    const cells = cellsOf(postings).filter((cell) => !cell.amount.isZero() && cell.amount.s === amount.s);
    const { streamId, factKey, office, on, person, splits } = (cells.sort(newestFirst)[0] as Cell).look;
    const positions = [...new Set(postings.map(({ position }) => position))].sort((a, b) => a - b);
    return [{ streamId, factKey, office, on, amount: amount.toFixed(), person, splits: splitsOf(splits), positions }];
  });
};
