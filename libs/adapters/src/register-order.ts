import type { Ledger, Reading, RegisterRow } from '#application/ports/ledger.js';
import { readCursor, writeCursor } from './cursor.js';

type RegisterQuery = Parameters<Ledger['registerRows']>[1];

/** Compares keys part by part, the way the database compares rows. */
export const compareKeys = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
};

const keyOf = (row: RegisterRow): readonly string[] => [row.orderedBy, row.streamId, row.factKey];

/** The cursor behind a row of a register. */
export const cursorBehind = (row: RegisterRow): string => writeCursor(...keyOf(row));

/** Rows a query asks for out of any, in the order of a register; not cut to a page. */
export const registerOf = (
  rows: Iterable<RegisterRow>,
  { bureau, offices }: Reading,
  { register, filters, after }: RegisterQuery,
): readonly RegisterRow[] => {
  const cursor = after === undefined ? undefined : readCursor(after, ['', '', '']);
  return [...rows]
    .filter((row) => row.bureau === bureau && offices.includes(row.office) && row.register === register)
    .filter(({ columns }) =>
      Object.entries(filters).every(([name, value]) => name in columns && String(columns[name]) === value),
    )
    .filter((row) => cursor === undefined || compareKeys(keyOf(row), cursor) < 0)
    .sort((a, b) => compareKeys(keyOf(b), keyOf(a)));
};

/** A page of rows; one row more than it may show tells that there is a next one. */
export const pageOf = <Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): { rows: readonly Row[]; next?: string } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last !== undefined ? { rows: shown, next: cursorOf(last) } : { rows: shown };
};
