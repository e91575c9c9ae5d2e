import { exact } from '#kernel/money.js';
import { numbersIn, says } from './text-numbers.js';

const said = (text: string) => numbersIn(text).map(({ number, unit }) => `${number}${unit}`);

describe('numbers in running text', () => {
  it.each([
    ['办理法律援助案件500件以上，执行率100％', ['500件', '100%']],
    ['投入 1,351 人次，支出19.62万元', ['1351人次', '19.62万元']],
    ['增长2.5个百分点；再犯罪率0.2百分率', ['2.5%', '0.2%']],
    ['２０人参加', ['20人']],
    ['排查1631余件', ['1631件']],
  ])('are those with a unit: %s', (text, numbers) => expect(said(text)).toEqual(numbers));

  it.each([
    '2022年12月31日前完成',
    '6月底前，10日内',
    '财预〔2020〕10号第3条',
    '1.加强管理；2.加强培训',
    '拨打12348热线，5·15活动',
    '年末两件顺延至次年',
  ])('are no days, years, papers, paragraphs, names: %s', (text) => expect(said(text)).toEqual([]));

  it('stand in their clause', () =>
    expect(numbersIn('受理4件，办结3件。').map(({ clause }) => clause)).toEqual(['受理4件', '办结3件']));

  it('say a value at the decimals they are typed with', () => {
    const [rate] = numbersIn('51.6%');
    expect(
      [exact('51.6316'), exact('51.66'), exact('52')].map((value) => rate !== undefined && says(rate, value)),
    ).toEqual([true, false, false]);
  });
});
