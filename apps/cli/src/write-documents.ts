import { writeFile } from 'node:fs/promises';
import { readNarrative } from '#adapters/cases/read-narrative.js';
import { documentWriters } from '#adapters/documents/write-document.js';
import type { CaseReport } from '#application/case-report.js';
import { anchored } from '#application/documents/anchored.js';
import { documentOfCase } from '#application/documents/case-document.js';
import { readMaterial } from '#application/documents/case-material.js';
import type { PrintedDocument } from '#application/documents/printed.js';
import type { DraftFormat } from '#application/ports/drafts.js';
import type { Reading } from '#application/ports/ledger.js';
import type { OpenPlatform } from './open.js';

/** The document of a case with the narrative that lies beside it. */
export const printedCase = async (
  casePath: string,
  report: CaseReport,
  { registry, ledger, chain }: Pick<OpenPlatform, 'registry' | 'ledger' | 'chain'>,
  reading: Reading,
): Promise<PrintedDocument> => {
  const narrative = await readNarrative(casePath, report.file, registry);
  const printed = documentOfCase(await readMaterial(report, narrative, registry, ledger, reading), narrative);
  return anchored(printed, chain, report.position);
};

export const writeDocument = async (document: PrintedDocument, format: DraftFormat, path: string): Promise<void> =>
  writeFile(path, await documentWriters[format](document));
