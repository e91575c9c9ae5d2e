import type { Instant, Uuid } from '../kernel.js';

/** What stands in the fields of a form, as the page sent it. */
export type FormContent = Readonly<Record<string, unknown>>;

export interface FormDraft {
  readonly userId: Uuid;
  /** Which form: any name of the page's own, of one line. */
  readonly form: string;
}

/** Days a form that nobody finished is kept. */
export const FORM_DRAFT_DAYS = 30;

/** Unfinished forms a user has at most: the newest. */
export const FORM_DRAFTS_KEPT = 50;

/** Keeps the forms users have not finished, each for its user alone. They are no record of anything. */
export interface FormDrafts {
  /** Undefined where nothing is kept, or nothing that can still be read. */
  find(draft: FormDraft): Promise<FormContent | undefined>;
  /**
   * In the place of what was kept before. What anybody left for longer than `FORM_DRAFT_DAYS` goes, and what the user has beyond
   * the newest `FORM_DRAFTS_KEPT`.
   */
  keep(draft: FormDraft, content: FormContent, at: Instant): Promise<void>;
  drop(draft: FormDraft): Promise<void>;
}
