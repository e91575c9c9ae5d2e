import type { Instant, Uuid } from '../kernel.js';

/** How somebody looks at a register, as the page keeps it: its filters, columns and scope under a name. */
export type ViewContent = Readonly<Record<string, unknown>>;

export interface SavedView {
  readonly viewId: Uuid;
  readonly content: ViewContent;
}

/** Views one user may keep. */
export const MOST_VIEWS = 50;
/** Bytes of one, as JSON. */
export const VIEW_BYTES = 20_000;

/** Keeps the views users saved, each for its user alone. They are no record of anything. */
export interface SavedViews {
  /** Those of a user, the one saved last first; without those that can no longer be read. */
  list(userId: Uuid): Promise<readonly SavedView[]>;
  /** In the place of what was kept under the id before. Gives false, and keeps nothing, where it would be one too many. */
  keep(userId: Uuid, view: SavedView, at: Instant): Promise<boolean>;
  drop(userId: Uuid, viewId: Uuid): Promise<void>;
}
