import type { PaperEvidence } from '../documents/evidence-manifest.js';
import type { FormFault } from '../documents/own-forms.js';
import type { Refuted } from '../documents/verify-printed.js';
import type { ReadForm } from './read-form.js';

/** What a workbook of ours says of itself, and what is wrong with that before anybody is asked. */
export interface FormerEvidence extends PaperEvidence {
  readonly faults: readonly Refuted[];
}

/** A workbook from outside: the forms in it. `evidence` where it is one of ours. */
export interface FormerPaper {
  readonly forms: readonly ReadForm[];
  readonly evidence?: FormerEvidence;
}

/** Reads workbooks from outside; what is wrong with one that is broken or could do harm. */
export interface FormerForms {
  read(bytes: Uint8Array): Promise<FormerPaper | readonly FormFault[]>;
}
