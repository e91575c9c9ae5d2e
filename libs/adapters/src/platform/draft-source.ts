import { anchored } from '#application/documents/anchored.js';
import { type FoundSheet, readSheets } from '#application/evaluation/read-sheets.js';
import type { ComparisonPorts } from '#application/last-year/compare-sheet.js';
import type { Chain } from '#application/ports/chain.js';
import type { Clock } from '#application/ports/clock.js';
import type { DraftKey } from '#application/ports/drafts.js';
import type { DraftSource } from '#application/run-year-end.js';
import { officesOf } from '#application/sealing/freeze-figures.js';
import { type SheetDocument, documentsOf } from '#application/year-end/sheet-case.js';
import { documentOfSheet } from '#application/year-end/sheet-document.js';
import { excelDocument } from '../documents/excel-document.js';
import { wordDocument } from '../documents/word-document.js';

export interface DraftSourcePorts extends ComparisonPorts {
  readonly clock: Clock;
  readonly chain: Pick<Chain, 'anchorAt'>;
}

const nameOf = ({ sheet }: FoundSheet, document: SheetDocument): string => `${sheet.subject}-${document}`;

/** Every form of every sheet of a year, from the live log. */
export const draftSource = (ports: DraftSourcePorts): DraftSource => {
  const sheetsOf = (bureau: string, year: number): Promise<readonly FoundSheet[]> =>
    readSheets(ports, { bureau, offices: officesOf(ports.offices, bureau) }, year);
  const find = async ({ bureau, year, subject, document }: DraftKey) => {
    for (const found of await sheetsOf(bureau, year))
      for (const kind of documentsOf(found.sheet))
        if (found.sheet.subjectCode === subject && nameOf(found, kind) === document) return { found, kind };
    throw new Error(`no sheet ${subject} of ${year} has a document ${document}`);
  };
  return {
    wanted: async (bureau, year) =>
      (await sheetsOf(bureau, year)).flatMap((found) =>
        documentsOf(found.sheet).map((kind) => ({
          ...{ year, bureau },
          subject: found.sheet.subjectCode,
          document: nameOf(found, kind),
        })),
      ),
    make: async (key) => {
      const { found, kind } = await find(key);
      const { position } = await ports.ledger.watermark();
      const { today } = ports.clock.now();
      const draft = await documentOfSheet(ports, { found, document: kind, position, today });
      const printed = await anchored(draft, ports.chain, position);
      const [docx, xlsx] = await Promise.all([wordDocument(printed), excelDocument(printed)]);
      return { title: printed.title, position, files: { docx, xlsx } };
    },
  };
};
