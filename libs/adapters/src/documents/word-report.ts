import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type ReportDocument, chineseDate } from '#application/build-report.js';
import { fonts, page, sizes, styles, typeWidth } from './page-style.js';
import { packAlike } from './same-bytes.js';

/** Shares of the type area: what, target, result, evidence. */
const COLUMNS = [0.36, 0.16, 0.16, 0.32];

/** `— 1 —` at the foot of each page. */
const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.page, size: sizes.page })],
    }),
  ],
});

const paragraph = (style: string, text: string): Paragraph => new Paragraph({ style, text });

const cell = (text: string, column: number, header: boolean): TableCell =>
  new TableCell({
    width: { size: Math.round((COLUMNS[column] ?? 0) * typeWidth), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    children: [
      new Paragraph({
        style: 'ReportCell',
        alignment: header || column === 1 || column === 2 ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [new TextRun({ text, ...(header && { font: fonts.heading }) })],
      }),
    ],
  });

const row = (cells: readonly string[], header = false): TableRow =>
  new TableRow({
    tableHeader: header,
    cantSplit: true,
    children: cells.map((text, column) => cell(text, column, header)),
  });

const table = ({ columns, rows }: ReportDocument['table']): Table =>
  new Table({
    width: { size: typeWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: COLUMNS.map((share) => Math.round(share * typeWidth)),
    rows: [row(columns, true), ...rows.map((cells) => row(cells))],
  });

/** A report as a Word file in the form of an official paper; the same report always gives the same bytes. */
export const wordReport = async (report: ReportDocument): Promise<Buffer> => {
  const document = new Document({
    title: report.title,
    creator: report.issuer,
    styles,
    sections: [
      {
        properties: { page },
        footers: { default: footer },
        children: [
          paragraph('ReportTitle', report.title),
          ...report.sections.flatMap(({ heading, paragraphs }) => [
            paragraph('ReportHeading', heading),
            ...paragraphs.map((text) => paragraph('ReportBody', text)),
          ]),
          paragraph('ReportHeading', report.table.heading),
          table(report.table),
          paragraph('ReportHeading', report.notes.heading),
          ...(report.notes.lines.length === 0 ? ['未发现问题。'] : report.notes.lines).map((text) =>
            paragraph('ReportBody', text),
          ),
          paragraph('ReportSignature', report.issuer),
          paragraph('ReportSignature', chineseDate(report.date)),
        ],
      },
    ],
  });
  return packAlike(await Packer.toBuffer(document), report.date, report.issuer);
};
