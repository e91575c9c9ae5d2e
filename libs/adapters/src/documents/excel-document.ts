import ExcelJS from 'exceljs';
import { checkPrinted } from '#application/documents/check-printed.js';
import type { PrintedDocument, PrintedSection, Run } from '#application/documents/printed.js';
import { attachManifest } from './attach-manifest.js';
import { edges, fonts, sizes } from './page-style.js';
import { packAlike } from './same-bytes.js';
import { SheetWriter } from './sheet-writer.js';
import { writerTerms } from './terms.js';

/** The cells that bear a name because figures stand in them: a name stays with its cell when rows are put in above it. */
class NamedCells {
  private count = 0;
  readonly places = new Map<string, string[]>();

  /** Names a cell after its number; where it holds more than the figure, a place says which stretch of text it is. */
  readonly name = (runs: readonly Run[]): string => {
    this.count += 1;
    const name = `figure_${this.count}`;
    runs.forEach(({ figure }, at) => {
      if (figure === undefined) return;
      const place = runs.length === 1 ? name : `${name}#${at}`;
      this.places.set(figure, [...(this.places.get(figure) ?? []), place]);
    });
    return name;
  };
}

const inches = (millimetres: number): number => Math.round((millimetres / 25.4) * 1000) / 1000;

const pageSetup = ({ orientation }: PrintedSection): Partial<ExcelJS.PageSetup> => {
  const { top, bottom, left, right } = edges[orientation];
  return {
    paperSize: 9, // A4
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(top),
      bottom: inches(bottom),
      left: inches(left),
      right: inches(right),
      header: inches(15),
      footer: inches(15),
    },
  };
};

/** May be done to a sheet without its password: there is none, the lock keeps from mistakes. */
const ALLOWED = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
};

const writeSheet = (sheet: ExcelJS.Worksheet, section: PrintedSection, draft: boolean, cells: NamedCells): void => {
  sheet.headerFooter.oddFooter = `&C&"${fonts.page}"&${sizes.page / 2}— &P —`;
  if (draft) sheet.headerFooter.oddHeader = `&R&"${fonts.heading}"&${sizes.page / 2}${writerTerms.draft}`;
  const writer = new SheetWriter(sheet, section, cells.name);
  if (draft) writer.text({ kind: 'signature', text: [{ text: writerTerms.draft }] });
  let longest = 0;
  section.blocks.forEach((block, at) => {
    if (block.kind !== 'table') {
      writer.text(block);
      return;
    }
    if (section.blocks[at - 1]?.kind === 'table') writer.space();
    const [first, last] = writer.table(block.table);
    // A sheet repeats the rows of one table only: the one that fills pages.
    if (last >= first && block.table.rows.length > longest) {
      longest = block.table.rows.length;
      sheet.pageSetup.printTitlesRow = `${first}:${last}`;
    }
  });
};

/**
 * A document as a workbook, one sheet for each section: numbers are numbers, cells are merged as in the form, those with
 * figures are locked, and the manifest of their evidence lies inside. The same document always gives the same bytes.
 * @throws UnprintableDocument naming each placeholder left over, figure unknown or printed otherwise, and table out of shape
 */
export const excelDocument = async (printed: PrintedDocument): Promise<Buffer> => {
  checkPrinted(printed);
  const { title, issuer, date, seal, seals, sections, figures, code, anchor } = printed;
  const cells = new NamedCells();
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  workbook.creator = issuer;
  workbook.lastModifiedBy = issuer;
  workbook.created = new Date(`${date}T00:00:00Z`);
  workbook.modified = workbook.created;
  for (const section of sections) {
    const sheet = workbook.addWorksheet(section.name, { pageSetup: pageSetup(section) });
    writeSheet(sheet, section, seal === null, cells);
    await sheet.protect('', ALLOWED);
  }
  const listed = figures.map((figure) => ({ ...figure, places: cells.places.get(figure.id) ?? [] }));
  const manifest = {
    ...{ document: code, issuer, date, seal, figures: listed },
    ...(seals !== undefined && { seals }),
    ...(anchor !== undefined && { anchor }),
  };
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return packAlike(bytes, { date, author: issuer }, attachManifest('excel', manifest));
};
