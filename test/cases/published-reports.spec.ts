import { type CaseFile, leavesOf } from '#application/case-file.js';
import { type CaseReport, reportOnCase, rowHolds } from '#application/case-report.js';
import { evaluateFormula, parseFormula } from '#application/expressions.js';
import { namesOf } from '#application/case-names.js';
import { Registry } from '#application/registry.js';
import { bindingsOf, commandsOf, withoutRegistering } from '#application/simulate.js';
import { lines } from '#lines/index.js';
import { caseFile, countedLeaves, playCase, wholeBureau } from '../support/played-case.js';
import type { World } from '../support/world.js';

const COMPANION: Readonly<Record<string, string>> = {
  'ziyang-2022-department': 'ziyang-2022-corrections',
  'ziyang-2022-corrections': 'ziyang-2022-department',
};
/** Rules that would have to read the running text, which case files do not hold. */
const NEEDS_TEXT = ['district-for-county'];

describe.each([
  ['dawukou-2020-transfer', 69],
  ['ziyang-2022-department', 99],
  ['ziyang-2022-corrections', 58],
  ['funing-2020-targets', 83],
  ['taojiang-2023-corrections', 65],
])('%s, played by every line', (name, rows) => {
  let file: CaseFile;
  let world: World;
  let report: CaseReport;
  beforeAll(async () => {
    file = await caseFile(name);
    ({ world } = await playCase(file, lines));
    const companion = COMPANION[name];
    const companions = companion === undefined ? [] : [await caseFile(companion)];
    report = await reportOnCase(file, world.registry, world.ledger, wholeBureau, companions);
  }, 180_000);

  it('leaves no section of the file to nobody', () => {
    const known = new Set(bindingsOf(world.registry).map(({ section }) => section));
    expect([...leavesOf(file).keys()].filter((section) => !known.has(section))).toEqual([]);
  });

  it('counts every leaf as the file does', async () => {
    const { file: given, log } = await countedLeaves(file, world);
    // Targets name where money is to come from; nothing has come.
    const expected = file.funds.total.received === null ? without(given, 'funds.sources.') : given;
    expect(Object.keys(expected).length).toBeGreaterThan(20);
    expect(log).toMatchObject(expected);
  });

  it('has every row, and each stands to what is printed as the document itself derives it', () => {
    expect(report.figures.map(({ row }) => row.id)).toEqual(file.rows.map(({ id }) => id));
    expect(report.figures).toHaveLength(rows);
    expect(report.figures.filter(({ match }) => match === 'awaiting-line').map(({ row }) => row.id)).toEqual([]);
    const differing = report.figures.flatMap(({ row, match, value }) => {
      const [derivation] = row.derivations;
      return derivation === undefined || derivation.match === match
        ? []
        : [`${row.id}: ${match}, not ${derivation.match} (${value?.value})`];
    });
    expect(differing).toEqual([]);
    expect(report.figures.filter((figure) => !rowHolds(report, figure)).map(({ row }) => row.id)).toEqual([]);
  });

  it('raises every finding a rule can see, with its rows, and blocks nothing else', () => {
    const rule = new Set(file.expectedFindings.filter(({ detection }) => detection === 'rule').map(({ id }) => id));
    const missing = report.expected.filter(({ id, outcome }) => rule.has(id) && outcome !== 'raised').map(({ id }) => id);
    expect(missing).toEqual(NEEDS_TEXT.filter((id) => rule.has(id)));
    const expected = new Set(file.expectedFindings.flatMap(({ code, severity }) => (severity === 'block' ? [code] : [])));
    const blocks = report.findings.filter(({ severity }) => severity === 'block').map(({ code }) => code);
    expect(blocks.filter((code) => !expected.has(code))).toEqual([]);
  });

  it('prints a figure that contradicts the report so that the difference shows', () => {
    const same = report.figures
      .filter(({ match, value, row }) => match === 'contradicts' && value !== null && row.actual !== null)
      .filter(({ value, row }) => Number.parseFloat(value?.printed ?? '') === row.actual?.number);
    expect(same.map(({ row }) => row.id)).toEqual([]);
    const spent = report.figures.find(({ row }) => row.id === 'execution-rate-narrative');
    expect([undefined, '51.63%']).toContain(spent?.value?.printed);
  });

  it('gives every value that should have been printed', () => {
    const computed = Object.fromEntries(report.computed.map(({ id, value }) => [id, value.toNumber()]));
    expect(computed).toEqual(Object.fromEntries(file.expectedComputed.map((item) => [item.id, item.computed])));
  });

  it('has identities that hold, so that none may be flagged', () => {
    const names = namesOf(file);
    const broken = file.identities.filter(({ left, right, value }) =>
      [left, right].some((side) => evaluateFormula(parseFormula(side), names)?.equals(value) !== true),
    );
    expect(broken.map(({ id }) => id)).toEqual([]);
  });
});

const without = (leaves: Readonly<Record<string, number>>, prefix: string): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(leaves).filter(([name]) => !name.startsWith(prefix)));

it('a section that no line knows is refused by name', async () => {
  const file = await caseFile('taojiang-2023-corrections');
  const strange = { ...file, activity: { ...file.activity, fortuneTelling: { sessions: { value: 1, unit: '次', assumed: true } } } };
  const stage = { bureau: '430922', offices: ['430922001'], seed: '1' };
  await expect(commandsOf([strange as CaseFile], new Registry(lines), withoutRegistering, stage)).rejects.toThrow(
    'activity.fortuneTelling: unknown key',
  );
});
