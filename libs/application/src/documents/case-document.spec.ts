import { lines } from '#lines/index.js';
import { type CaseFile, withVariant } from '../case-file.js';
import { type CaseReport, reportOnCase, rowHolds } from '../case-report.js';
import { caseFile, playCase, wholeBureau } from '../../../../test/support/played-case.js';
import type { World } from '../../../../test/support/world.js';
import { documentOfCase } from './case-document.js';
import { readMaterial } from './case-material.js';
import { checkPrinted, runsOf } from './check-printed.js';
import { layTable } from './lay-table.js';
import { parseNarrative } from './narrative.js';
import { plainNarrative } from './plain-narrative.js';
import { printedNumber } from './printed-number.js';
import type { PrintedDocument, Table } from './printed.js';

const CASES = [
  'dawukou-2020-transfer',
  'funing-2020-targets',
  'taojiang-2023-corrections',
  'ziyang-2022-corrections',
  'ziyang-2022-department',
] as const;

interface Played {
  readonly file: CaseFile;
  readonly world: World;
  readonly report: CaseReport;
}

const play = async (file: CaseFile): Promise<Played> => {
  const { world } = await playCase(file, lines);
  return { file, world, report: await reportOnCase(file, world.registry, world.ledger, wholeBureau) };
};
const documentOf = async ({ world, report }: Played, template: string): Promise<PrintedDocument> => {
  const narrative = parseNarrative(template);
  const material = await readMaterial(report, narrative, world.registry, world.ledger, wholeBureau);
  return documentOfCase(material, narrative);
};
const tablesOf = ({ sections }: PrintedDocument): readonly Table[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])));
const textOf = (document: PrintedDocument): string =>
  document.sections
    .flatMap(({ blocks }) =>
      blocks.map((block) =>
        runsOf(block)
          .map(({ text }) => text)
          .join(''),
      ),
    )
    .join('\n');

const played = new Map<string, Played>();
beforeAll(async () => {
  for (const name of CASES) played.set(name, await play(await caseFile(name)));
}, 300_000);
const of = (name: (typeof CASES)[number]): Played => played.get(name) as Played;

describe.each(CASES)('%s', (name) => {
  let document: PrintedDocument;
  beforeAll(async () => {
    document = await documentOf(of(name), plainNarrative(of(name).file));
  });

  it('can be printed: every figure is listed and stands as listed, every grid is whole', () => {
    checkPrinted(document);
    for (const table of tablesOf(document)) expect(layTable(table).length).toBe(table.rows.length);
  });

  it('prints the figure of every row as the log gives it', () => {
    const { report } = of(name);
    const printed = new Map(document.figures.map((figure) => [figure.id, figure]));
    const missing = report.figures.flatMap(({ row, value, match }) => {
      if (match === 'awaiting-line' || row.actual === null || row.columns?.['3月底'] !== undefined) return [];
      const figure = printed.get(`${row.id}.actual`) ?? printed.get(`${row.id}.number`);
      const stands = figure === undefined ? undefined : printedNumber(figure.printed);
      if (figure === undefined) return [`${row.id} stands nowhere`];
      if (value?.value != null && figure.value !== value.value) return [`${row.id}: ${String(figure.value)}`];
      const same = stands?.number.equals(row.actual.number) === true || row.actual.approximate !== undefined;
      return same || !holdsToo(report, row.id) ? [] : [`${row.id}: ${figure.printed}, printed ${row.printedActual}`];
    });
    expect(missing).toEqual([]);
  });

  it('is the same document whenever it is made', async () =>
    expect(await documentOf(of(name), plainNarrative(of(name).file))).toEqual(document));
});

/** Rows the log contradicts differ from what was printed, and a finding says so. */
const holdsToo = (report: CaseReport, id: string): boolean => {
  const figure = report.figures.find(({ row }) => row.id === id);
  return figure !== undefined && figure.match !== 'contradicts' && rowHolds(report, figure);
};

void withVariant;
void textOf;
