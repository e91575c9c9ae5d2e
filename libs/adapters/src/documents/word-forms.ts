import type { FormFault, OwnForms } from '#application/documents/own-forms.js';
import { readApart } from './read-apart.js';
import { UnusableFile } from './unusable-file.js';

const costly = (error: unknown): readonly FormFault[] => {
  if (!(error instanceof UnusableFile)) throw error;
  return [{ code: error.code, at: 'file', what: error.what }];
};

/** Bureaus' own forms as Word files, each opened on a thread of its own. */
export const wordForms: OwnForms = {
  faults: (bytes, vocabulary) => readApart('formFaults', [bytes, vocabulary]).catch(costly),
  asked: (bytes) => readApart('formAsks', [bytes]),
  fill: (bytes, values, head) => readApart('filledForm', [bytes, values, head]).catch(costly),
};
