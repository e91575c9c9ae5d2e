import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type JSZip from 'jszip';
import { checkPrinted } from '#application/documents/check-printed.js';
import { layTable } from '#application/documents/lay-table.js';
import type {
  Block,
  Cell,
  PrintedDocument,
  PrintedSection,
  Run,
  Table as Grid,
} from '#application/documents/printed.js';
import { attachManifest } from './attach-manifest.js';
import { boundRun } from './bound-run.js';
import { fonts, pageOf, sizes, styles, tableSize, typeTwips } from './page-style.js';
import { packAlike } from './same-bytes.js';
import { writerTerms } from './terms.js';

/** Which control of the document each figure stands in, as they are written. */
class Controls {
  private count = 0;
  readonly places = new Map<string, string[]>();

  next(figure: string): number {
    this.count += 1;
    this.places.set(figure, [...(this.places.get(figure) ?? []), String(this.count)]);
    return this.count;
  }
}

/** `— 1 —` at the foot of each page. */
const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.page, size: sizes.page })],
    }),
  ],
});

/** A draft says so on every page. */
const draftHeader = new Header({
  children: [
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      children: [new TextRun({ text: writerTerms.draft, font: fonts.heading, size: sizes.body })],
    }),
  ],
});

const textRuns = (text: string, options: IRunOptions): readonly TextRun[] =>
  text.split('\n').map((line, at) => new TextRun({ ...options, text: line, ...(at > 0 && { break: 1 }) }));

const runs = (text: readonly Run[], controls: Controls, options: IRunOptions = {}): ParagraphChild[] =>
  text.flatMap((run): readonly ParagraphChild[] => {
    if (run.figure === undefined) return textRuns(run.text, options);
    return [boundRun(run.figure, controls.next(run.figure), new TextRun({ ...options, text: run.text }))];
  });

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const headings = { 1: 'ReportHeading1', 2: 'ReportHeading2', 3: 'ReportHeading3' } as const;

const cellOf = ({ text, caption, align, down, across }: Cell, width: number, size: number, controls: Controls) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    ...(down !== undefined && down > 1 && { rowSpan: down }),
    ...(across !== undefined && across > 1 && { columnSpan: across }),
    children: [
      new Paragraph({
        style: 'ReportCell',
        alignment: alignments[align ?? (caption === true ? 'center' : 'left')],
        children: runs(text, controls, { size, ...(caption === true && { font: fonts.heading }) }),
      }),
    ],
  });

const tableOf = (grid: Grid, whole: number, controls: Controls): Table => {
  const widths = grid.widths.map((share) => Math.round(share * whole));
  const spanned = (from: number, count: number): number =>
    widths.slice(from, from + count).reduce((sum, width) => sum + width, 0);
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    rows: layTable(grid).map(
      (cells, row) =>
        new TableRow({
          tableHeader: row < grid.headerRows,
          cantSplit: true,
          children: cells.map(({ cell, column, across }) =>
            cellOf(cell, spanned(column, across), tableSize(widths.length), controls),
          ),
        }),
    ),
  });
};

const blockOf = (block: Block, orientation: PrintedSection['orientation'], controls: Controls): Paragraph | Table => {
  const paragraph = (style: string): Paragraph =>
    new Paragraph({ style, children: block.kind === 'table' ? [] : runs(block.text, controls) });
  switch (block.kind) {
    case 'title':
      return paragraph('ReportTitle');
    case 'heading':
      return paragraph(headings[block.level]);
    case 'paragraph':
      return paragraph('ReportBody');
    case 'note':
      return paragraph('ReportNote');
    case 'signature':
      return paragraph('ReportSignature');
    case 'table':
      return tableOf(block.table, typeTwips(orientation), controls);
  }
};

/** Two tables that touch become one in Word; an empty line keeps them apart, and a document cannot end in a table. */
const spaced = (
  blocks: readonly Block[],
  written: readonly (Paragraph | Table)[],
  last: boolean,
): (Paragraph | Table)[] =>
  written.flatMap((item, at) => {
    const next = blocks[at + 1];
    const apart = blocks[at]?.kind === 'table' && (next === undefined ? last : next.kind === 'table');
    return apart ? [item, new Paragraph({ style: 'ReportCell' })] : [item];
  });

const MAIN = 'word/document.xml';
const SECTION_END = '<w:p><w:pPr><w:sectPr';
const LOW = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:sectPr';

/** A section ends in an empty line of its own. One point high, it starts no page that is blank but for it. */
const lowSectionEnds = async (parts: JSZip): Promise<void> => {
  const xml = await parts.file(MAIN)?.async('string');
  if (xml !== undefined) parts.file(MAIN, xml.replaceAll(SECTION_END, LOW));
};

/**
 * A document as a Word file in the form of an official paper. Numbers bound to figures stand in locked controls, and the
 * manifest of their evidence lies inside. The same document always gives the same bytes.
 * @throws UnprintableDocument naming each placeholder left over, figure unknown or printed otherwise, and table out of shape
 */
export const wordDocument = async (printed: PrintedDocument): Promise<Buffer> => {
  checkPrinted(printed);
  const controls = new Controls();
  const { title, issuer, date, seal, seals, sections, figures, code, anchor } = printed;
  const document = new Document({
    title,
    creator: issuer,
    styles,
    sections: sections.map(({ orientation, blocks }, at) => ({
      properties: { page: pageOf(orientation) },
      footers: { default: footer },
      ...(seal === null && { headers: { default: draftHeader } }),
      children: spaced(
        blocks,
        blocks.map((block) => blockOf(block, orientation, controls)),
        at === sections.length - 1,
      ),
    })),
  });
  const listed = figures.map((figure) => ({ ...figure, places: controls.places.get(figure.id) ?? [] }));
  const manifest = {
    ...{ document: code, issuer, date, seal, figures: listed },
    ...(seals !== undefined && { seals }),
    ...(anchor !== undefined && { anchor }),
  };
  const attach = attachManifest('word', manifest);
  return packAlike(await Packer.toBuffer(document), { date, author: issuer }, async (parts) => {
    await lowSectionEnds(parts);
    await attach(parts);
  });
};
