import { join } from 'node:path';
import { readCaseFile } from '#adapters/cases/read-case-file.js';
import { projectRoot } from '#adapters/project-root.js';
import { found, refusals, scored } from '../../../../test/support/scoring-sheets.js';
import type { CaseFile } from '../case-file.js';
import { hunanZiyang } from './frames/hunan-ziyang.frame.js';
import { national2020 } from './frames/national-2020.frame.js';
import { scoreExecution } from './score-parts.js';
import { scoreSheet } from './score-sheet.js';
import { sheetAsPrinted, sheetOfCase } from './sheet-of-case.js';

const read = (name: string): Promise<CaseFile> => readCaseFile(join(projectRoot(), 'cases', `${name}.json`));
const taken = { by: 'bureau', reason: '按已公开的自评表填列' };

/** Rows of an expected finding that stand in the scored form. */
const expectedRows = (file: CaseFile, code: string): readonly string[] =>
  file.expectedFindings
    .filter((item) => item.code === code)
    .flatMap(({ places }) => places.flatMap(({ row }) => row ?? []))
    .filter((id) => file.rows.some((row) => row.id === id && row.group !== undefined));

describe.each([
  ['ziyang-2022-department', '100.00', '100'],
  ['ziyang-2022-corrections', '99.00', '99'],
])('%s', (name, total, printed) => {
  it(`comes to ${printed} under its own frame, with execution beside the total`, async () => {
    const file = await read(name);
    expect(String(file.template.printedTotalScore)).toBe(printed);
    const result = scored(sheetAsPrinted(hunanZiyang, file, taken), hunanZiyang);
    expect(result).toMatchObject({ total, sum: total, outOf: '100', rescaledFrom: null, grade: '优' });
    expect(result.groups.map(({ score }) => Number(score))).toEqual(file.template.groups.map(({ score }) => score));
  });

  it('gives by its rules only what rows of numbers support; the rest waits for a person', async () => {
    const file = await read(name);
    const result = scored(sheetOfCase(file), hunanZiyang);
    expect(result.total).toBeNull();
    for (const { basis, computed, weight, rows } of result.groups) {
      expect(basis).toBe(rows.every(({ computed: own }) => own !== null) ? 'computed' : 'open');
      if (computed !== null) expect(Number(computed)).toBe(Number(weight));
    }
  });

  it('is refused under the national frame: its weights come to 110', async () => {
    const answer = refusals(scoreSheet(national2020, sheetOfCase(await read(name))));
    expect(answer[0]).toBe('weights weights-not-100 110 / 100');
    expect(answer).toContain('groups.产出指标.数量指标 weights-at-wrong-level');
  });

  it.each(['actual-is-inequality', 'target-without-operator', 'actual-is-word'])(
    'finds %s in the rows where a reader did',
    async (code) => {
      const file = await read(name);
      const { findings } = scored(sheetAsPrinted(hunanZiyang, file, taken), hunanZiyang);
      const rows = findings.filter((item) => item.code === code).flatMap((item) => item.rows);
      expect([...rows].sort()).toEqual([...expectedRows(file, code)].sort());
    },
  );
});

describe('the corrections project of 资阳', () => {
  const corrections = read('ziyang-2022-corrections');

  it('scores 5.16 of 10 for execution, under any frame', async () => {
    const sheet = sheetOfCase(await corrections);
    expect(scoreExecution(national2020, sheet).score?.toFixed()).toBe('5.16');
    expect(scored(sheet, hunanZiyang).execution).toMatchObject({ score: '5.16', rate: '51.63', inTotal: false });
  });

  it('prints 9 for execution and 9 for cost as typed over, and cost still owes a reason', async () => {
    const sheet = sheetAsPrinted(hunanZiyang, await corrections, taken);
    const result = scored(sheet, hunanZiyang);
    expect(result.execution).toMatchObject({ score: '9.00', computed: '5.16', basis: 'override', override: taken });
    const cost = result.groups.find(({ level2 }) => level2 === '成本指标');
    expect(cost).toMatchObject({ score: '9.00', computed: '10.00', basis: 'override' });
    const reasons = (of: typeof result) => found(of).filter((code) => code.startsWith('deviation-reason-missing'));
    expect(reasons(result)).toEqual(['deviation-reason-missing cost-1-corrections-money,cost-2-received-rate']);
    const explained = sheet.rows.map((row) =>
      row.id === 'cost-1-corrections-money' ? { ...row, deviationReason: '新办公地点未按期腾空' } : row,
    );
    expect(reasons(scored({ ...sheet, rows: explained }, hunanZiyang))).toEqual([]);
  });
});

it('大武口 has no scored form, and is refused as one', async () =>
  expect(refusals(scoreSheet(national2020, sheetOfCase(await read('dawukou-2020-transfer'))))).toEqual([
    'data.rows too-few 1',
  ]));
