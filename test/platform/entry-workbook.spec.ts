import type { EntryForm } from '#application/entry/entry-form.js';
import { entryFormOf } from '#application/entry/entry-form.js';
import { readRows } from '#application/entry/read-rows.js';
import type { Office } from '#application/ports/office-directory.js';
import { type CommandDefinition, Registry } from '#application/registry.js';
import { lines } from '#lines/index.js';
import { filledIn, marksIn, opened, placesIn, sheetOf } from '../support/entry-workbook.js';
import { describeWithOffice, printedPages } from '../support/office.js';
import { once, withParts } from '../support/office-parts.js';
import { entrySheet } from '#adapters/documents/entry-sheet.js';
import { entryWorkbook } from '#adapters/documents/entry-workbook.js';
import { markedWorkbook } from '#adapters/documents/mark-workbook.js';

const ID = '0190a6f0-0000-7000-8000-000000000001';
const registry = new Registry(lines);
const office = (code: string, name: string): Office => ({
  ...{ code, parent: '430902', bureau: '430902', name, kind: 'justice-office' },
  ...{ validFrom: '2000-01-01', validTo: null, successor: null },
});
const form = entryFormOf(registry, registry.commands.get('mediation.AcceptDispute') as CommandDefinition, {
  ...{ bureau: '430902', title: '受理纠纷' },
  offices: [office('43090201', '甲司法所'), office('43090202', '乙司法所')],
}) as EntryForm;
/** Title of the column of a field. */
const of = (at: string): string => form.columns.find((column) => column.at === `data.${at}`)?.title ?? at;
const template = () => entryWorkbook(form, ID, { date: '2023-03-05', author: '甲县司法局' });

it('has a heading, a sample, notes, and lists of codes out of sight that the cells choose from', async () => {
  const workbook = await opened(await template());
  expect(workbook.worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
    '登记 visible',
    '填写说明 visible',
    '代码 veryHidden',
  ]);
  const sheet = sheetOf(workbook);
  const places = placesIn(sheet);
  const at = (title: string, row: number) => sheet.getCell(row, places.get(title) ?? 0);
  expect([...places.keys()].slice(0, 4)).toEqual(['序号', '单位', '档案编号', '受理日期']);
  expect(at(of('kind'), 3).dataValidation).toMatchObject({ type: 'list', allowBlank: true });
  const [name = ''] = at(of('kind'), 3).dataValidation.formulae as string[];
  const [range = ''] = workbook.definedNames.getRanges(name).ranges;
  const [, letter = '', last = ''] = /^'?代码'?!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)$/.exec(range) ?? [];
  const lists = workbook.getWorksheet('代码');
  expect(Number(last)).toBe(19);
  expect([lists?.getCell(`${letter}2`).text, lists?.getCell(`${letter}19`).text]).toEqual(['婚姻家庭纠纷', '其他纠纷']);
  expect([at('调解案号', 900).numFmt, at('受理日期', 900).numFmt, at('序号', 2).text]).toEqual([
    '@',
    'yyyy-mm-dd',
    '示例',
  ]);
  const notes = workbook.getWorksheet('填写说明');
  expect(notes?.rowCount).toBe(form.columns.length + 1);
  expect(notes?.getRow(5).values).toContain('必填');
});

it('gives the same workbook the same bytes', async () => {
  expect((await template()).equals(await template())).toBe(true);
});

