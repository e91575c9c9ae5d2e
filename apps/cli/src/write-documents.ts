import { writeFile } from 'node:fs/promises';
import { readNarrative } from '#adapters/cases/read-narrative.js';
import { excelDocument } from '#adapters/documents/excel-document.js';
import { wordDocument } from '#adapters/documents/word-document.js';
import type { CaseReport } from '#application/case-report.js';
import { documentOfCase } from '#application/documents/case-document.js';
import { readMaterial } from '#application/documents/case-material.js';
import type { PrintedDocument } from '#application/documents/printed.js';
import type { Reading } from '#application/ports/ledger.js';
import type { OpenPlatform } from './open.js';

export const documentFormats = ['docx', 'xlsx'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

const WRITERS: Readonly<Record<DocumentFormat, (document: PrintedDocument) => Promise<Buffer>>> = {
  docx: wordDocument,
  xlsx: excelDocument,
};

/** The document of a case with the narrative that lies beside it. */
export const printedCase = async (
  casePath: string,
  report: CaseReport,
  { registry, ledger }: Pick<OpenPlatform, 'registry' | 'ledger'>,
  reading: Reading,
): Promise<PrintedDocument> => {
  const narrative = await readNarrative(casePath, report.file, registry);
  return documentOfCase(await readMaterial(report, narrative, registry, ledger, reading), narrative);
};

export const writeDocument = async (document: PrintedDocument, format: DocumentFormat, path: string): Promise<void> =>
  writeFile(path, await WRITERS[format](document));
