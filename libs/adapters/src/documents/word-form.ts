import type { FormFault } from '#application/documents/own-forms.js';
import type { EvidenceManifest } from '#application/documents/evidence-manifest.js';
import { type TemplateValues, type TemplateVocabulary, UnusableTemplate } from '#application/documents/template.js';
import { placeholdersIn } from '#application/report-definition.js';
import { openTemplate } from './template-paragraphs.js';
import { fileFaultsOf } from './unusable-file.js';
import { checkTemplate, fillTemplate } from './word-template.js';

/** Faults that are told, and signs of a placeholder: a form may be made of nothing else, and all of it would be handed on. */
const TOLD = { faults: 200, signs: 200 } as const;

/** @throws whatever is no fault of the file's */
const faultsOf = (error: unknown): readonly FormFault[] => {
  if (error instanceof UnusableTemplate)
    return error.faults.slice(0, TOLD.faults).map(({ code, placeholder, part, paragraph }) => ({
      ...{ code, at: `${part}, paragraph ${paragraph}`, what: placeholder.slice(0, TOLD.signs) },
    }));
  return fileFaultsOf(error);
};

/** What is wrong with a bureau's own Word form. */
export const formFaults = (bytes: Uint8Array, vocabulary: TemplateVocabulary): readonly FormFault[] => {
  try {
    checkTemplate(bytes, vocabulary);
    return [];
  } catch (error) {
    return faultsOf(error);
  }
};

/** Names a form asks for. @throws UnusableFile */
export const formAsks = (bytes: Uint8Array): ReadonlySet<string> =>
  new Set(
    openTemplate(bytes)
      .paragraphs.flatMap(({ text }) => placeholdersIn(text))
      .map((name) => name.trim().replace(/^[#/]/, '')),
  );

/** The form with its values; or what it asks for that has none. */
export const filledForm = (
  bytes: Uint8Array,
  values: TemplateValues,
  head: Omit<EvidenceManifest, 'figures'>,
): Promise<Uint8Array | readonly FormFault[]> => fillTemplate(bytes, values, head).catch(faultsOf);
