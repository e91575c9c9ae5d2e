import type { Pool } from 'pg';
import { MOST_VIEWS, type SavedView, type SavedViews, type ViewContent } from '#application/ports/saved-views.js';
import type { Instant } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { WrongKey } from '../person-registry/sealed-text.js';
import type { UserVault } from '../users/user-vault.js';

/** Saved views in the database, sealed like the secrets of their users: what somebody calls one may name a person. */
export class PostgresSavedViews implements SavedViews {
  constructor(
    private readonly pool: Pool,
    private readonly vault: UserVault,
  ) {}

  async list(userId: Uuid): Promise<readonly SavedView[]> {
    const { rows } = await this.pool.query<{ readonly viewId: Uuid; readonly sealed: string }>(
      'select view_id as "viewId", sealed from saved_views.view where user_id = $1 order by kept_at desc, view_id',
      [userId],
    );
    return rows.flatMap(({ viewId, sealed }) => {
      try {
        return [{ viewId, content: JSON.parse(this.vault.openView(userId, viewId, sealed)) as ViewContent }];
      } catch (error) {
        // Kept under a master key that was forgotten since.
        if (error instanceof WrongKey) return [];
        throw error;
      }
    });
  }

  async keep(userId: Uuid, { viewId, content }: SavedView, at: Instant): Promise<boolean> {
    const sealed = this.vault.sealView(userId, viewId, JSON.stringify(content));
    const { rowCount } = await this.pool.query(
      `insert into saved_views.view as kept (user_id, view_id, sealed, kept_at)
       select $1, $2, $3, $4
       where (select count(*) from saved_views.view where user_id = $1 and view_id <> $2) < $5
       on conflict (user_id, view_id) do update set sealed = excluded.sealed, kept_at = excluded.kept_at`,
      [userId, viewId, sealed, at, MOST_VIEWS],
    );
    return rowCount === 1;
  }

  async drop(userId: Uuid, viewId: Uuid): Promise<void> {
    await this.pool.query('delete from saved_views.view where user_id = $1 and view_id = $2', [userId, viewId]);
  }
}
