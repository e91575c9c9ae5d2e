import type { BureauCode } from '../kernel.js';

/** A form of a bureau's own by its code; the newest version where none is named. */
export interface TemplateKey {
  readonly bureau: BureauCode;
  /** `annual-report`: chosen by the bureau, one for all versions. */
  readonly code: string;
  readonly version?: number;
}

/** One version of a form, without its file. */
export interface TemplateEntry extends Required<TemplateKey> {
  readonly title: string;
  /** Name of the principal. */
  readonly uploadedBy: string;
  /** Instant. */
  readonly uploadedAt: string;
  /** Of the file, hex. */
  readonly sha256: string;
}

export interface TemplateUpload extends Omit<TemplateEntry, 'version' | 'sha256'> {
  readonly bytes: Uint8Array;
}

export interface StoredTemplate {
  readonly entry: TemplateEntry;
  readonly bytes: Uint8Array;
}

/** Where bureaus' own forms are kept. Versions count from 1, none is ever changed or lost. */
export interface Templates {
  /** Every version of every form of a bureau, by code, the newest first. */
  list(bureau: BureauCode): Promise<readonly TemplateEntry[]>;
  /** Keeps a form as the next version of its code. The title and file of the newest version again are that version: `kept` is false. */
  keep(upload: TemplateUpload): Promise<{ readonly entry: TemplateEntry; readonly kept: boolean }>;
  find(key: TemplateKey): Promise<StoredTemplate | undefined>;
}
