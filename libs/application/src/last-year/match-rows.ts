import { plainText } from './read-form.js';

/** What a row is known by. `id` only where it comes from a sheet of ours. */
export interface Named {
  readonly id?: string;
  readonly indicator?: string;
  readonly level1?: string;
  readonly level2?: string;
  readonly level3: string;
}

export interface Matched<Line> {
  /** By id of the row. */
  readonly lines: ReadonlyMap<string, Line>;
  /** Lines whose name or indicator several have, here or there. */
  readonly several: readonly Line[];
  /** Lines that no row is called. */
  readonly none: readonly Line[];
}

/** A name without what differs from year to year: spaces, width of signs, number or dash before it, full stop behind it. */
export const plainName = (text: string): string =>
  plainText(text)
    .replace(/^(?:指标)?\d{1,2}[.、:)](?!\d)/, '')
    .replace(/^[-—·•]+/, '')
    .replace(/[:;。,.]+$/, '')
    .toLowerCase();

/** 产出指标(50分) is 产出指标. */
const heading = (text: string): string => plainName(text).replace(/\([^()]*\)$/, '');

const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.every((part) => part !== undefined) ? JSON.stringify(parts) : undefined;

/** What two rows are held to be the same by, the surest first. */
const KEYS: readonly ((named: Named) => string | undefined)[] = [
  ({ id, indicator = '' }) => joined(id, indicator),
  ({ indicator }) => indicator,
  ({ level1, level2, level3 }) => joined(level1 && heading(level1), level2 && heading(level2), plainName(level3)),
  ({ level2, level3 }) => joined(level2 && heading(level2), plainName(level3)),
  ({ level3 }) => plainName(level3),
];

const byKey = <Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined) => Map.groupBy(items, keyOf);

/**
 * Lines of last year by the row of this year they stand for: of the same id and indicator, the only one of its indicator, the
 * only one of its name under the same headings, at last by its name alone. What several have decides nothing.
 */
export const matchRows = <Row extends Named & { readonly id: string }, Line extends Named>(
  rows: readonly Row[],
  lines: readonly Line[],
): Matched<Line> => {
  const found = new Map<string, Line>();
  const taken = new Set<Line>();
  for (const keyOf of KEYS) {
    const there = byKey(lines, keyOf);
    for (const [key, own] of byKey(rows, keyOf)) {
      const [row, ...more] = own;
      const [line, ...others] = key === undefined ? [] : (there.get(key) ?? []);
      if (row === undefined || line === undefined || more.length > 0 || others.length > 0) continue;
      if (found.has(row.id) || taken.has(line)) continue;
      found.set(row.id, line);
      taken.add(line);
    }
  }
  const known = new Set(rows.flatMap((row) => [row.indicator, plainName(row.level3)]));
  const rest = lines.filter((line) => !taken.has(line));
  const alike = ({ indicator, level3 }: Line): boolean =>
    known.has(plainName(level3)) || (indicator !== undefined && known.has(indicator));
  return { lines: found, several: rest.filter(alike), none: rest.filter((line) => !alike(line)) };
};
