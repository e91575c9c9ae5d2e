import {
  FORM_DRAFT_DAYS,
  FORM_DRAFTS_KEPT,
  type FormContent,
  type FormDraft,
  type FormDrafts,
} from '#application/ports/form-drafts.js';
import type { Instant } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';

const DAY = 86_400_000;
const keyOf = ({ userId, form }: FormDraft): string => `${userId} ${form}`;

/** Unfinished forms without a database: for tests. */
export class MemoryFormDrafts implements FormDrafts {
  private readonly kept = new Map<
    string,
    { readonly userId: Uuid; readonly content: FormContent; readonly at: Instant }
  >();

  async find(draft: FormDraft): Promise<FormContent | undefined> {
    return this.kept.get(keyOf(draft))?.content;
  }

  async keep(draft: FormDraft, content: FormContent, at: Instant): Promise<void> {
    this.kept.set(keyOf(draft), { userId: draft.userId, content, at });
    const from = Date.parse(at) - FORM_DRAFT_DAYS * DAY;
    for (const [key, old] of this.kept) if (Date.parse(old.at) < from) this.kept.delete(key);
    const own = [...this.kept].filter(([, { userId }]) => userId === draft.userId);
    own.sort(([, { at: one }], [, { at: other }]) => Date.parse(other) - Date.parse(one));
    for (const [key] of own.slice(FORM_DRAFTS_KEPT)) this.kept.delete(key);
  }

  async drop(draft: FormDraft): Promise<void> {
    this.kept.delete(keyOf(draft));
  }
}
