import { exact } from '#kernel/money.js';
import type { SheetPage } from './sheet-page.js';
import { textRules } from './text.rules.js';

const value = (number: string, unit: string) => ({ value: exact(number), unit });
const figures: SheetPage['figures'] = [
  { row: 'accepted', names: ['受理法律援助案件'], values: [value('425', '件'), value('500', '件')] },
  { row: 'criminal', names: ['受理法律援助案件中刑事案件'], values: [value('120', '件')] },
  { row: 'money', names: ['预算执行率'], values: [value('51.6316', '%')] },
];
/** What a text breaks, as code and rows. */
const broken = (text: string, level = '县'): readonly string[] => {
  const page = { texts: [{ place: '目标', text }], figures, file: { bureau: { level } } } as unknown as SheetPage;
  return textRules.flatMap(({ code, broken: rule }) =>
    rule(page, []).map(({ rows }) => `${code} ${rows.join()}`.trim()),
  );
};

describe('a text beside a table', () => {
  it.each([
    ['tells what the table tells', '受理法律援助案件425件，受理法律援助案件目标500件以上，预算执行率51.63％', []],
    ['tells another number of a row it names', '受理法律援助案件300件以上', ['narrative-contradicts-table accepted']],
    ['says that all was spent', '年度资金预算执行率100％', ['narrative-contradicts-table money']],
    ['means the longest name it speaks', '受理法律援助案件中刑事案件120件', []],
    [
      'is not taken for the row whose name is part of another',
      '受理法律援助案件中刑事案件425件',
      ['narrative-contradicts-table criminal'],
    ],
    ['tells a number that is no figure', '新购电脑12台', ['number-not-in-table']],
    ['tells days and papers', '按财预〔2020〕10号，12月31日前完成', []],
    ['names a district in a county', '服务我区群众', ['level-word-mismatch']],
    ['names the county', '服务我县群众', []],
  ])('%s', (_what, text, expected) => expect(broken(text)).toEqual(expected));

  it('of a district names no county', () => expect(broken('全县覆盖', '区')).toEqual(['level-word-mismatch']));
});
