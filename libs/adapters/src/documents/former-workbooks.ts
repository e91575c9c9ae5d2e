import type { FormerForms } from '#application/last-year/former-forms.js';
import { readApart } from './read-apart.js';
import { fileFaultsOf } from './unusable-file.js';

/** Forms of the year before as workbooks, each opened on a thread of its own. */
export const formerWorkbooks: FormerForms = {
  read: (bytes) => readApart('formerPaper', [bytes]).catch(fileFaultsOf),
};
