import { MOST_VIEWS, type SavedView, type SavedViews } from '#application/ports/saved-views.js';
import type { Instant } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';

/** Saved views without a database: for tests. */
export class MemorySavedViews implements SavedViews {
  private readonly kept = new Map<Uuid, ReadonlyMap<Uuid, SavedView & { readonly at: Instant }>>();

  async list(userId: Uuid): Promise<readonly SavedView[]> {
    return [...this.of(userId).values()]
      .sort((a, b) => b.at.localeCompare(a.at) || a.viewId.localeCompare(b.viewId))
      .map(({ viewId, content }) => ({ viewId, content }));
  }

  async keep(userId: Uuid, view: SavedView, at: Instant): Promise<boolean> {
    const own = this.of(userId);
    if (own.size >= MOST_VIEWS && !own.has(view.viewId)) return false;
    this.kept.set(userId, new Map([...own, [view.viewId, { ...view, at }]]));
    return true;
  }

  async drop(userId: Uuid, viewId: Uuid): Promise<void> {
    this.kept.set(userId, new Map([...this.of(userId)].filter(([id]) => id !== viewId)));
  }

  private of(userId: Uuid): ReadonlyMap<Uuid, SavedView & { readonly at: Instant }> {
    return this.kept.get(userId) ?? new Map();
  }
}