it('reads what was typed: 007 and 1.5.2 as text, a day however it is stored', async () => {
  const day = new Date('2022-03-05T00:00:00Z');
  const bytes = await filledIn(await template(), [
    { [of('caseNo')]: '007', [of('committeeCode')]: '1.5.2', [of('acceptedOn')]: day, 单位: '乙司法所' },
    {
      ...{ [of('caseNo')]: '1.5.2', [of('acceptedOn')]: '2022年3月5日', [of('peopleInvolved')]: '３' },
      [of('amountInDispute')]: 1234.567,
    },
    {
      ...{ [of('caseNo')]: 17, [of('acceptedOn')]: '44625', [of('peopleInvolved')]: 3.0 },
      [of('refusedInWriting')]: '否',
    },
  ]);
  const filled = entrySheet(bytes);
  expect(filled.mark).toEqual({ workbook: ID, command: 'mediation.AcceptDispute' });
  const { rows } = readRows(form, filled);
  expect(rows.map(({ row }) => row)).toEqual([3, 4, 5]);
  expect(rows.map(({ data }) => [data['caseNo'], data['acceptedOn'], data['peopleInvolved']])).toEqual([
    ['007', '2022-03-05', undefined],
    ['1.5.2', '2022-03-05', 3],
    ['17', '2022-03-05', 3],
  ]);
  expect([rows[0]?.data['committeeCode'], rows[0]?.office, rows[1]?.data['amountInDispute']]).toEqual([
    '1.5.2',
    '43090202',
    '1234.567',
  ]);
  expect(rows[2]?.data['refusedInWriting']).toBe(false);
});

it('a workbook whose days begin in 1904 says so, and one with a macro is not read', async () => {
  const bytes = await template();
  const old = await withParts(bytes, {
    'xl/workbook.xml': (xml) => xml.replace('<workbookPr', '<workbookPr date1904="1"'),
  });
  expect(entrySheet(old).datesFrom1904).toBe(true);
  const macro = await withParts(bytes, { 'xl/vbaProject.bin': () => 'x' });
  expect(() => entrySheet(macro)).toThrow('macro');
  await expect(markedWorkbook(macro, { cells: [], rows: [] })).rejects.toThrow('macro');
});

it('marks cells alone, says why in the last column, and takes marks off again', async () => {
  const bytes = await filledIn(await template(), [{ 调解案号: '007' }, { 调解案号: '008' }]);
  const marks = { cells: [{ row: 4, column: 5 }], rows: [{ row: 4, reasons: '「调解案号」必填' }] };
  const marked = await markedWorkbook(bytes, marks);
  expect(await marksIn(marked)).toEqual({ cells: ['E4'], reasons: new Map([[4, '「调解案号」必填']]) });
  // What goes back can be filled in and read again, the column of reasons passed over.
  expect(readRows(form, entrySheet(marked)).rows.map(({ data }) => data['caseNo'])).toEqual(['007', '008']);
  expect(await marksIn(await markedWorkbook(marked, { cells: [], rows: [] }))).toEqual({
    cells: [],
    reasons: new Map(),
  });
  const again = sheetOf(await opened(marked));
  const neighbour = again.getCell('E3').fill as { readonly pattern?: string } | undefined;
  expect(neighbour?.pattern ?? 'none').toBe('none');
  expect([again.getCell('E900').numFmt, again.getCell('B3').dataValidation.type]).toEqual(['@', 'list']);
});

it('keeps a workbook that nobody marked as ours, and reads it all the same', async () => {
  const bytes = await filledIn(await template(), [{ 调解案号: '007' }]);
  const foreign = await withParts(bytes, { 'xl/sharedStrings.xml': once('taizhang-entry-1', 'somebody') });
  const { mark } = entrySheet(foreign);
  expect(mark).toBeUndefined();
  expect(readRows(form, entrySheet(foreign)).rows).toHaveLength(1);
});

describeWithOffice('calc', 'a workbook that goes back, as LibreOffice prints it', () => {
  it('opens, with its rows and the reasons', async () => {
    const bytes = await filledIn(await template(), [{ 调解案号: '007' }]);
    const marked = await markedWorkbook(bytes, {
      cells: [{ row: 3, column: 5 }],
      rows: [{ row: 3, reasons: '「受理日期」必填' }],
    });
    const text = (await printedPages(marked, 'xlsx')).join('');
    for (const shown of ['调解案号', '007', '「受理日期」必填', '填写方式']) expect(text).toContain(shown);
  });
});
