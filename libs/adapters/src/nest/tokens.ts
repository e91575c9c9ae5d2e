/** Names under which the module provides what is no class of Nest's. */
export const PLATFORM = Symbol('platform');
export const FRESHNESS = Symbol('freshness');
export const SIGN_IN = Symbol('sign-in');
export const LIVE = Symbol('live');
export const LIVE_FIGURES = Symbol('live-figures');
export const BACKUPS = Symbol('backups');
export const BACKUP_DESK = Symbol('backup-desk');
export const DEMO_REMOVAL = Symbol('demo-removal');
