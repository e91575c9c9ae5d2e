import ExcelJS from 'exceljs';
import { hash } from 'node:crypto';
import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describeWithOffice, printedPages } from '../../../../test/support/office.js';
import { type RegisterSheet, type RegisterValues, writeRegisterWorkbook } from './register-workbook.js';

const SHEET: RegisterSheet = {
  name: '矫正对象台账',
  author: '甲县司法局',
  date: '2024-02-28',
  columns: [
    { title: '编号', kind: 'text', width: 28 },
    { title: '接收日期', kind: 'date' },
    { title: '金额', kind: 'number' },
    { title: '备注', kind: 'text' },
  ],
};

const rowsUpTo = async function* (count: number): AsyncGenerator<RegisterValues> {
  for (let at = 0; at < count; at += 1) {
    yield [
      `0043092220231234${String(at).padStart(6, '0')}`,
      '2023-12-31',
      `${at}.50`,
      at % 2 === 0 ? '=1+1 <&>' : null,
    ];
  }
};

const written = async (count: number): Promise<Buffer> => {
  const target = new PassThrough();
  const [bytes, rows] = await Promise.all([buffer(target), writeRegisterWorkbook(target, SHEET, rowsUpTo(count))]);
  expect(rows).toBe(count);
  return bytes;
};

it('writes every row; numbers are numbers, dates dates, and everything else the text it was', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await written(5000)) as unknown as ExcelJS.Buffer);
  const [sheet, ...more] = workbook.worksheets;
  expect([sheet?.name, sheet?.rowCount, more.length]).toEqual(['矫正对象台账', 5001, 0]);
  const values = (row: number) => (sheet?.getRow(row).values as unknown[]).slice(1);
  const day = new Date('2023-12-31T00:00:00Z');
  expect(values(1)).toEqual(['编号', '接收日期', '金额', '备注']);
  expect(values(2)).toEqual(['0043092220231234000000', day, 0.5, '=1+1 <&>']);
  expect(values(5001).slice(0, 3)).toEqual(['0043092220231234004999', day, 4999.5]);
  expect(sheet?.getRow(2).getCell(2).numFmt).toBe('yyyy-mm-dd');
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
});

it('takes no more rows than the target takes, and stops when that is gone', async () => {
  const pulled = { count: 0 };
  const many = async function* (): AsyncGenerator<RegisterValues> {
    // Nothing that packs well: what is waiting is what was written.
    for (; ; pulled.count += 1) yield [hash('sha512', String(pulled.count)), null, pulled.count, null];
  };
  // Somebody who asked for a file and does not read it.
  const target = new Writable({ write: () => undefined });
  const running = writeRegisterWorkbook(target, SHEET, many());
  const failed = expect(running).rejects.toThrow('the target was closed before the workbook was whole');
  let before = -1;
  while (pulled.count !== before) {
    before = pulled.count;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  expect(pulled.count).toBeLessThan(60_000);
  target.destroy();
  await failed;
});

it('destroys the target where the rows break off', async () => {
  const target = new PassThrough();
  target.resume();
  const broken = async function* (): AsyncGenerator<RegisterValues> {
    yield* rowsUpTo(300);
    throw new Error('the database went away');
  };
  await expect(writeRegisterWorkbook(target, SHEET, broken())).rejects.toThrow('the database went away');
  expect(target.destroyed).toBe(true);
});

describeWithOffice('calc', 'a register as LibreOffice prints it', () => {
  it('opens, with its texts and dates', async () => {
    const text = (await printedPages(await written(50), 'xlsx')).join('');
    for (const shown of ['接收日期', '0043092220231234000049', '2023-12-31', '49.5', '=1+1 <&>'])
      expect(text).toContain(shown);
  });
});
