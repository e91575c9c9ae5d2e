import type { FormFault, OwnForms } from '#application/documents/own-forms.js';
import { UnusableTemplate } from '#application/documents/template.js';
import { placeholdersIn } from '#application/report-definition.js';
import { openTemplate } from './template-paragraphs.js';
import { UnusableFile } from './unusable-file.js';
import { checkTemplate, fillTemplate } from './word-template.js';

/** @throws whatever is no fault of the file's */
const faultsOf = (error: unknown): readonly FormFault[] => {
  if (error instanceof UnusableFile) return [{ code: error.code, at: 'file', what: error.what }];
  if (error instanceof UnusableTemplate)
    return error.faults.map(({ code, placeholder, part, paragraph }) => ({
      ...{ code, at: `${part}, paragraph ${paragraph}`, what: placeholder },
    }));
  throw error;
};

/** Bureaus' own forms as Word files. */
export const wordForms: OwnForms = {
  faults: (bytes, vocabulary) => {
    try {
      checkTemplate(bytes, vocabulary);
      return [];
    } catch (error) {
      return faultsOf(error);
    }
  },
  asked: (bytes) =>
    new Set(
      openTemplate(bytes)
        .paragraphs.flatMap(({ text }) => placeholdersIn(text))
        .map((name) => name.trim().replace(/^[#/]/, '')),
    ),
  fill: (bytes, values, head) => fillTemplate(bytes, values, head).catch(faultsOf),
};
