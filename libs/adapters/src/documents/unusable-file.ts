import type { FormFault } from '#application/documents/own-forms.js';
import { PlainFault } from '#kernel/plain-fault.js';

/** Why a file that came from outside is not read any further. */
export const fileFaults = [
  'too-large',
  'not-a-zip',
  'broken-zip',
  'zip-bomb',
  'too-many-parts',
  'encrypted',
  'not-a-document',
  'not-a-workbook',
  'broken-xml',
  'macro',
  'embedded-object',
  'external-link',
  'field-code',
  'not-a-template',
  'no-manifest',
  'broken-manifest',
  /** Reading it takes more memory or time than a file may. */
  'too-costly',
] as const;
export type FileFault = (typeof fileFaults)[number];

/** A file that is broken, or that could do harm. */
export class UnusableFile extends PlainFault {
  constructor(
    readonly code: FileFault,
    readonly what: string,
  ) {
    super(`${code}: ${what}`);
  }
}

/** What is wrong with the file as a whole. @throws whatever is no fault of the file's */
export const fileFaultsOf = (error: unknown): readonly FormFault[] => {
  if (!(error instanceof UnusableFile)) throw error;
  return [{ code: error.code, at: 'file', what: error.what }];
};
