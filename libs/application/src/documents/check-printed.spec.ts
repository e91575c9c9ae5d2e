import { checkPrinted } from './check-printed.js';
import type { Block, Cell, PrintedDocument, PrintedFigure } from './printed.js';

const manual = (id: string, printed: string): PrintedFigure => ({
  id,
  printed,
  value: null,
  unit: '',
  source: { kind: 'manual', event: null },
});
const documentOf = (blocks: Block[], figures: PrintedFigure[] = [], name = '正文'): PrintedDocument => ({
  code: 'sample',
  title: '样例',
  issuer: '甲县司法局',
  date: '2024-01-31',
  seal: null,
  sections: [{ name, orientation: 'portrait', blocks }],
  figures,
});
const line = (text: string, figure?: string): Block => ({
  kind: 'paragraph',
  text: [{ text, ...(figure === undefined ? {} : { figure }) }],
});
const tableOf = (cell: Cell, widths = [1]): Block => ({
  kind: 'table',
  table: { widths, headerRows: 0, rows: [[cell]] },
});
const numberCell = (text: string, value: string, decimals: number, unit: '' | '%' = ''): Block =>
  tableOf({ text: [{ text }], number: { value, decimals, unit } });

it('lets a whole document pass', () => {
  const figure = manual('a', '92');
  const blocks = [
    line('92', 'a'),
    numberCell('85.71%', '85.7142857', 2, '%'),
    numberCell('10分', '10', 0),
    numberCell('1,008.22', '1008.22', 2),
  ];
  expect(() => checkPrinted(documentOf(blocks, [figure]))).not.toThrow();
});

it.each([
  ['a placeholder left over', documentOf([line('共{CC-99}人')]), 'nothing stands behind {CC-99}'],
  ['an unknown figure', documentOf([line('92', 'b')]), '92 names figure b, which the document does not have'],
  ['a figure in other words', documentOf([line('93', 'a')], [manual('a', '92')]), 'figure a is 92 and stands as 93'],
  ['a figure that stands nowhere', documentOf([], [manual('a', '92')]), 'figure a stands nowhere'],
  ['one id for two', documentOf([line('92', 'a')], [manual('a', '92'), manual('a', '92')]), 'two figures have one id'],
  ['widths that do not fill', documentOf([tableOf({ text: [] }, [0.5])]), 'widths do not add up to 1'],
  ['cells that do not fill', documentOf([tableOf({ text: [] }, [0.5, 0.5])]), 'row 1: no cell for column 2'],
  [
    'a number the text does not print',
    documentOf([numberCell('85.73%', '85.7142857', 2, '%')]),
    '85.73% does not print',
  ],
  ['a fraction for percent points', documentOf([numberCell('85.71%', '0.857142857', 2, '%')]), 'does not print 0.857'],
  ['a sheet nobody can name', documentOf([], [], '一/二'), '一/二 cannot name a sheet'],
])('refuses %s', (_, document, said) => {
  expect(() => checkPrinted(document)).toThrow(said);
});
