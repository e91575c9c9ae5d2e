import { deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';
import { atMost } from '../../../../test/support/marks.js';
import { once, partOf, withParts } from '../../../../test/support/office-parts.js';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { excelDocument } from './excel-document.js';
import { readEvidence } from './manifest.js';
import { packageLimits } from './office-package.js';
import { UnusableFile } from './unusable-file.js';
import { wordDocument } from './word-document.js';

let word: Buffer;
let excel: Buffer;
beforeAll(async () => {
  word = await wordDocument(sampleDocument());
  excel = await excelDocument(sampleDocument());
});

const refusal = (bytes: Uint8Array): readonly [string, string] => {
  try {
    readEvidence(bytes);
  } catch (error) {
    if (error instanceof UnusableFile) return [error.code, error.what];
    throw error;
  }
  throw new Error('it was not refused');
};

const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const relation = (type: string, rest: string) =>
  once('</Relationships>', `<Relationship Id="x" Type="${type}" ${rest}/></Relationships>`);

it('refuses what is no zip, is cut off, or is too large', () => {
  expect(refusal(Buffer.from('not an office file at all, whatever its name'))[0]).toBe('not-a-zip');
  expect(refusal(Buffer.alloc(0))[0]).toBe('not-a-zip');
  expect(refusal(word.subarray(0, word.length - 40))[0]).toBe('not-a-zip');
  expect(refusal(word.subarray(2000))[0]).toBe('broken-zip');
  expect(refusal(Buffer.alloc(packageLimits.file + 1))[0]).toBe('too-large');
});

it('never fails otherwise, wherever a byte of it is wrong', () => {
  const codes = new Set<string>();
  for (let at = 0; at < word.length; at += 41) {
    const broken = Buffer.from(word);
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    try {
      readEvidence(broken);
    } catch (error) {
      expect(error).toBeInstanceOf(UnusableFile);
      codes.add((error as UnusableFile).code);
    }
  }
  expect(codes.has('broken-zip')).toBe(true);
});

/** Offset of the directory's record of a part. */
const recordOf = (bytes: Buffer, name: string): number => {
  const at = bytes.lastIndexOf(Buffer.from(name)) - 46;
  expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
  return at;
};

describe('a zip bomb', () => {
  it('is refused by what it declares', async () => {
    const bomb = Buffer.from(word);
    bomb.writeUInt32LE(packageLimits.inflated, recordOf(bomb, DOCUMENT) + 24);
    expect(refusal(bomb)[0]).toBe('zip-bomb');
  });

  it('is refused where it is more than it declares, and inflated no further than that', async () => {
    const bomb = await withParts(word, { [DOCUMENT]: (xml) => `${xml}${' '.repeat(32 << 20)}` });
    bomb.writeUInt32LE(1000, recordOf(bomb, DOCUMENT) + 24);
    await atMost(8 << 20, () => {
      const before = process.memoryUsage().arrayBuffers;
      expect(refusal(bomb)).toEqual(['zip-bomb', `${DOCUMENT} is larger than it declares`]);
      return process.memoryUsage().arrayBuffers - before;
    });
  });

  it('is refused where parts share their bytes', async () => {
    const shared = Buffer.from(word);
    const other = recordOf(shared, 'word/styles.xml');
    shared.copy(shared, recordOf(shared, 'word/settings.xml') + 42, other + 42, other + 46);
    expect(refusal(shared)[0]).toMatch(/zip-bomb|broken-zip/);
  });

  it('is refused by the number of its parts', async () => {
    const many = new JSZip();
    for (let part = 0; part <= packageLimits.parts; part += 1) many.file(`part${part}`, '');
    expect(refusal(await many.generateAsync({ type: 'nodebuffer' }))[0]).toBe('too-many-parts');
  });

  it('is refused where names in its text multiply', async () => {
    const lol = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`;
    const bytes = await withParts(word, { [DOCUMENT]: (xml) => xml.replace('<w:document', `${lol}<w:document`) });
    expect(refusal(bytes)).toEqual(['broken-xml', `${DOCUMENT}: it declares a document type`]);
  });
});

describe('a file that could act', () => {
  it.each([
    ['a macro', { 'word/vbaProject.bin': () => 'x' }, 'macro', 'word/vbaProject.bin'],
    [
      'a macro under another name',
      { [TYPES]: once('wordprocessingml.document.main+xml', 'ms-word.document.macroEnabled.main+xml') },
      'macro',
      'macroEnabled',
    ],
    [
      'a template from elsewhere',
      { [RELATIONS]: relation('attachedTemplate', 'TargetMode="External" Target="https://elsewhere.example/t.dotm"') },
      'external-link',
      'word/_rels/document.xml.rels: https://elsewhere.example/t.dotm',
    ],
    [
      'a picture from a server',
      { [RELATIONS]: relation('image', 'TargetMode="external" Target="\\\\elsewhere\\share\\p.png"') },
      'external-link',
      'elsewhere',
    ],
    ['an embedded program', { 'word/embeddings/oleObject1.bin': () => 'x' }, 'embedded-object', 'oleObject1.bin'],
    ['a control', { 'word/activeX/activeX1.xml': () => '<x/>' }, 'embedded-object', 'activeX1.xml'],
  ])('is refused by name: %s', async (_, changes, code, what) => {
    const [given, named] = refusal(await withParts(word, changes));
    expect([given, named]).toEqual([code, expect.stringContaining(what)]);
  });

  it('is refused as a workbook too', async () => {
    expect(refusal(await withParts(excel, { 'xl/externalLinks/externalLink1.xml': () => '<x/>' }))[0]).toBe(
      'embedded-object',
    );
    expect(refusal(await withParts(excel, { 'xl/vbaProject.bin': () => 'x' }))[0]).toBe('macro');
  });
});

describe('a file without evidence', () => {
  const ITEM = 'customXml/item1.xml';

  it('is refused, whether the manifest is gone, broken, doubled or incomplete', async () => {
    expect(refusal(await withParts(word, { [ITEM]: () => null }))[0]).toBe('no-manifest');
    expect(refusal(await withParts(word, { [ITEM]: once('</manifest>', '') }))[0]).toBe('broken-xml');
    const text = await partOf(word, ITEM);
    expect(refusal(await withParts(word, { 'customXml/item2.xml': () => text }))[0]).toBe('broken-manifest');
    expect(refusal(await withParts(word, { [ITEM]: once('<manual/>', '') }))).toEqual([
      'broken-manifest',
      `${ITEM}: grade has no source`,
    ]);
  });

  it('is refused where it is no document at all', async () => {
    const bare = await withParts(word, { [DOCUMENT]: () => null });
    expect(refusal(bare)[0]).toBe('not-a-document');
    const other = new JSZip().file('a.txt', deflateRawSync('a'));
    expect(refusal(await other.generateAsync({ type: 'nodebuffer' }))[0]).toBe('no-manifest');
  });
});
