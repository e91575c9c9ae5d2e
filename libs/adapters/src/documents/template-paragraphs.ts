import type { TemplateParagraph } from '#application/documents/template.js';
import { mainParts } from './attach-manifest.js';
import { type OfficePackage, openPackage } from './office-package.js';
import { readXml } from './read-xml.js';
import { refuseActive } from './refuse-active.js';
import { UnusableFile } from './unusable-file.js';
import { figuresInWord } from './word-paper.js';

/** Parts that are filled; text in other parts of the file is not. */
const FILLED = /^word\/(document|header\d*|footer\d*)\.xml$/;
const TEXT = /^word\/[^/]+\.xml$/;
const MAIN_FIRST = (a: string, b: string): number =>
  Number(b === mainParts.word.part) - Number(a === mainParts.word.part) || (a < b ? -1 : 1);

/** Fields that fetch something, print behind the reader's back, or run. A link within the document (`\l`) is none of them. */
const FETCHING =
  /^\s*(DDE|DDEAUTO|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT|DATABASE|MACROBUTTON|PRINT|HYPERLINK(?!\s+\\l\b))\b/i;

/**
 * Opens a bureau's form, with every paragraph of it.
 * @throws UnusableFile a broken or harmful file, one that is no Word file, or one that was filled already
 */
export const openTemplate = (
  bytes: Uint8Array,
): { readonly file: OfficePackage; readonly paragraphs: readonly TemplateParagraph[] } => {
  const file = openPackage(bytes);
  refuseActive(file);
  for (const part of Object.values(mainParts.word))
    if (!file.has(part)) throw new UnusableFile('not-a-document', 'it is no Word file');
  const paragraphs = file.names
    .filter((name) => TEXT.test(name))
    .toSorted(MAIN_FIRST)
    .flatMap((part) => paragraphsOf(file.read(part), part));
  const [left] = figuresInWord(file);
  if (left !== undefined) throw new UnusableFile('not-a-template', `it is filled: ${left.text} in ${left.at}`);
  return { file, paragraphs };
};

interface Open {
  readonly number: number;
  text: string;
  codes: string;
  aside: string;
}

const paragraphsOf = (bytes: Uint8Array, part: string): readonly TemplateParagraph[] => {
  const found: TemplateParagraph[] = [];
  // A text box is a paragraph within a paragraph.
  const open: Open[] = [];
  /** Whether each control we are in holds plain text alone, in which no other control may stand. */
  const plain: boolean[] = [];
  let count = 0;
  let inside = '';
  let properties = false;
  const refuseField = (code: string): void => {
    if (FETCHING.test(code)) throw new UnusableFile('field-code', `${part}, paragraph ${count}: ${code.trim()}`);
  };
  readXml(bytes, part, {
    open: (name, attributes) => {
      inside = name;
      const paragraph = open.at(-1);
      if (name === 'w:p') open.push({ number: (count += 1), text: '', codes: '', aside: '' });
      else if (name === 'w:sdt') plain.push(false);
      else if (name === 'w:sdtPr') properties = true;
      else if (name === 'w:text' && properties) plain[plain.length - 1] = true;
      else if (name === 'w:fldSimple') refuseField(attributes['w:instr'] ?? '');
      else if (name === 'other:docPr' && paragraph !== undefined)
        paragraph.aside += `${attributes['descr'] ?? ''} ${attributes['title'] ?? ''} `;
      else if (name === 'w:fldChar' && paragraph !== undefined) {
        refuseField(paragraph.codes);
        paragraph.codes = '';
      } else if ((name === 'w:tab' || name === 'w:br') && paragraph !== undefined) paragraph.text += ' ';
    },
    text: (text) => {
      const paragraph = open.at(-1);
      if (paragraph === undefined) return;
      if (inside === 'w:t') {
        if (plain.includes(true)) paragraph.aside += text;
        else paragraph.text += text;
      }
      if (inside === 'w:instrText') paragraph.codes += text;
    },
    close: (name) => {
      inside = '';
      if (name === 'w:sdt') plain.pop();
      if (name === 'w:sdtPr') properties = false;
      if (name !== 'w:p') return;
      const { number, text, codes, aside } = open.pop() as Open;
      refuseField(codes);
      const place = { part, paragraph: number };
      found.push({ ...place, text, filled: FILLED.test(part) });
      if (aside.trim() !== '') found.push({ ...place, text: aside, filled: false });
    },
  });
  return found;
};
