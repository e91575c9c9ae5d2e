import type { PrintedDocument } from '#application/documents/printed.js';
import type { DraftFormat } from '#application/ports/drafts.js';
import { excelDocument } from './excel-document.js';
import { wordDocument } from './word-document.js';

/** A document as the bytes of a file, by format. The same document gives the same bytes. */
export const documentWriters: Readonly<Record<DraftFormat, (document: PrintedDocument) => Promise<Buffer>>> = {
  docx: wordDocument,
  xlsx: excelDocument,
};
