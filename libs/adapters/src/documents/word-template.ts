import { LoopPlugin, type ScopeDataResolver, type TemplateData, TemplateHandler, TextPlugin } from 'easy-template-x';
import JSZip from 'jszip';
import { amongPrinted } from '#application/documents/case-document.js';
import { anchorLine } from '#application/documents/anchored.js';
import type { EvidenceManifest } from '#application/documents/evidence-manifest.js';
import type { PrintedFigure } from '#application/documents/printed.js';
import {
  type TemplateValue,
  type TemplateValues,
  type TemplateVocabulary,
  UnusableTemplate,
  lintTemplate,
  vocabularyOf,
} from '#application/documents/template.js';
import { attachManifest, mainParts } from './attach-manifest.js';
import { FIGURE_CONTENT, type FigureContent, FigurePlugin } from './figure-plugin.js';
import { type OfficePackage, openPackage } from './office-package.js';
import { packAlike } from './same-bytes.js';
import { openTemplate } from './template-paragraphs.js';
import { writerTerms } from './terms.js';
import { figuresInWord } from './word-paper.js';

/**
 * Checks a bureau's own Word form before it is kept.
 * @throws UnusableFile a broken or harmful file
 * @throws UnusableTemplate naming each placeholder that is unknown or wrong, with its part and paragraph
 */
export const checkTemplate = (bytes: Uint8Array, vocabulary: TemplateVocabulary): void => {
  const faults = lintTemplate(openTemplate(bytes).paragraphs, vocabulary);
  if (faults.length > 0) throw new UnusableTemplate(faults);
};

const DEEPEST = 100;

/**
 * Fills a form: texts in the look it gives them, figures as locked controls with their manifest, as in a report. The same
 * form and values always give the same bytes.
 * @throws UnusableFile, UnusableTemplate as `checkTemplate`; a placeholder without a value is an unknown one
 */
export const fillTemplate = async (
  bytes: Uint8Array,
  values: TemplateValues,
  head: Omit<EvidenceManifest, 'figures'>,
): Promise<Buffer> => {
  const { file, paragraphs } = openTemplate(bytes);
  const faults = lintTemplate(paragraphs, vocabularyOf(values));
  if (faults.length > 0) throw new UnusableTemplate(faults);
  const handler = new TemplateHandler({
    plugins: [new LoopPlugin(), new TextPlugin(), new FigurePlugin()],
    scopeDataResolver: resolve,
    maxXmlDepth: DEEPEST,
  });
  const filled = await handler.process(await repacked(file), dataOf(values));
  const manifest: EvidenceManifest = { ...head, figures: standing(openPackage(filled), values) };
  return packAlike(filled, { date: head.date, author: head.issuer }, async (parts) => {
    if (head.seal === null) await markDraft(parts);
    if (head.anchor !== undefined) await addLine(parts, anchorLine(head.anchor));
    await attachManifest('word', manifest)(parts);
  });
};

/** The parts as they were checked: another reader of zips might find others in the same bytes. */
const repacked = async (file: OfficePackage): Promise<Buffer> => {
  const parts = new JSZip();
  for (const name of file.names) parts.file(name, file.read(name), { createFolders: false });
  return parts.generateAsync({ type: 'nodebuffer' });
};

const contentOf = (value: TemplateValue): string | FigureContent =>
  typeof value === 'string' ? value : { _type: FIGURE_CONTENT, figure: value };

const contents = (values: Readonly<Record<string, TemplateValue>>): TemplateData =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, contentOf(value)]));

const dataOf = ({ names, lists }: TemplateValues): TemplateData => ({
  ...contents(names),
  ...Object.fromEntries(Object.entries(lists).map(([list, rows]) => [list, rows.map(contents)])),
});

/** A name is looked for in its row, then outside of it; a dot in it is a dot. */
const resolve: ScopeDataResolver = ({ data, strPath }) => {
  const own = (from: TemplateData | undefined, name: string) =>
    from !== undefined && Object.hasOwn(from, name) ? from[name] : undefined;
  const name = strPath.at(-1) ?? '';
  const [list = '', row] = strPath;
  const rows = strPath.length > 1 ? own(data, list) : undefined;
  const inRow = Array.isArray(rows) ? own(rows[Number(row)], name) : undefined;
  // Every placeholder was found to have a value before.
  return (inRow ?? own(data, name)) as ReturnType<ScopeDataResolver>;
};

const MAIN = mainParts.word.part;

/** A draft says so on its face, whatever form it has. */
const markDraft = async (parts: JSZip): Promise<void> => {
  const text = (await parts.file(MAIN)?.async('string')) ?? '';
  const mark = `<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>${writerTerms.draft}</w:t></w:r></w:p>`;
  const marked = text.replace(/<w:body(?:\s[^>]*)?>/, (body) => `${body}${mark}`);
  if (marked === text) throw new Error(`${MAIN} has no body that can be marked as a draft`);
  parts.file(MAIN, marked);
};

/** A line at the end of the body, before what says how its pages are laid out. */
const addLine = async (parts: JSZip, text: string): Promise<void> => {
  const xml = (await parts.file(MAIN)?.async('string')) ?? '';
  const line = `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const added = xml.replace(
    /((?:<w:sectPr(?:\s[^>]*)?(?:\/>|>(?:(?!<w:sectPr).)*<\/w:sectPr>))?\s*<\/w:body>)/s,
    (end) => line + end,
  );
  if (added === xml) throw new Error(`${MAIN} has no body that a line can be added to`);
  parts.file(MAIN, added);
};

/** The figures a form asked for, each with the places it came to stand at. */
const standing = (file: OfficePackage, { names, lists }: TemplateValues): EvidenceManifest['figures'] => {
  const places = Map.groupBy(figuresInWord(file), ({ id }) => id ?? '');
  const values = [...Object.values(names), ...Object.values(lists).flatMap((rows) => rows.flatMap(Object.values))];
  const figures = new Map<string, PrintedFigure>();
  for (const value of values as readonly TemplateValue[]) {
    if (typeof value === 'string') continue;
    if ((figures.get(value.id) ?? value).printed !== value.printed) throw new RangeError(`two figures are ${value.id}`);
    figures.set(value.id, value);
  }
  const printed = new Set(places.keys());
  return [...figures.values()].flatMap((figure) => {
    const found = places.get(figure.id) ?? [];
    return found.length === 0 ? [] : [{ ...amongPrinted(figure, printed), places: found.map(({ place }) => place) }];
  });
};
