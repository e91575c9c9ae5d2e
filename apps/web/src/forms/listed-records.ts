import type { RegisterPage, RegisterRow } from '../api/answers.js';
import { call } from '../api/call.js';
import { type FieldSchema, type Line, type RegisterKind, lineOf, officeName } from '../api/catalogue.js';
import { may } from '../api/session.js';
import { titleOfCode } from '../parts/title-of-code.js';
import { cellText } from '../registers/cell-text.js';
import type { Thing } from './case-at-hand.js';

/** What one register lists. */
export interface Listed {
  readonly title: string;
  readonly things: readonly Thing[];
}

/** Rows of a register offered, the newest first: as many as the API gives at once. */
const MOST = 500;
/** Columns by which somebody knows a row again. */
const COLUMNS = 5;

const labelOf = (line: Line, { columns }: RegisterKind, row: RegisterRow): string => {
  const textOf = cellText((column, value) => titleOfCode(line, column, value));
  const texts = columns.map(({ name }) => textOf(name, row.columns[name])).filter((text) => text !== '');
  return [...texts.slice(0, COLUMNS), officeName(row.office)].join(' · ');
};

/** What a field that names another record, or an entry of one, may name: of registers the caller may read. */
export const recordsListed = async (schema: FieldSchema, bureau: string): Promise<readonly Listed[]> => {
  const isEntry = schema['x-refers-to'] === 'entry';
  const listedIn = async (code: string): Promise<readonly Listed[]> => {
    const line = lineOf(code);
    const register = line?.registers.find((one) => one.code === code);
    if (line === undefined || register === undefined || !may('records:read', line.staff)) return [];
    const path = `/v1/registers/${code}`;
    const page = await call<RegisterPage>('GET', path, { query: { bureau, limit: MOST } }).catch(() => undefined);
    const things = (page?.rows ?? []).flatMap((row) => {
      const id = isEntry ? row.factKey : row.streamId;
      return id === undefined ? [] : [{ id, label: labelOf(line, register, row) }];
    });
    return [{ title: register.title, things: [...new Map(things.map((thing) => [thing.id, thing])).values()] }];
  };
  return (await Promise.all((schema['x-listed-in'] ?? []).map(listedIn))).flat();
};
