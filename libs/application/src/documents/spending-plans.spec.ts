import { lines } from '#lines/index.js';
import { caseFile, playCase, wholeBureau } from '../../../../test/support/played-case.js';
import type { CaseFile } from '../case-file.js';
import { reportOnCase } from '../case-report.js';
import { documentOfCase } from './case-document.js';
import { type CaseMaterial, readMaterial } from './case-material.js';
import { parseNarrative } from './narrative.js';
import { plainNarrative } from './plain-narrative.js';
import type { PrintedDocument } from './printed.js';

let file: CaseFile;
let material: (of: CaseFile) => Promise<CaseMaterial>;
beforeAll(async () => {
  file = await caseFile('funing-2020-targets');
  const { world } = await playCase(file, lines);
  const { registry, ledger } = world;
  material = async (of) => {
    const report = await reportOnCase(of, registry, ledger, wholeBureau);
    return readMaterial(report, parseNarrative(plainNarrative(of)), registry, ledger, wholeBureau);
  };
}, 120_000);

const printed = (of: CaseMaterial): PrintedDocument =>
  documentOfCase(of, parseNarrative(plainNarrative(of.report.file)));
const figureOf = ({ figures }: PrintedDocument, id: string) => figures.find((figure) => figure.id === id);

/** The same report with every percent typed otherwise. */
const typedOtherwise = (of: CaseFile): CaseFile => ({
  ...of,
  rows: of.rows.map((row) =>
    row.id.endsWith('-spending-plan')
      ? { ...row, columns: Object.fromEntries(Object.keys(row.columns ?? {}).map((heading) => [heading, 1])) }
      : row,
  ),
});

describe('a plan to spend money', () => {
  it('is printed as it was recorded, whatever the report typed', async () => {
    const document = printed(await material(typedOtherwise(file)));
    const percents = ['3月底', '6月底', '10月底', '12月底'].map((by) => figureOf(document, `t1-spending-plan.${by}`));
    expect(percents.map((figure) => figure?.value)).toEqual(['20', '40', '60', '100']);
    expect(percents.map((figure) => figure?.source.kind)).toEqual(Array(4).fill('derived'));
  });

  it('is printed as typed, and as entered by hand, where nobody recorded it', async () => {
    const read = await material(typedOtherwise(file));
    const document = printed({ ...read, plans: { points: new Map(), planned: [] } });
    expect(figureOf(document, 't1-spending-plan.3月底')).toMatchObject({ value: '1', source: { kind: 'manual' } });
    expect(figureOf(document, 'planned.03-31')).toBeUndefined();
  });

  it('adds up over the bureau at each of its dates, open to the records behind it', async () => {
    expect(figureOf(printed(await material(file)), 'planned.10-31')).toMatchObject({
      ...{ printed: '136.4925', value: '136.4925', unit: '万元' },
      source: { kind: 'indicator', period: { from: '2020-01-01', to: '2020-10-31' } },
    });
  });
});
