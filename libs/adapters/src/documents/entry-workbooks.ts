import type { EntryWorkbooks } from '#application/entry/workbooks.js';
import { entryWorkbook } from './entry-workbook.js';
import { readApart } from './read-apart.js';
import { fileFaultsOf } from './unusable-file.js';

/** Workbooks of commands; what comes from outside is opened on a thread of its own. */
export const entryWorkbooks: EntryWorkbooks = {
  write: entryWorkbook,
  read: (bytes) => readApart('entrySheet', [bytes]).catch(fileFaultsOf),
  mark: (bytes, marks) => readApart('markedWorkbook', [bytes, marks]).catch(fileFaultsOf),
};
