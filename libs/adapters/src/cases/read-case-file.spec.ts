import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leavesOf, withVariant } from '#application/case-file.js';
import { namesOf } from '#application/case-names.js';
import { evaluateFormula, parseFormula } from '#application/expressions.js';
import { roundForPrint } from '#kernel/money.js';
import { UnusableCaseFile, problemsOfCase, readCaseFile } from './read-case-file.js';

const folder = join(__dirname, '../../../../cases');
const load = (name: string) => readCaseFile(join(folder, `${name}.json`));
const sound = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(folder, 'taojiang-2023-corrections.json'), 'utf8')) as Record<string, unknown>;

describe('the five published cases', () => {
  it('keep the schema, and every formula gives the result written beside it', async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'schema.json');
    expect(names).toHaveLength(5);
    let checked = 0;
    for (const name of names) {
      const file = await readCaseFile(join(folder, name));
      const value = (expression: string) => evaluateFormula(parseFormula(expression), namesOf(file))?.toNumber();
      const formulas = [
        ...file.rows.flatMap((row) => row.derivations.map(({ expression, result }) => [expression, result] as const)),
        ...file.identities.flatMap(({ left, right, value: both }) => [[left, both] as const, [right, both] as const]),
      ];
      for (const [expression, result] of formulas)
        expect([name, expression, value(expression)]).toEqual([name, expression, result]);
      for (const { expression, computed, decimals } of file.expectedComputed)
        expect([expression, roundForPrint(value(expression) ?? Number.NaN, decimals).toNumber()]).toEqual([
          expression,
          computed,
        ]);
      checked += formulas.length + file.expectedComputed.length;
    }
    expect(checked).toBeGreaterThan(400);
  });

  it('give what their variants promise', async () => {
    const file = await load('ziyang-2022-corrections');
    for (const { id, gives } of file.activity.variants ?? []) {
      const varied = withVariant(file, id);
      for (const { expression, result } of gives)
        expect(evaluateFormula(parseFormula(expression), namesOf(varied))?.toNumber()).toBe(result);
    }
    expect(leavesOf(withVariant(file, 'without-transfers-in')).get('corrections')?.transferredIn).toBe(0);
    expect(leavesOf(file).get('corrections')?.transferredIn).toBe(13);
    expect(() => withVariant(file, 'none')).toThrow('no variant none');
  });

  it('say which name a formula got wrong', async () => {
    const names = namesOf(await load('taojiang-2023-corrections'));
    const value = (expression: string) => () => evaluateFormula(parseFormula(expression), names);
    expect(value("row('nobody')")).toThrow("no row 'nobody'");
    expect(value('activity.corrections.nothing')).toThrow('no activity.corrections.nothing');
    expect(value('activity.corrections')).toThrow('is not a number');
    expect(value("sum('x')")).toThrow('no function sum()');
  });
});

describe('a file that breaks the schema', () => {
  it('is refused with the name of an unknown key', async () => {
    const file = await sound();
    expect(await problemsOfCase({ ...file, extra: 1 })).toEqual(['/: unknown key "extra"']);
  });

  it('is refused with every place at once', async () => {
    const file = await sound();
    const [first, ...rest] = file.rows as Record<string, unknown>[];
    const broken = {
      ...file,
      fiscalYear: 'x',
      rows: [{ ...first, kind: 'guess', actual: { number: 'twelve', unit: '个' } }, ...rest],
    };
    const problems = await problemsOfCase(broken);
    expect(problems).toEqual(
      expect.arrayContaining([
        '/fiscalYear: must be integer',
        '/rows/0/kind: must be one of event budget survey establishment manual qualitative',
        '/rows/0/actual/number: must be number',
      ]),
    );
  });

  it('is refused for a day that does not exist and a formula nobody can read', async () => {
    const file = await sound();
    const [first, ...rest] = file['rows'] as Record<string, unknown>[];
    const row = { ...first, asOf: '2023-02-30', derivations: [{ expression: '1 +', result: 1, match: 'unprinted' }] };
    expect(await problemsOfCase({ ...file, rows: [row, ...rest] })).toEqual([
      '/rows/0/asOf: 2023-02-30 is no date',
      expect.stringContaining('row sections: a number or a name expected'),
    ]);
  });

  it('is refused for a window that is none or of another year, and for money among the activity', async () => {
    const file = await sound();
    const activity = file['activity'] as Record<string, unknown>;
    const within = (from: string, to: string) =>
      problemsOfCase({ ...file, activity: { ...activity, window: { from, to } } });
    expect(await within('2022-12-01', '2023-11-30')).toEqual([]);
    expect(await within('2023-12-06', '2023-01-01')).toEqual([
      '/activity/window: 2023-12-06 to 2023-01-01 ends before it begins',
    ]);
    expect(await within('2019-01-01', '2019-12-31')).toEqual([
      '/activity/window: 2019-01-01 to 2019-12-31 is not of the fiscal year 2023',
    ]);
    const funds = { executed: { value: -7, unit: '元', assumed: false } };
    expect(await problemsOfCase({ ...file, activity: { ...activity, funds } })).toEqual([
      '/activity: unknown key "funds"',
    ]);
  });

  it('is refused when it is not JSON, or not there', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'case-')), 'broken.json');
    await writeFile(path, '{"caseId": ');
    await expect(readCaseFile(path)).rejects.toThrow(UnusableCaseFile);
    await expect(readCaseFile(`${path}.none`)).rejects.toThrow('ENOENT');
  });
});
