import type { Line } from '../api/catalogue.js';

/** What a value of a register is called: by the table of codes of its field, or as it stands. */
export const titleOfCode = (line: Line | undefined, field: string, value: string): string => {
  if (line === undefined || !/^\w[\w-]*$/.test(value)) return value;
  const tables = new Set<string>();
  for (const { commands } of line.streams)
    for (const { data } of commands) {
      const table = data.properties?.[field]?.['x-code-table'];
      if (table !== undefined) tables.add(table);
    }
  for (const { name, values } of line.codeTables)
    if (tables.has(name) || tables.size === 0) {
      const found = values.find((one) => one.value === value);
      if (found !== undefined) return found.title;
    }
  return line.streams.flatMap(({ states }) => states).find(({ state }) => state === value)?.title ?? value;
};
