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

/** Rows of a register offered, the newest first. */
const MOST = 100;
/** Columns by which somebody knows a row again. */
const COLUMNS = 5;

const labelOf = (line: Line, { columns }: RegisterKind, row: RegisterRow): string => {
  const textOf = cellText((column, value) => titleOfCode(line, column, value));
  const texts = columns.map(({ name }) => textOf(name, row.columns[name])).filter((text) => text !== '');
  return [...texts.slice(0, COLUMNS), officeName(row.office)].join(' · ');
};

const readable = (schema: FieldSchema): readonly { readonly line: Line; readonly register: RegisterKind }[] =>
  (schema['x-listed-in'] ?? []).flatMap((code) => {
    const line = lineOf(code);
    const register = line?.registers.find((one) => one.code === code);
    return line === undefined || register === undefined || !may('records:read', line.staff) ? [] : [{ line, register }];
  });

/** Whether the caller may read any of the registers that list what a field names. */
export const isReadable = (schema: FieldSchema): boolean => readable(schema).length > 0;

/**
 * What a field that names another record, or an entry of one, may name: of registers the caller may read.
 * @throws Refused; NotReached
 */
export const recordsListed = async (schema: FieldSchema, bureau: string): Promise<readonly Listed[]> => {
  const isEntry = schema['x-refers-to'] === 'entry';
  const rowsOf = async ({ line, register }: ReturnType<typeof readable>[number]): Promise<Listed> => {
    const path = `/v1/registers/${register.code}`;
    const page = await call<RegisterPage>('GET', path, { query: { bureau, limit: MOST } });
    const things = page.rows.flatMap((row) => {
      const id = isEntry ? row.factKey : row.streamId;
      return id === undefined ? [] : [{ id, label: labelOf(line, register, row) }];
    });
    return { title: register.title, things: [...new Map(things.map((thing) => [thing.id, thing])).values()] };
  };
  return Promise.all(readable(schema).map(rowsOf));
};
