import type { OwnForms } from '#application/documents/own-forms.js';
import { readApart } from './read-apart.js';
import { fileFaultsOf } from './unusable-file.js';

/** Bureaus' own forms as Word files, each opened on a thread of its own. */
export const wordForms: OwnForms = {
  faults: (bytes, vocabulary) => readApart('formFaults', [bytes, vocabulary]).catch(fileFaultsOf),
  asked: (bytes) => readApart('formAsks', [bytes]),
  fill: (bytes, values, head) => readApart('filledForm', [bytes, values, head]).catch(fileFaultsOf),
};
