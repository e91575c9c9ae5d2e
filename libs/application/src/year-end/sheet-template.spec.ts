import { lines } from '#lines/index.js';
import { caseFile, playCase } from '../../../../test/support/played-case.js';
import type { PrintedFigure } from '../documents/printed.js';
import { type FoundSheet, readSheets } from '../evaluation/read-sheets.js';
import { officesOf } from '../sealing/freeze-figures.js';
import { valuesOfSheet, vocabularyFor } from './sheet-template.js';

/** A published year played into a log, and what its sheets put into a form. */
const played = async (name: string, year: number) => {
  const { world } = await playCase(await caseFile(name), lines);
  const bureau = world.offices.all().find(({ kind }) => kind === 'bureau')?.code ?? '';
  const sheets = await readSheets(world, { bureau, offices: officesOf(world.offices, bureau) }, year);
  const { position } = await world.ledger.watermark();
  const fill = (found: FoundSheet, asked: readonly string[], at = position) =>
    valuesOfSheet(world, { found, position: at, today: `${year + 1}-01-01`, code: 'own-v1', asked: new Set(asked) });
  return { world, sheets, fill };
};

const shown = (fields: Readonly<Record<string, string | PrintedFigure>> = {}) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? `"${value}"` : value.printed]),
  );

describe('what a project played from 资阳 2022 puts into a form', () => {
  let year: Awaited<ReturnType<typeof played>>;
  let project: FoundSheet;
  beforeAll(async () => {
    year = await played('ziyang-2022-corrections', 2022);
    project = year.sheets.find(({ sheet }) => sheet.subject === 'project') as FoundSheet;
  }, 120_000);

  it('is words, money, totals, indicators and rows, only what is asked for', async () => {
    const asked = ['year', 'bureau', 'money.executed', 'execution.rate', 'CC-02', 'quantity-1-received', 'nobody'];
    const { values, head } = await year.fill(project, asked);
    expect(shown(values.names)).toEqual({
      year: '"2022"',
      bureau: `"${year.world.offices.find(project.bureau)?.name ?? ''}"`,
      'money.executed': '19.62',
      'execution.rate': '51.63%',
      'CC-02': '164',
      'quantity-1-received': '164人',
    });
    expect(values.lists).toEqual({});
    expect(head).toMatchObject({ seal: null, document: expect.stringMatching(/\.own-v1$/) });
  });

  it('is each row and each heading in turn', async () => {
    const { values } = await year.fill(project, ['rows', 'groups']);
    expect(values.lists['rows']).toHaveLength(project.sheet.rows.length);
    const { sheet } = project;
    const at = sheet.rows.findIndex(({ id }) => id === 'quantity-1-received');
    expect(shown(values.lists['rows']?.[at])).toMatchObject({ actual: '164人', number: '164' });
    const headings = new Set(sheet.rows.map(({ level1, level2 }) => `${level1}|${level2}`));
    expect(values.lists['groups']).toHaveLength(headings.size);
    const { lists } = vocabularyFor(year.world.registry);
    for (const [name, rows] of Object.entries(values.lists))
      for (const row of rows) expect(new Set(Object.keys(row))).toEqual(lists.get(name));
  });

  it('is a dash where nothing is known, never 0', async () => {
    const { values } = await year.fill(project, ['total.score', 'quantity-1-received.score', 'CC-02']);
    expect(shown(values.names)).toMatchObject({ 'total.score': '"—"', 'CC-02': '164' });
  });

  it('is a value for every name a form may ask for, and for none besides', async () => {
    const { names } = vocabularyFor(year.world.registry, project.sheet);
    const { values } = await year.fill(project, [...names]);
    expect(new Set(Object.keys(values.names))).toEqual(names);
    expect(vocabularyFor(year.world.registry).names.has('quantity-1-received')).toBe(false);
  });

  it('is what was known at a position', async () => {
    const before = await year.fill(project, ['CC-02', 'quantity-1-received'], 1);
    expect(shown(before.values.names)).not.toMatchObject({ 'CC-02': '164' });
  });
});
