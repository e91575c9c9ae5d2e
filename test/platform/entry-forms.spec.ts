import { commandTitle } from '#application/describe-lines.js';
import { exampleOf, howToFill } from '#application/entry/column-words.js';
import { type EntryForm, entryFormOf } from '#application/entry/entry-form.js';
import { readRows } from '#application/entry/read-rows.js';
import type { EntryCell } from '#application/entry/workbooks.js';
import type { Office } from '#application/ports/office-directory.js';
import { type CommandDefinition, Registry } from '#application/registry.js';
import { Rejected } from '#kernel/reject.js';
import type { Field } from '#kernel/schema.js';
import { lines } from '#lines/index.js';

const registry = new Registry(lines);
const office = (code: string, name: string): Office => ({
  ...{ code, parent: '430902', bureau: '430902', name, kind: 'justice-office' },
  ...{ validFrom: '2000-01-01', validTo: null, successor: null },
});
const offices = [office('43090201', '甲司法所'), office('43090202', '乙司法所')];
const formOf = (command: CommandDefinition, own = offices): EntryForm | undefined =>
  entryFormOf(registry, command, { bureau: '430902', offices: own, title: commandTitle(registry, command) });
const commands = [...registry.commands.values()];

/** Whether a list of records, or a patch, is anywhere in a payload: written here a second time. */
const nests = (field: Field, inList = false): boolean => {
  switch (field.kind) {
    case 'patch':
      return true;
    case 'list':
      return inList || nests(field.of, true);
    case 'record':
      return inList || Object.values(field.fields).some((of) => nests(of));
    case 'optional':
      return nests(field.of, inList);
    default:
      return false;
  }
};

it('every command of every line has a workbook, but those that nest lists and those that correct', () => {
  const expected = commands.filter(
    ({ record, fields }) => record === undefined && !Object.values(fields).some((field) => nests(field)),
  );
  expect(commands.filter((command) => formOf(command) !== undefined).map(({ type }) => type)).toEqual(
    expected.map(({ type }) => type),
  );
  expect(expected.length).toBeGreaterThan(200);
});

it('columns have titles of their own, in Chinese, with a way to fill them in', () => {
  for (const command of commands) {
    const form = formOf(command);
    if (form === undefined) continue;
    const titles = form.columns.map(({ title }) => title);
    expect([command.type, titles.length]).toEqual([command.type, new Set(titles).size]);
    expect(titles.filter((title) => !/\p{Script=Han}/u.test(title))).toEqual([]);
    expect(form.columns.filter(({ form: cell }) => cell.kind !== 'mark' && howToFill(cell) === '')).toEqual([]);
  }
});

const accept = registry.commands.get('mediation.AcceptDispute') as CommandDefinition;
const session = registry.commands.get('mediation.HoldMediationSession') as CommandDefinition;
const filled = (form: EntryForm, ...rows: readonly Readonly<Record<string, string>>[]): readonly EntryCell[] => {
  const titles = form.columns.map(({ title }) => title);
  const cell = (row: number, at: number, text: string): EntryCell => ({ row, column: at + 1, text, kind: 'text' });
  return [
    ...titles.map((title, at) => cell(1, at, title)),
    ...rows.flatMap((row, nth) =>
      Object.entries(row).map(([at, text]) =>
        cell(
          nth + 2,
          form.columns.findIndex((column) => column.at === at),
          text,
        ),
      ),
    ),
  ];
};
const rowsOf = (form: EntryForm, cells: readonly EntryCell[], more: object = {}) =>
  readRows(form, { cells, datesFrom1904: false, ...more });
const refusal = (read: () => unknown): unknown => {
  try {
    read();
  } catch (error) {
    if (error instanceof Rejected) return error.rejection.details.map(({ code, message }) => [code, message]);
    throw error;
  }
  return 'read';
};

it('a command that begins a case needs no case, one that goes on with one does; one office need not be named', () => {
  const required = (form: EntryForm | undefined, at: string) =>
    form?.columns.find((column) => column.at === at)?.required;
  expect([required(formOf(accept), 'streamId'), required(formOf(session), 'streamId')]).toEqual([false, true]);
  expect([required(formOf(accept), 'office'), required(formOf(accept, offices.slice(1)), 'office')]).toEqual([
    true,
    false,
  ]);
  const one = formOf(accept, offices.slice(1)) as EntryForm;
  expect(rowsOf(one, filled(one, { 'data.caseNo': '7' })).rows[0]?.office).toBe('43090202');
});

it('passes over the sample and what is empty, and gives rows that say the same the same content', () => {
  const form = formOf(accept) as EntryForm;
  const sample = Object.fromEntries(form.columns.map((column) => [column.at, exampleOf(column)]));
  const cells = filled(
    form,
    sample,
    { mark: '1', 'data.caseNo': ' 007 ', office: '甲司法所' },
    { mark: '2' },
    { mark: '3', 'data.caseNo': '００７', office: '43090201' },
  );
  const { rows } = rowsOf(form, cells);
  expect(rows.map(({ row }) => row)).toEqual([3, 5]);
  expect(rows[0]?.data).toEqual({ caseNo: '007' });
  expect(rows[0]?.content).toEqual(rows[1]?.content);
});

it('refuses a workbook of another command, without its columns, with others, without rows or with too many', () => {
  const form = formOf(accept) as EntryForm;
  const good = filled(form, { 'data.caseNo': '7' });
  const mark = { workbook: '0190a6f0-0000-7000-8000-000000000001', command: session.type };
  expect(refusal(() => rowsOf(form, good, { mark }))).toEqual([['entry-other-command', undefined]]);
  expect(refusal(() => rowsOf(form, good, { datesFrom1904: true }))).toEqual([['entry-dates-from-1904', undefined]]);
  expect(refusal(() => rowsOf(form, filled(form)))).toEqual([['entry-no-rows', undefined]]);
  const many = filled(form, ...Array.from({ length: 2001 }, (_, at) => ({ 'data.caseNo': String(at) })));
  expect(refusal(() => rowsOf(form, many))).toEqual([['entry-too-many-rows', '2000']]);
  const renamed = good.map((cell) => (cell.text === '调解案号' ? { ...cell, text: '案号' } : cell));
  expect(refusal(() => rowsOf(form, renamed))).toEqual([
    ['entry-column-unknown', '案号'],
    ['entry-column-missing', '调解案号'],
  ]);
  const twice = [...good, { row: 1, column: 90, text: '调解案号', kind: 'text' } as const];
  expect(refusal(() => rowsOf(form, twice))).toEqual([['entry-column-twice', '调解案号']]);
});
