import {
  type Evidence,
  Rejected,
  type RejectionDetail,
  code,
  compileValidator,
  optional,
  reject,
  text,
} from '../kernel.js';
import type { EntryColumn, EntryForm, PersonPart } from './entry-form.js';
import { isSample, readCell } from './read-cell.js';
import { type WorkbookFaultCode, sheetWords } from './terms.js';
import type { EntryCell, FilledWorkbook } from './workbooks.js';

/** Rows of one workbook, at most. */
export const MOST_ROWS = 2_000;

/** What a row says of a person a field names: the parts that are filled in, as they were read. */
export interface PersonSaid {
  /** `data.applicant`. */
  readonly at: string;
  readonly parts: Readonly<Partial<Record<PersonPart, string>>>;
}

/** Several persons of one cell, each as it is written there. */
export interface PersonsSaid {
  readonly at: string;
  readonly said: readonly string[];
}

/** One row as it was filled in: nothing looked up, nothing judged but what can no longer be read. */
export interface FilledRow {
  /** As the spreadsheet counts it. */
  readonly row: number;
  readonly office: string | undefined;
  /** Id, number or key of the case it goes on with. */
  readonly stream: string | undefined;
  /** Without persons. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly persons: readonly PersonSaid[];
  readonly lists: readonly PersonsSaid[];
  readonly evidence?: readonly Evidence[];
  readonly approvedBy: string | undefined;
  /** `at` is the one of a column. */
  readonly faults: readonly RejectionDetail[];
  /** What it says, in one order whatever the columns': two rows that say the same have the same. */
  readonly content: readonly (readonly [at: string, value: unknown])[];
}

/** Where each column of a form stands in the sheet that was filled in. */
export type Placed = ReadonlyMap<string, number>;

export interface FilledRows {
  readonly placed: Placed;
  readonly rows: readonly FilledRow[];
}

const fault = (what: WorkbookFaultCode, at: string, message?: string): RejectionDetail =>
  message === undefined ? { at, code: what } : { at, code: what, message };
const refused = (...faults: readonly RejectionDetail[]): Rejected =>
  new Rejected(reject('entry-workbook-refused', ...faults));

/** Finds the columns by their titles, in whatever order. @rejects entry-workbook-refused naming each that is wrong */
const placeColumns = ({ columns }: EntryForm, header: readonly EntryCell[]): Placed => {
  const named = new Map(columns.map((column) => [column.title, column]));
  const placed = new Map<string, number>();
  const wrong: RejectionDetail[] = [];
  for (const { text: written, column: place } of header) {
    const title = written.trim();
    if (title === '' || title === sheetWords.problems) continue;
    const column = named.get(title);
    if (column === undefined) wrong.push(fault('entry-column-unknown', letterOf(place), title.slice(0, 50)));
    else if (placed.has(column.at)) wrong.push(fault('entry-column-twice', letterOf(place), title));
    else placed.set(column.at, place);
  }
  for (const { at, title, required } of columns)
    if (required && !placed.has(at)) wrong.push(fault('entry-column-missing', sheetWords.rows, title));
  if (wrong.length > 0) throw refused(...wrong);
  return placed;
};

/** `C` for the third column. */
export const letterOf = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : `${letterOf(Math.floor((column - 1) / 26))}${letterOf(((column - 1) % 26) + 1)}`;

/** Puts a value where a path such as `data.place.name` leads. */
export const setAt = (data: Record<string, unknown>, path: string, value: unknown): void => {
  const names = path.split('.').slice(1);
  const last = names.pop() as string;
  let at = data;
  for (const name of names) at = (at[name] ??= {}) as Record<string, unknown>;
  at[last] = value;
};

/** What surrounds a payload, as a request would have to say it. */
const envelope = compileValidator({
  docKind: optional(code()),
  docNo: optional(code()),
  approvedBy: optional(text(200)),
});
const ENVELOPE = ['docKind', 'docNo', 'approvedBy'] as const;

const envelopeFaults = (said: ReadonlyMap<string, unknown>): readonly RejectionDetail[] => {
  const given = Object.fromEntries(ENVELOPE.flatMap((at) => (said.has(at) ? [[at, said.get(at)]] : [])));
  const half = (at: string, other: string): readonly RejectionDetail[] =>
    said.has(other) && !said.has(at) ? [{ at, code: 'missing' }] : [];
  return [
    ...envelope(given, '').map(({ at, ...rest }) => ({ ...rest, at: at.replace('data.', '') })),
    ...half('docKind', 'docNo'),
    ...half('docNo', 'docKind'),
  ];
};

const readRow = (
  columns: readonly EntryColumn[],
  placed: Placed,
  row: number,
  cells: ReadonlyMap<number, EntryCell>,
): FilledRow => {
  const said = new Map<string, unknown>();
  const faults: RejectionDetail[] = [];
  const data: Record<string, unknown> = {};
  const persons = new Map<string, Partial<Record<PersonPart, string>>>();
  const lists: PersonsSaid[] = [];
  for (const { at, form, person, only } of columns) {
    const cell = cells.get(placed.get(at) ?? 0);
    if (form.kind === 'mark' || (cell === undefined && only === undefined)) continue;
    const read = cell === undefined ? { value: only } : readCell(form, cell);
    if ('fault' in read) faults.push({ at, code: read.fault });
    const value = 'value' in read ? read.value : cell?.text;
    said.set(at, value);
    if (person !== undefined) persons.set(person.of, { ...persons.get(person.of), [person.part]: String(value) });
    else if (form.kind === 'persons') lists.push({ at, said: value as readonly string[] });
    else if (at.startsWith('data.')) setAt(data, at, value);
  }
  return {
    row,
    office: said.get('office') as string | undefined,
    stream: said.get('streamId') as string | undefined,
    data,
    persons: [...persons].map(([at, parts]) => ({ at, parts })),
    lists,
    ...(said.has('docNo') || said.has('docKind')
      ? { evidence: [{ docKind: String(said.get('docKind') ?? ''), docNo: String(said.get('docNo') ?? '') }] }
      : {}),
    approvedBy: said.get('approvedBy') as string | undefined,
    faults: [...faults, ...envelopeFaults(said)],
    content: [...said].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
};

/**
 * The rows of a filled workbook; the sample and what is empty are passed over.
 * @rejects entry-workbook-refused of another command, columns that are wrong, no row or too many
 */
export const readRows = (form: EntryForm, { cells, mark, datesFrom1904 }: FilledWorkbook): FilledRows => {
  if (mark !== undefined && mark.command !== form.command.type) throw refused(fault('entry-other-command', 'file'));
  if (datesFrom1904) throw refused(fault('entry-dates-from-1904', 'file'));
  const filled = cells.filter((cell) => cell.text.trim() !== '');
  const placed = placeColumns(
    form,
    filled.filter(({ row }) => row === 1),
  );
  const titled = new Set(placed.values());
  const marks = placed.get('mark') ?? 0;
  const byRow = Map.groupBy(
    filled.filter(({ row, column }) => row > 1 && titled.has(column)),
    ({ row }) => row,
  );
  const rows = [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, of]) => ({ row, of: new Map(of.map((cell) => [cell.column, cell])) }))
    .filter(({ of }) => !isSample(of.get(marks)?.text ?? '') && [...of.keys()].some((column) => column !== marks));
  if (rows.length === 0) throw refused(fault('entry-no-rows', sheetWords.rows));
  if (rows.length > MOST_ROWS) throw refused(fault('entry-too-many-rows', sheetWords.rows, String(MOST_ROWS)));
  return { placed, rows: rows.map(({ row, of }) => readRow(form.columns, placed, row, of)) };
};
