import type { CaseFile } from '../case-file.js';
import type { CaseFigureBook } from '../documents/figure-book.js';
import type { Narrative } from '../documents/narrative.js';
import { documentTerms } from '../documents/terms.js';
import { typedFigures } from '../documents/typed-figures.js';
import type { NarrativePart, PerformanceSheet } from '../evaluation/performance-sheet.js';
import type { RejectionDetail } from '../kernel.js';
import { placeholdersIn } from '../report-definition.js';
import { figureCalled, figuresToName } from './sheet-figures.js';

/** What a bureau itself says, as lines of a narrative, and the words that stand behind those of its placeholders that are no figures. */
export interface BoundNarrative {
  readonly linesOf: (part: NarrativePart) => readonly string[];
  readonly words: ReadonlyMap<string, string>;
}

const PLACEHOLDER = /\{([^{}]*)\}/;

/**
 * A bureau's own paragraphs for the report. Figures keep a placeholder of their own; what is written between them becomes words,
 * so that nothing in it is read as a mark or held to be a figure. One the sheet does not have, or not yet, is a dash, never 0.
 */
export const boundNarrative = (
  { narrative }: Pick<PerformanceSheet, 'narrative'>,
  file: CaseFile,
  book: CaseFigureBook,
): BoundNarrative => {
  const words = new Map<string, string>();
  const said = (text: string): string => {
    const name = `said:${words.size + 1}`;
    words.set(name, text);
    return `{${name}}`;
  };
  const figure = (name: string): string => {
    const found = figureCalled(file, book, name);
    return found === undefined ? said(documentTerms.unknown) : `{${found.id}}`;
  };
  /** Every second piece is what stood in braces. */
  const line = (paragraph: string): string =>
    paragraph
      .split(PLACEHOLDER)
      .map((piece, at) => (at % 2 === 1 ? figure(piece) : piece === '' ? '' : said(piece)))
      .join('');
  const lines = new Map(narrative.map(({ part, paragraphs }) => [part, paragraphs.map(line)]));
  return { linesOf: (part) => lines.get(part) ?? [], words };
};

const asNarrative = (paragraphs: readonly string[]): Narrative => ({
  sections: [
    {
      ...{ name: '', orientation: 'portrait' },
      blocks: paragraphs.map((text, at) => ({ kind: 'text', as: 'paragraph', level: 1, text, line: at + 1 })),
    },
  ],
});

/** What keeps paragraphs from standing in a report, each at its place: a figure nobody knows, a brace alone, a figure that was typed. */
export const narrativeFaults = (
  paragraphs: readonly string[],
  sheet: Pick<PerformanceSheet, 'rows'>,
  file: CaseFile,
  book: CaseFigureBook,
): readonly RejectionDetail[] => {
  const known = figuresToName(sheet);
  const place = (at: number): string => `paragraphs[${at}]`;
  return [
    ...paragraphs.flatMap((text, at) => [
      ...placeholdersIn(text)
        .filter((name) => !known.has(name))
        .map((name) => ({ at: place(at), code: 'unknown-placeholder', message: `{${name}}` })),
      ...(/[{}]/.test(text.replaceAll(new RegExp(PLACEHOLDER, 'g'), ''))
        ? [{ at: place(at), code: 'broken-placeholder' }]
        : []),
    ]),
    ...typedFigures(asNarrative(paragraphs), file, book).map(({ line, typed, figure }) => ({
      ...{ at: place(line - 1), code: 'typed-figure' },
      message: `${typed}：${known.get(`${figure}.actual`) ?? figure}`,
    })),
  ];
};
