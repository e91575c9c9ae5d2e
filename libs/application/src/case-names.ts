import { type Exact, exact } from '#kernel/money.js';
import type { CaseFile } from './case-file.js';
import type { Names } from './expressions.js';

/**
 * The names a formula of a case file may use: paths from its root, `row('id')`, `target('id')`, `fund('id', 'executed')`
 * and `source('id')`. Everything is as printed in the file.
 * @throws RangeError for a name the file does not have
 */
export const namesOf = (file: CaseFile): Names => {
  const rows = new Map(file.rows.map((row) => [row.id, row]));
  const { funds } = file;
  const sources = new Map(
    [...funds.sources, ...funds.lines.flatMap((line) => line.sources)].map((item) => [item.id, item]),
  );
  const unknown = (name: string): never => {
    throw new RangeError(`case ${file.caseId} has no ${name}`);
  };
  const figure = (value: number | null | undefined): Exact | null => (value == null ? null : exact(value));
  const rowOf = (id = '') => rows.get(id) ?? unknown(`row '${id}'`);
  return {
    name: (path) => figure(numberAt(file, path)),
    call: (name, [id = '', column = '']) => {
      switch (name) {
        case 'row':
          return figure(rowOf(id).actual?.number);
        case 'target':
          return figure(rowOf(id).target?.number);
        case 'fund': {
          const line = funds.lines.find((item) => item.id === id) ?? unknown(`fund line '${id}'`);
          return figure((line as unknown as Record<string, number | null>)[column]);
        }
        case 'source':
          return figure((sources.get(id) ?? unknown(`source '${id}'`)).amount);
        default:
          return unknown(`function ${name}()`);
      }
    },
  };
};

/** The number at a path from the root of the file; an object with `value` stands for its value. */
const numberAt = (file: CaseFile, path: string): number | null => {
  let at: unknown = file;
  for (const step of path.split('.')) {
    const inside = typeof at === 'object' && at !== null && Object.hasOwn(at, step);
    if (!inside) throw new RangeError(`case ${file.caseId} has no ${path}`);
    at = (at as Record<string, unknown>)[step];
  }
  if (typeof at === 'object' && at !== null && 'value' in at) at = at.value;
  if (at === null || typeof at === 'number') return at;
  throw new RangeError(`${path} of case ${file.caseId} is not a number`);
};
