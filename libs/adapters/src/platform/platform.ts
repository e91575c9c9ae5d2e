import type { Calendars } from '#application/calendars.js';
import type { AlertRun } from '#application/alerts/run-alerts.js';
import type { CommandHandler } from '#application/handle-command.js';
import type { Clock, Ids } from '#application/ports/clock.js';
import type { Alerts } from '#application/ports/alerts.js';
import type { EntryBatches } from '#application/ports/entry-batches.js';
import type { EventStore } from '#application/ports/event-store.js';
import type { Feed } from '#application/ports/feed.js';
import type { OwnDefinitions } from '#application/define-own.js';
import type { Drafts } from '#application/ports/drafts.js';
import type { Anchor } from '#application/chain/anchor.js';
import type { Chain } from '#application/ports/chain.js';
import type { DemoMark } from '#application/ports/demo.js';
import type { DefinitionStore } from '#application/ports/definitions.js';
import type { FlowProgress } from '#application/ports/flow-progress.js';
import type { LateEvents } from '#application/ports/late-events.js';
import type {
  BalanceChange,
  CausedPostings,
  FoldedStreams,
  LatePostings,
  Ledger,
  ParkedStreams,
  PartitionedProjections,
} from '#application/ports/ledger.js';
import type { Leases, RelayProgress } from '#application/ports/relay.js';
import type { OfficeDirectory } from '#application/ports/office-directory.js';
import type { PersonRegistry } from '#application/ports/person-registry.js';
import type { Looks } from '#application/ports/looks.js';
import type { TakingPart } from '#application/ports/taking-part.js';
import type { SessionStore, TryStore } from '#application/ports/sessions.js';
import type { FormDrafts } from '#application/ports/form-drafts.js';
import type { SavedViews } from '#application/ports/saved-views.js';
import type { Templates } from '#application/ports/templates.js';
import type { UserStore } from '#application/ports/users.js';
import type { YearEnd } from '#application/run-year-end.js';
import type { Registry } from '#application/registry.js';
import type { Projector } from '#application/run-view.js';
import type { WorkingDayCalendar } from '#kernel/working-days.js';

/** The use cases with their adapters behind them: what every process is a composition of. */
export interface Platform {
  readonly registry: Registry;
  readonly store: EventStore;
  readonly feed: Feed;
  readonly handler: CommandHandler;
  readonly ledger: Ledger & LatePostings & CausedPostings;
  readonly lateEvents: LateEvents;
  readonly projections: PartitionedProjections & ParkedStreams & FoldedStreams;
  readonly leases: Leases;
  readonly relayProgress: RelayProgress;
  readonly flowProgress: FlowProgress;
  readonly drafts: Drafts;
  /** Forms users have not finished. */
  readonly formDrafts: FormDrafts;
  /** How users look at registers. */
  readonly savedViews: SavedViews;
  /** Word forms that bureaus made themselves. */
  readonly templates: Templates;
  /** Whether this installation is a demo. */
  readonly demo: DemoMark;
  /** Which workbooks were recorded. */
  readonly entryBatches: EntryBatches;
  /** Makes the drafts of the year that is over, one bureau a step. */
  readonly yearEnd: YearEnd;
  readonly alerts: Alerts;
  /** Looks once a day at what stands out, one bureau a step. */
  readonly alertRun: AlertRun;
  /** Measures and indicators that bureaus add to those of the lines. */
  readonly definitions: OwnDefinitions;
  readonly definitionStore: DefinitionStore;
  /** Balances that moved after a position, up to another, as they are now; for who does not project. */
  changedBalances(after: number, upTo: number): Promise<readonly BalanceChange[]>;
  /** Not started; the process that wants live figures starts it. */
  readonly projector: Projector;
  readonly offices: OfficeDirectory;
  readonly persons: PersonRegistry;
  /** In which records persons take part. */
  readonly takingPart: TakingPart;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly tries: TryStore;
  readonly clock: Clock;
  readonly ids: Ids;
  calendar(): WorkingDayCalendar;
  /** Years of the working-day calendar, and the way a new one comes in. */
  readonly calendars: Calendars;
  /**
   * What requests of callers read through: the database itself leaves out what is not the caller's. Opened when first asked for.
   */
  readsOfCallers(): Promise<ReadsOfCallers>;
  /** The platform this one is a caller's part of, for rules that must know more than the caller may; absent in the whole. */
  readonly whole?: Platform;
  /** Records of who looked at whom. */
  readonly looks: Looks;
  /** Running hashes over the log. */
  readonly chain: Chain;
  /** Running hashes over the records of looking. */
  readonly lookChain: Chain;
  /** Chains all there is and writes the hashes of the ends outside the database; gives that of the log, undefined while it is empty. */
  anchor(): Promise<Anchor | undefined>;
  /** Subscribes to balances that moved, after their commit. Gives the way to unsubscribe. */
  onApplied(listener: (changes: readonly BalanceChange[], position: number) => void): () => void;
  /** Stops the projector, flushes what was accepted, closes connections. */
  close(): Promise<void>;
}

/** Ports through which row-level security lets a caller see what is his, and nothing else. */
export type ReadsOfCallers = Pick<
  Platform,
  'store' | 'ledger' | 'lateEvents' | 'projections' | 'drafts' | 'templates' | 'alerts'
>;

/** The platform without the bounds of a caller: what is read of it is the caller's only as far as the code takes care. */
export const wholeOf = (platform: Platform): Platform => platform.whole ?? platform;
