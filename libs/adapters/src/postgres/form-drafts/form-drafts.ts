import type { Pool } from 'pg';
import {
  FORM_DRAFT_DAYS,
  FORM_DRAFTS_KEPT,
  type FormContent,
  type FormDraft,
  type FormDrafts,
} from '#application/ports/form-drafts.js';
import type { Instant } from '#kernel/dates.js';
import { WrongKey } from '../person-registry/sealed-text.js';
import type { UserVault } from '../users/user-vault.js';

/** Unfinished forms in the database, sealed like the secrets of their users: they may tell of persons. */
export class PostgresFormDrafts implements FormDrafts {
  constructor(
    private readonly pool: Pool,
    private readonly vault: UserVault,
  ) {}

  async find(draft: FormDraft): Promise<FormContent | undefined> {
    const { rows } = await this.pool.query<{ readonly sealed: string }>(
      'select sealed from form_drafts.draft where user_id = $1 and form = $2',
      [draft.userId, draft.form],
    );
    const [found] = rows;
    if (found === undefined) return undefined;
    try {
      return JSON.parse(this.vault.openDraft(draft, found.sealed)) as FormContent;
    } catch (error) {
      // Kept under a master key that was forgotten since.
      if (error instanceof WrongKey) return undefined;
      throw error;
    }
  }

  async keep(draft: FormDraft, content: FormContent, at: Instant): Promise<void> {
    const sealed = this.vault.sealDraft(draft, JSON.stringify(content));
    await this.pool.query(
      `insert into form_drafts.draft (user_id, form, sealed, kept_at) values ($1, $2, $3, $4)
       on conflict (user_id, form) do update set sealed = excluded.sealed, kept_at = excluded.kept_at`,
      [draft.userId, draft.form, sealed, at],
    );
    await this.pool.query(
      `delete from form_drafts.draft
       where kept_at < $1::timestamptz - $2 * interval '1 day'
         or user_id = $3 and form in
           (select form from form_drafts.draft where user_id = $3 order by kept_at desc offset $4)`,
      [at, FORM_DRAFT_DAYS, draft.userId, FORM_DRAFTS_KEPT],
    );
  }

  async drop({ userId, form }: FormDraft): Promise<void> {
    await this.pool.query('delete from form_drafts.draft where user_id = $1 and form = $2', [userId, form]);
  }
}
