import type { BureauCode, LocalDate } from '../kernel.js';

/** One document of one subject (the department, a project) of a bureau, for one fiscal year. */
export interface DraftKey {
  readonly year: number;
  readonly bureau: BureauCode;
  /** Code of the department or of the project. */
  readonly subject: string;
  /** `self-evaluation`, `targets` … */
  readonly document: string;
}

/** What a draft is kept with; the files are read one by one. */
export interface DraftEntry extends DraftKey {
  readonly title: string;
  /** Position of the log its figures include. */
  readonly position: number;
  /** SHA-256 of each file, hex. */
  readonly hashes: Readonly<Record<DraftFormat, string>>;
  readonly madeAt: string;
}

export const draftFormats = ['docx', 'xlsx'] as const;
export type DraftFormat = (typeof draftFormats)[number];

export interface DraftFiles {
  readonly title: string;
  readonly position: number;
  readonly files: Readonly<Record<DraftFormat, Uint8Array>>;
}

/** A document that could not be made; a bureau whose documents cannot even be listed names neither subject nor document. */
export interface DraftFailure extends DraftKey {
  readonly reason: string;
  readonly attempts: number;
  /** Instant of the last attempt. */
  readonly failedAt: string;
}

/** Where drafts are kept until they are signed or replaced. The first one of a key stays. */
export interface Drafts {
  /** Drafts of a year, of one bureau or of all, by bureau, subject and document. */
  list(year: number, bureau?: BureauCode): Promise<readonly DraftEntry[]>;
  failures(year: number, bureau?: BureauCode): Promise<readonly DraftFailure[]>;
  /** Keeps a draft and forgets its failures; false where there was one already, which stays. */
  keep(key: DraftKey, draft: DraftFiles): Promise<boolean>;
  fail(key: DraftKey, reason: string, failedAt: string): Promise<void>;
  /** Takes a failure off the list. */
  recover(key: DraftKey): Promise<void>;
  file(key: DraftKey, format: DraftFormat): Promise<Uint8Array | undefined>;
  /** Bureaus that were gone through on a day, for a year. */
  lookedAt(year: number, day: LocalDate): Promise<ReadonlySet<BureauCode>>;
  look(year: number, bureau: BureauCode, day: LocalDate): Promise<void>;
}
