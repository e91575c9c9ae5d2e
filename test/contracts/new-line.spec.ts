import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#adapters/project-root.js';
import type { CaseFile } from '#application/case-file.js';
import type { LineDefinition } from '#application/define-line.js';
import { CannotWriteLine, listLine, writeLine } from '../../apps/cli/src/new-line.js';
import { identifiersOf, identifiersWithoutTerm, termsIncomplete, termsUnused } from '../architecture/term-rules.js';
import { caseFile, countedLeaves, playCase } from '../support/played-case.js';
import { lineContract } from './line.contract.js';

const root = projectRoot();
const templates = join(root, 'infra/new-line');
const place = mkdtempSync(join(tmpdir(), 'taizhang-new-line-'));
const folder = join(place, 'legal-checkup');
const written = writeLine(templates, folder, { code: 'legal-checkup', zh: '法治体检', prefix: 'LC' });
const { legalCheckup: line } = createRequire(__filename)(join(folder, 'index.ts')) as { legalCheckup: LineDefinition };
afterAll(() => rmSync(place, { recursive: true }));

lineContract(line);

describe('a line that was just written', () => {
  it('has every room, and no word of the template left', () => {
    expect(written.length).toBeGreaterThan(18);
    expect(written.filter((path) => /\{\{\w+\}\}|\.tmpl/.test(`${path}${readFileSync(path, 'utf8')}`))).toEqual([]);
  });

  it('names everything people meet, and nothing else', () => {
    const identifiers = identifiersOf(line);
    expect(identifiersWithoutTerm(identifiers, line.terms)).toEqual([]);
    expect(termsIncomplete(line.terms)).toEqual([]);
    expect(termsUnused(identifiers, Object.keys(line.errors), line.terms)).toEqual([]);
  });

  it('says at each field of a form what is to be filled in', () => {
    const fields = identifiersOf(line).filter(({ kind }) => kind === 'field');
    const sentences = fields.map(
      ({ keys }) => keys.map((key) => line.terms[key]).find((term) => term !== undefined)?.help,
    );
    expect(sentences.length).toBeGreaterThan(3);
    for (const sentence of sentences) expect(sentence).toMatch(/^.{10,59}。$/);
  });

  it('plays the counts of a case file as they are', async () => {
    const counts = { opening: 3, accepted: 40, closed: 35, closing: 8 };
    const leaves = Object.fromEntries(
      Object.entries(counts).map(([name, value]) => [name, { value, unit: '件', assumed: true }]),
    );
    const file = await caseFile('ziyang-2022-department');
    const { window, constraints } = file.activity as { window: object; constraints: readonly string[] };
    const own = { ...file, activity: { window, constraints, legalCheckup: leaves } } as unknown as CaseFile;
    const { world } = await playCase(own, [line]);
    const counted = await countedLeaves(own, world);
    expect(counted.log).toEqual(counted.file);
    expect(Object.keys(counted.file)).toHaveLength(4);
    const { closing: _closing, ...broken } = leaves;
    const wrong = {
      ...own,
      activity: { window, constraints, legalCheckup: { ...broken, closing: leaves['opening'] } },
    };
    await expect(playCase(wrong as unknown as CaseFile, [line])).rejects.toThrow('is not closing');
  });

  it('stands in the list of lines in its place', () => {
    const list =
      "import { corrections } from './corrections/index.js';\nimport { training } from './training/index.js';\n\nexport const lines = [\n  corrections,\n  training,\n];\n";
    expect(listLine(list, 'legal-checkup')).toBe(
      "import { corrections } from './corrections/index.js';\nimport { legalCheckup } from './legal-checkup/index.js';\nimport { training } from './training/index.js';\n\nexport const lines = [\n  corrections,\n  legalCheckup,\n  training,\n];\n",
    );
  });

  it('is not written twice, nor under a name that is no code', () => {
    const name = { zh: '法治体检', prefix: 'LC' };
    expect(() => writeLine(templates, folder, { code: 'legal-checkup', ...name })).toThrow(CannotWriteLine);
    expect(() => writeLine(templates, join(place, 'x'), { code: 'Legal Checkup', ...name })).toThrow(CannotWriteLine);
  });
});
