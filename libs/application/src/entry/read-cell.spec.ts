import { count, date, instant, money, text } from '#kernel/schema.js';
import type { CellForm, PlainField } from './entry-form.js';
import { readCell } from './read-cell.js';
import type { EntryCell } from './workbooks.js';

const plain = (field: PlainField, many = false): CellForm => ({ kind: 'plain', field, many });
const read = (form: CellForm, written: string, kind: EntryCell['kind'] = 'text'): unknown => {
  const found = readCell(form, { row: 2, column: 1, text: written, kind });
  return 'fault' in found ? found.fault : found.value;
};

it('reads a date alike however it is written', () => {
  const written = [
    '2022-03-05',
    '2022/3/5',
    '2022.3.5',
    '2022年3月5日',
    ' ２０２２年３月５日　',
    '20220305',
    '44625',
    '2022年03月05日',
  ];
  expect(new Set(written.map((one) => read(plain(date()), one)))).toEqual(new Set(['2022-03-05']));
  expect(read(plain(date()), '44625', 'number')).toBe('2022-03-05');
  expect(read(plain(date()), '2022-03-05', 'date')).toBe('2022-03-05');
});

it('leaves what is no date as it is, for the command to refuse', () => {
  expect(['三月五日', '2022', '7', '2022-3'].map((one) => read(plain(date()), one))).toEqual([
    '三月五日',
    '2022',
    '7',
    '2022-3',
  ]);
  expect(read(plain(date()), '2023年2月30日')).toBe('2023-02-30');
});

it('reads an instant of Shanghai', () => {
  expect(
    ['2022-03-05 9:30', '2022年3月5日 09时30分', '2022/3/5 09:30:00'].map((one) => read(plain(instant()), one)),
  ).toEqual(Array(3).fill('2022-03-05T09:30:00+08:00'));
  expect(read(plain(instant()), '2022-03-05')).toBe('2022-03-05');
});

it('keeps 007 and 1.5.2, makes digits narrow, and takes blanks off the ends', () => {
  const code = plain(text(64));
  expect(['007', '1.5.2', '人调〔２０２３〕１号', ' A-1　'].map((one) => read(code, one))).toEqual([
    '007',
    '1.5.2',
    '人调〔2023〕1号',
    'A-1',
  ]);
  expect(read(plain(text(500)), '　第１户，（共２人） ')).toBe('第１户，（共２人）');
});

it('says of a text what a spreadsheet has made of it', () => {
  const code = plain(text(64));
  expect(read(code, '430902199003070000', 'number')).toBe('entry-digits-lost');
  expect(read({ kind: 'persons' }, '430902199003070000', 'number')).toBe('entry-digits-lost');
  expect(read(code, '2022-03-05', 'date')).toBe('entry-became-a-date');
  expect(read(code, '17', 'number')).toBe('17');
});

it('reads numbers with their groups, and leaves words to be refused', () => {
  expect(['３', '1,200', '4.0', '三', '1.5'].map((one) => read(plain(count()), one))).toEqual([
    3,
    1200,
    4,
    '三',
    '1.5',
  ]);
  expect(['1,200.50', '１２元', '8.005', '约三千'].map((one) => read(plain(money()), one))).toEqual([
    '1200.5',
    '12',
    '8.005',
    '约三千',
  ]);
});

it('finds a choice by its Chinese or its value, and several of a list', () => {
  const choices = [
    { value: 'damages', label: '损害赔偿（人身）' },
    { value: true, label: '是' },
  ];
  const one: CellForm = { kind: 'choice', choices, many: false };
  expect(['损害赔偿(人身) ', 'Damages', '是', 'true', '别的'].map((text) => read(one, text))).toEqual([
    'damages',
    'damages',
    true,
    true,
    '别的',
  ]);
  expect(read({ ...one, many: true }, '是；损害赔偿（人身）;')).toEqual([true, 'damages']);
});
