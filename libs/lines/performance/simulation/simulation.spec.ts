import type { CaseFile } from '#application/case-file.js';
import { commandsOf, play, withoutRegistering } from '#application/simulate.js';
import type { Command } from '#kernel/command.js';
import { caseFile, playCase } from '../../../../test/support/played-case.js';
import { BUREAU, OFFICES, World } from '../../../../test/support/world.js';
import type { DataOfEvent } from '../domain/events.js';
import { isInequality } from '../domain/inequality.js';
import { performance } from '../index.js';

type Targets = DataOfEvent<'performance.TargetsSet'>;
type Evaluation = DataOfEvent<'performance.SelfEvaluated'>;

const dataOf = <Data>(commands: readonly Command[], type: string): readonly Data[] =>
  commands.filter((command) => command.type === `performance.${type}`).map(({ data }) => data as Data);

/** Reports of one bureau and year, played together. */
const playTogether = async (files: readonly CaseFile[], seed: string) => {
  const world = new World([performance]);
  const stage = { bureau: BUREAU, offices: OFFICES, seed };
  const commands = await commandsOf(files, world.registry, withoutRegistering, stage, { partial: true });
  await play(commands, world.handler);
  await world.projector.catchUp();
  return { world, commands };
};

describe.each(['1', 'another seed'])('seed %s', (seed) => {
  it('sets the nine tables of targets that a report prints, and evaluates none', async () => {
    const file = await caseFile('funing-2020-targets');
    const { world, commands } = await playCase(file, [performance], seed);
    const codes = ['PF-01', 'PF-01-project', 'PF-01-budget', 'PF-02', 'PF-06', 'PF-09'] as const;
    expect(await world.figures('2020', [...codes])).toEqual({
      'PF-01': '9',
      'PF-01-project': '9',
      'PF-01-budget': '2070900',
      'PF-02': '0',
      'PF-06': '0',
      'PF-09': '54',
    });
    const tables = dataOf<Targets>(commands, 'SetTargets');
    const legalAid = tables.find(({ subjectCode }) => subjectCode === 'legal-aid');
    expect(legalAid).toMatchObject({ officialCode: '315-0404-JBN-PIZB', budget: '160000.00', frame: 'hebei-funing' });
    const printed = file.rows.filter(({ level1 }) => level1 !== null);
    expect(tables.flatMap(({ rows }) => rows.map(({ row }) => row)).sort()).toEqual(printed.map(({ id }) => id).sort());
    expect(tables.flatMap(({ rows }) => rows).find(({ row }) => row === 't5-reoffence-rate')).toMatchObject({
      operator: 'at-most',
      target: '0.2',
      unit: '%',
      targetText: '≤0.2 百分率',
      basis: '矫正人员再犯罪人数',
      indicatorCode: 'CC-15',
    });
  });

  it.each([
    ['ziyang-2022-department', 'department', BUREAU, '100', undefined, 19],
    ['ziyang-2022-corrections', 'project', 'corrections-project', '99', '优秀', 20],
  ] as const)('sets and evaluates the form of %s', async (name, subject, subjectCode, total, gradeText, rows) => {
    const file = await caseFile(name);
    const { world, commands } = await playCase(file, [performance], seed);
    const [targets] = dataOf<Targets>(commands, 'SetTargets');
    const [evaluation] = dataOf<Evaluation>(commands, 'SelfEvaluate');
    expect(targets).toMatchObject({ subject, subjectCode });
    expect(targets?.rows).toHaveLength(rows);
    expect([evaluation?.total, evaluation?.gradeText]).toEqual([total, gradeText]);
    expect(evaluation?.groups.map(({ score }) => Number(score)).reduce((a, b) => a + b)).toBe(Number(total));
    expect(evaluation?.rows.filter(({ actualText }) => isInequality(actualText ?? ''))).toEqual([]);
    expect(await world.figures('2022', ['PF-01', 'PF-02-rate', 'PF-09'])).toEqual({
      'PF-01': '1',
      'PF-02-rate': '100',
      'PF-09': String(rows),
    });
  });

  it('approves both forms of a bureau on the day the report is signed, by another person', async () => {
    const files = await Promise.all(['ziyang-2022-department', 'ziyang-2022-corrections'].map(caseFile));
    const { world, commands } = await playTogether(files, seed);
    expect(await world.figures('2022', ['PF-01', 'PF-02', 'PF-04', 'PF-05'])).toEqual({
      'PF-01': '2',
      'PF-02': '2',
      'PF-04': '2',
      'PF-05': '0',
    });
    expect(dataOf(commands, 'ApproveSheet')).toEqual([{ approvedOn: '2023-04-25' }, { approvedOn: '2023-04-25' }]);
    const names = (type: string) =>
      commands.filter((item) => item.type.endsWith(type)).map((item) => item.principal.name);
    expect(names('ReviewSheet').filter((name) => names('SubmitSheet').includes(name))).toEqual([]);
  });
});

it('enters what was counted where the report prints a bound', async () => {
  const { commands } = await playCase(await caseFile('ziyang-2022-department'), [performance]);
  const [evaluation] = dataOf<Evaluation>(commands, 'SelfEvaluate');
  const found = (row: string) => evaluation?.rows.find((item) => item.row === row);
  expect(found('quantity-2-disputes-discovered')).toMatchObject({ actual: '1631' });
  expect(found('quantity-2-disputes-discovered')?.actualText).toBeUndefined();
  expect(found('quantity-3-mediation-success-rate')).toMatchObject({ actual: '98.71' });
  expect(found('timeliness-2-lectures')).toMatchObject({ actual: '12' });
  expect(found('social-2-stability')).toMatchObject({ actualText: '提升', qualitativeGrade: 'met' });
  expect(evaluation?.execution).toEqual({ weight: '10', score: '10' });
});

it.each(['dawukou-2020-transfer', 'taojiang-2023-corrections'])('%s has no form, so nothing is set', async (name) => {
  const { commands } = await playCase(await caseFile(name), [performance]);
  expect(commands).toEqual([]);
});
