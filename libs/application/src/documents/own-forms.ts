import type { EvidenceManifest } from './evidence-manifest.js';
import type { TemplateValues, TemplateVocabulary } from './template.js';

/** One thing that is wrong with a form, or with the file it is in. */
export interface FormFault {
  /** `unknown-placeholder`, `macro` … */
  readonly code: string;
  /** Part and paragraph where there is one, `word/document.xml, paragraph 7`; else the file. */
  readonly at: string;
  /** The placeholder as it is written; what of the file it is. */
  readonly what: string;
}

/** Files of forms that bureaus made themselves, whatever program they are for. */
export interface OwnForms {
  /** What is wrong with a file that came from outside; nothing where it can be filled. */
  faults(bytes: Uint8Array, vocabulary: TemplateVocabulary): Promise<readonly FormFault[]>;
  /** Names of figures, texts and lists a form asks for. */
  asked(bytes: Uint8Array): Promise<ReadonlySet<string>>;
  /** The form filled; or what it asks for that has no value. */
  fill(
    bytes: Uint8Array,
    values: TemplateValues,
    head: Omit<EvidenceManifest, 'figures'>,
  ): Promise<Uint8Array | readonly FormFault[]>;
}
