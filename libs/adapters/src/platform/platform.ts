import type { CommandHandler } from '#application/handle-command.js';
import type { Clock, Ids } from '#application/ports/clock.js';
import type { EventStore } from '#application/ports/event-store.js';
import type { Feed } from '#application/ports/feed.js';
import type { BalanceChange, Ledger, ProjectionStore } from '#application/ports/ledger.js';
import type { OfficeDirectory } from '#application/ports/office-directory.js';
import type { PersonRegistry } from '#application/ports/person-registry.js';
import type { Registry } from '#application/registry.js';
import type { Projector } from '#application/run-view.js';
import type { WorkingDayCalendar } from '#kernel/working-days.js';

/** The use cases with their adapters behind them: what every process is a composition of. */
export interface Platform {
  readonly registry: Registry;
  readonly store: EventStore;
  readonly feed: Feed;
  readonly handler: CommandHandler;
  readonly ledger: Ledger;
  readonly projections: ProjectionStore;
  /** Not started; the process that wants live figures starts it. */
  readonly projector: Projector;
  readonly offices: OfficeDirectory;
  readonly persons: PersonRegistry;
  readonly clock: Clock;
  readonly ids: Ids;
  calendar(): WorkingDayCalendar;
  /** Subscribes to balances that moved, after their commit. Gives the way to unsubscribe. */
  onApplied(listener: (changes: readonly BalanceChange[], position: number) => void): () => void;
  /** Stops the projector, flushes what was accepted, closes connections. */
  close(): Promise<void>;
}
