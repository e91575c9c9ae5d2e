import { type ReportDocument, chineseDate } from '#application/build-report.js';
import type { Block, Cell, PrintedDocument } from '#application/documents/printed.js';
import { wordDocument } from './word-document.js';

/** Shares of the type area: what, target, result, evidence. */
const WIDTHS = [0.36, 0.16, 0.16, 0.32];

const block = (kind: 'title' | 'paragraph' | 'signature', text: string): Block => ({ kind, text: [{ text }] });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text: [{ text }] });

const cell = (text: string, column: number): Cell => ({
  text: [{ text }],
  align: column === 1 || column === 2 ? 'center' : 'left',
});

const printedReport = ({ title, issuer, date, sections, table, notes }: ReportDocument): PrintedDocument => {
  const header = table.columns.map((text): Cell => ({ text: [{ text }], caption: true }));
  const blocks: readonly Block[] = [
    block('title', title),
    ...sections.flatMap((section) => [
      heading(section.heading),
      ...section.paragraphs.map((text) => block('paragraph', text)),
    ]),
    heading(table.heading),
    {
      kind: 'table',
      table: { widths: WIDTHS, headerRows: 1, rows: [header, ...table.rows.map((row) => row.map(cell))] },
    },
    heading(notes.heading),
    ...(notes.lines.length === 0 ? ['未发现问题。'] : notes.lines).map((text) => block('paragraph', text)),
    block('signature', issuer),
    block('signature', chineseDate(date)),
  ];
  const section = { name: '报告', orientation: 'portrait', blocks } as const;
  return { code: title, title, issuer, date, sections: [section], figures: [], seal: null };
};

/** A report as a Word file in the form of an official paper; the same report always gives the same bytes. */
export const wordReport = async (report: ReportDocument): Promise<Buffer> => wordDocument(printedReport(report));
