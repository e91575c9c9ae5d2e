import { lintTemplate, vocabularyOf } from './template.js';

const vocabulary = vocabularyOf({
  names: { year: '2023', 'CC-02': '227' },
  lists: { rows: [{ name: '甲', value: '1' }] },
});
const faultsOf = (...texts: string[]) =>
  lintTemplate(
    texts.map((text, at) => ({ part: 'word/document.xml', paragraph: at + 1, text, filled: true })),
    vocabulary,
  ).map(({ code, placeholder, paragraph }) => `${code} ${placeholder} ${paragraph}`);

it('lets known placeholders pass, those of rows inside their rows', () => {
  expect(faultsOf('{year}年共{ CC-02 }人', '{#rows}{name}', '{value}（{year}）{/rows}')).toEqual([]);
});

it.each([
  ['{CC-99}人', 'unknown-placeholder {CC-99} 1'],
  ['{name}', 'unknown-placeholder {name} 1'],
  ['{#items}{/items}', 'unknown-placeholder {#items} 1'],
  ['{constructor.constructor("return process")()}', 'script {constructor.constructor("return process")()} 1'],
  ['{= 1 + 1}', 'script {= 1 + 1} 1'],
  ['{year | upper}', 'script {year | upper} 1'],
  ['{$year}', 'script {$year} 1'],
  ['{}', 'not-a-name {} 1'],
  ['{the year}', 'not-a-name {the year} 1'],
  ['{year', 'broken-placeholder { 1'],
  ['year}', 'broken-placeholder } 1'],
  ['{{year}}', 'broken-placeholder { 1'],
  ['{#rows}{name}', 'list-not-closed {#rows} 1'],
  ['{/rows}', 'list-not-opened {/rows} 1'],
  ['{#rows}{#rows}{/rows}', 'list-in-list {#rows} 1'],
  ['{__proto__}', 'not-a-name {__proto__} 1'],
])('refuses %s', (text, said) => {
  expect(faultsOf(text)[0]).toBe(said);
});

it('names every fault with its paragraph', () => {
  expect(faultsOf('{CC-99}', '{year}', '{CC-98}')).toEqual([
    'unknown-placeholder {CC-99} 1',
    'unknown-placeholder {CC-98} 3',
  ]);
});

it('takes from rows what every row has, and asks nothing of rows there are not', () => {
  const faults = (rows: readonly Record<string, string>[]) =>
    lintTemplate(
      [{ part: 'word/document.xml', paragraph: 1, text: '{#rows}{name}{value}{/rows}', filled: true }],
      vocabularyOf({ names: {}, lists: { rows } }),
    ).map(({ placeholder }) => placeholder);
  expect(faults([{ name: '甲', value: '1' }, { name: '乙' }])).toEqual(['{value}']);
  expect(faults([])).toEqual([]);
});
