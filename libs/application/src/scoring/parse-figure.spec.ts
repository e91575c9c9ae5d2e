import { join } from 'node:path';
import { readCaseFile } from '#adapters/cases/read-case-file.js';
import { projectRoot } from '#adapters/project-root.js';
import { parseActual, parseFigure } from './parse-figure.js';

it.each([
  ['≥1600件', { operator: '≥', number: '1600', unit: '件' }],
  ['≤0.2 百分率', { operator: '≤', number: '0.2', unit: '%' }],
  ['≥65%百分率', { operator: '≥', number: '65', unit: '%' }],
  ['≥65百分率', { operator: '≥', number: '65', unit: '%' }],
  ['≥30 人次', { operator: '≥', number: '30', unit: '人次' }],
  ['>=30人次', { operator: '≥', number: '30', unit: '人次' }],
  ['＞３０件', { operator: '>', number: '30', unit: '件' }],
  ['不低于500件', { operator: '≥', number: '500', unit: '件' }],
  ['300 件以上', { operator: '≥', number: '300', unit: '件' }],
  ['不超过2次', { operator: '≤', number: '2', unit: '次' }],
  ['98.71%', { number: '98.71', unit: '%' }],
  ['100％', { number: '100', unit: '%' }],
  ['≥70', { operator: '≥', number: '70' }],
  ['12.00', { number: '12.00' }],
  ['1,351人', { number: '1351', unit: '人' }],
  ['-3.5万元', { number: '-3.5', unit: '万元' }],
  ['1631余件', { number: '1631', unit: '件', approximate: 'above' }],
  ['近600平方米', { number: '600', unit: '平方米', approximate: 'below' }],
])('%s is taken apart', (text, parts) => expect(parseFigure(text)).toEqual({ text, ...parts }));

it.each([
  ...['达标', '年度计划', '**平米', '报到人数', '年终总结', '2020 年底', '6月30日', '一、二楼', ''],
  ...['发放完成率 100%', '10-20件', '10、20件', '5+3人', '≥300件以上', '两年内全部完成', '1.2.3', '12,34人', '≥'],
])('%s is text and nothing else', (text) => expect(parseFigure(text)).toEqual({ text }));

it.each(['≥1631件', '≤1%', '95%以上', '不低于50件', '>3'])('%s is refused as a result', (text) =>
  expect(parseActual(text)).toMatchObject({ kind: 'reject', code: 'figure-is-inequality' }),
);
it.each(['1631件', '98.71%', '达标', '=100%'])('%s is a result', (text) =>
  expect(parseActual(text)).toMatchObject({ text }),
);

it.each(['ziyang-2022-department', 'ziyang-2022-corrections', 'funing-2020-targets'])(
  'reads every target of the forms of %s as a person read it',
  async (name) => {
    const { rows } = await readCaseFile(join(projectRoot(), 'cases', `${name}.json`));
    // Rows of the form; a target that names its number in words is left to a person.
    const targets = rows.filter(({ level1, printedTarget }) => level1 !== null && printedTarget !== null);
    expect(targets.length).toBeGreaterThan(15);
    for (const { printedTarget, target } of targets) {
      const { operator = null, number = null, unit = null } = parseFigure(printedTarget ?? '');
      const read = number === null ? null : { operator, number: Number(number), unit };
      expect([printedTarget, read]).toEqual([printedTarget, target]);
    }
  },
);
