import type * as EntrySheet from './entry-sheet.js';
import type * as FormerWorkbook from './former-workbook.js';
import type * as MarkWorkbook from './mark-workbook.js';
import type * as WordForm from './word-form.js';

const wordForm = (): Promise<typeof WordForm> => import('./word-form.js');

/**
 * Everything that opens a file somebody handed in. What is given and what comes back is data, copied between threads. A thread
 * loads what its one file needs, and no more: most of what reading a small file costs is the start.
 */
export const readers = {
  formFaults: async (...given: Parameters<typeof WordForm.formFaults>) => (await wordForm()).formFaults(...given),
  formAsks: async (...given: Parameters<typeof WordForm.formAsks>) => (await wordForm()).formAsks(...given),
  filledForm: async (...given: Parameters<typeof WordForm.filledForm>) => (await wordForm()).filledForm(...given),
  formerPaper: async (...given: Parameters<typeof FormerWorkbook.formerPaper>) =>
    (await import('./former-workbook.js')).formerPaper(...given),
  entrySheet: async (...given: Parameters<typeof EntrySheet.entrySheet>) =>
    (await import('./entry-sheet.js')).entrySheet(...given),
  markedWorkbook: async (...given: Parameters<typeof MarkWorkbook.markedWorkbook>) =>
    (await import('./mark-workbook.js')).markedWorkbook(...given),
} as const;
export type Readers = typeof readers;
export type Reader = keyof Readers;
