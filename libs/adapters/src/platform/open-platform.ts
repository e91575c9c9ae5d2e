import type pg from 'pg';
import type { ChainAlgorithm } from '#application/chain/block.js';
import type { LineDefinition } from '#application/define-line.js';
import { AlertRun } from '#application/alerts/run-alerts.js';
import { OwnDefinitions } from '#application/define-own.js';
import { Calendars } from '#application/calendars.js';
import { CommandHandler } from '#application/handle-command.js';
import type { BalanceChange } from '#application/ports/ledger.js';
import type { PersonRegistry } from '#application/ports/person-registry.js';
import { Registry } from '#application/registry.js';
import { SoftClosings } from '#application/sealing/soft-closings.js';
import { PastRegisters } from '#application/past-registers.js';
import { Projector } from '#application/run-view.js';
import { YearEnd } from '#application/run-year-end.js';
import { Rejected, reject } from '#kernel/reject.js';
import { PostgresAlerts } from '../postgres/alerts/alerts.js';
import { JsonAnchorFile } from '../anchors/anchor-file.js';
import { PostgresCalendarYears } from '../postgres/calendar/calendar-years.js';
import { eventLog, looksLog } from '../postgres/chain/chain-source.js';
import { PostgresChain } from '../postgres/chain/postgres-chain.js';
import { createDataSource } from '../postgres/data-source.js';
import { PostgresEntryBatches } from '../postgres/entry-batches/entry-batches.js';
import { openEventStore, openStorePool } from '../postgres/event-store/index.js';
import { PostgresDefinitionStore } from '../postgres/definitions/definition-store.js';
import { PostgresDemoMark } from '../postgres/demo/demo-mark.js';
import { PostgresDrafts } from '../postgres/drafts/drafts.js';
import { PostgresFlowProgress } from '../postgres/flows/flow-progress.js';
import { changedBalances } from '../postgres/ledger/changed-balances.js';
import { RebuildUnderWay } from '../postgres/ledger/generation.js';
import { declareMeasures } from '../postgres/ledger/measures.js';
import { PostgresLedger } from '../postgres/ledger/postgres-ledger.js';
import { PostgresProjectionStore } from '../postgres/ledger/projection-store.js';
import { PostgresLooks } from '../postgres/looks/looks.js';
import { migrate } from '../postgres/migrate.js';
import { PostgresOfficeDirectory } from '../postgres/office-directory/postgres-office-directory.js';
import { assertKnownAnswers } from '../postgres/person-registry/known-answers.js';
import { type KeySource, openPersonKeys } from '../postgres/person-registry/person-keys.js';
import { PostgresPersonRegistry } from '../postgres/person-registry/postgres-person-registry.js';
import { PostgresTakingPart } from '../postgres/person-registry/taking-part.js';
import { type OpenReads, openReads } from '../postgres/requests/reads-of-callers.js';
import { steadyPool } from '../postgres/steady-pool.js';
import { PostgresFormDrafts } from '../postgres/form-drafts/form-drafts.js';
import { PostgresSavedViews } from '../postgres/saved-views/saved-views.js';
import { PostgresTemplates } from '../postgres/templates/templates.js';
import { PostgresLeases } from '../postgres/topics/leases.js';
import { PostgresRelayProgress } from '../postgres/topics/relay-progress.js';
import { PostgresSessions } from '../postgres/users/sessions.js';
import { PostgresTries } from '../postgres/users/tries.js';
import { aes256Gcm } from '../postgres/person-registry/aes-256-gcm.js';
import { UserVault, userVaultOf } from '../postgres/users/user-vault.js';
import { PostgresUsers } from '../postgres/users/users.js';
import { systemClock } from '../system/clock.js';
import { systemIds } from '../system/ids.js';
import { systemRandom } from '../system/random.js';
import { deriveAgain } from './derive-again.js';
import { draftSource } from './draft-source.js';
import type { Platform } from './platform.js';

/** Where the keys of persons are; a process that never sees a person names no file. */
export interface PlatformOptions extends Partial<KeySource> {
  readonly databaseUrl: string;
  readonly lines: readonly LineDefinition[];
  /** Choices of this deployment over the defaults of the lines, by line and name. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** File outside the database that anchors of the chain are written to; none are where it is left out. */
  readonly anchorsFile?: string;
  /** Hash of blocks made from now on, SHA-256 when absent. */
  readonly chainAlgorithm?: ChainAlgorithm;
  /** Events folded per transaction at most. */
  readonly batchSize?: number;
  /** Login that requests of callers are read under; one of our own where left out. */
  readonly requestsUrl?: string | undefined;
}

const vaultOf = (keyFile: string | undefined): UserVault =>
  keyFile === undefined ? new UserVault(aes256Gcm, refuse, systemRandom) : userVaultOf(keyFile);

const refuse = (): never => {
  throw new Error('this process holds no key of persons and users');
};
const noPersons: PersonRegistry = {
  register: refuse,
  registerMany: refuse,
  reveal: refuse,
  revealMany: refuse,
  lookAt: refuse,
  bureausOf: refuse,
  find: refuse,
  shared: refuse,
  erase: refuse,
};

/** Connections of the chain: its loop, and those who wait for a hash. */
const CHAIN_CONNECTIONS = 3;
/** Connections of those who look at persons. */
const LOOK_CONNECTIONS = 6;
/** Connections of the ledger: readers, the projector, and what a rebuild takes beside them. */
const LEDGER_CONNECTIONS = 12;

/**
 * Brings the database up to date and puts the use cases on it. The same platform serves the API, the worker, the command
 * line and the tests.
 */
export const openPlatform = async (options: PlatformOptions): Promise<Platform & { readonly pool: pg.Pool }> => {
  const { databaseUrl, lines, keyFile } = options;
  assertKnownAnswers();
  await migrate(databaseUrl);
  const registry = new Registry(lines, options.settings);
  const events = await openEventStore(databaseUrl);
  const dataSource = await createDataSource(databaseUrl).initialize();
  const pool = steadyPool({ connectionString: databaseUrl, max: LEDGER_CONNECTIONS });
  await declareMeasures(pool, [...registry.measures.values()]);
  const offices = await PostgresOfficeDirectory.open(dataSource);
  const personKeys = keyFile === undefined ? undefined : openPersonKeys(pool, { ...options, keyFile }, systemRandom);
  const userVault = vaultOf(keyFile);
  const looking = await openStorePool(databaseUrl, LOOK_CONNECTIONS);
  const looks = new PostgresLooks(looking.pool);
  const persons =
    personKeys === undefined
      ? noPersons
      : await PostgresPersonRegistry.open(pool, personKeys, systemIds, systemClock, looks);
  const chained = await openStorePool(databaseUrl, CHAIN_CONNECTIONS);
  const [chain, lookChain] = [eventLog, looksLog].map(
    (source) =>
      new PostgresChain(chained.pool, {
        ...{ source, algorithm: options.chainAlgorithm ?? 'sha256', clock: systemClock },
      }),
  ) as [PostgresChain, PostgresChain];
  const anchors = options.anchorsFile === undefined ? undefined : new JsonAnchorFile(options.anchorsFile, systemClock);
  const definitionStore = new PostgresDefinitionStore(pool);
  const calendars: Calendars = new Calendars(new PostgresCalendarYears(dataSource), (mark) => derive(mark));
  await calendars.refresh();
  const calendar = () => calendars.now();
  const parts = { registry, store: events.store, feed: events.feed, calendar, pool, definitionStore };
  const derive = async (mark?: number): Promise<void> => {
    // Another process may have been given a year since this one looked.
    await calendars.refresh();
    await deriveAgain(parts, undefined, mark).catch((error: unknown) => {
      throw error instanceof RebuildUnderWay ? new Rejected(reject('too-busy')) : error;
    });
  };
  const definitions = new OwnDefinitions(definitionStore, registry, derive, () => calendars.refresh());
  await definitions.refresh();
  const past = new PastRegisters(parts);
  const ledger = new PostgresLedger(pool, { merged: registry.people?.merged, past });
  const projections = new PostgresProjectionStore(pool);
  const drafts = new PostgresDrafts(pool);
  const alerts = new PostgresAlerts(pool);
  let reads: Promise<OpenReads> | undefined;
  const served = { registry, chain, store: events.store, ledger, offices, calendar };
  const listeners = new Set<(changes: readonly BalanceChange[], position: number) => void>();
  const projector = new Projector(
    {
      store: events.store,
      feed: events.feed,
      projections,
      registry,
      definitions,
      calendar,
      onApplied: (changes, position) => {
        for (const listener of listeners) listener(changes, position);
      },
    },
    options.batchSize,
  );
  return {
    registry,
    store: events.store,
    feed: events.feed,
    handler: new CommandHandler({
      store: events.store,
      registry,
      offices,
      clock: systemClock,
      calendar,
      softClosings: new SoftClosings({ ...parts, ledger, offices, clock: systemClock }),
    }),
    ledger,
    lateEvents: events.lateEvents,
    projections,
    leases: new PostgresLeases(pool),
    relayProgress: new PostgresRelayProgress(pool),
    flowProgress: new PostgresFlowProgress(pool),
    drafts,
    formDrafts: new PostgresFormDrafts(pool, userVault),
    savedViews: new PostgresSavedViews(pool, userVault),
    templates: new PostgresTemplates(pool),
    demo: new PostgresDemoMark(pool),
    entryBatches: new PostgresEntryBatches(pool),
    yearEnd: new YearEnd({
      drafts,
      offices,
      clock: systemClock,
      source: draftSource({ ...served, clock: systemClock }),
    }),
    alerts,
    alertRun: new AlertRun({ ...served, clock: systemClock, definitions, alerts }),
    definitions,
    definitionStore,
    changedBalances: (after, upTo) => changedBalances(pool, after, upTo),
    projector,
    offices,
    persons,
    takingPart: new PostgresTakingPart(pool, events.feed, registry),
    users: new PostgresUsers(pool, userVault),
    sessions: new PostgresSessions(pool),
    tries: new PostgresTries(pool),
    clock: systemClock,
    ids: systemIds,
    pool,
    calendar,
    calendars,
    readsOfCallers: async () => {
      const { requestsUrl } = options;
      const merged = registry.people?.merged;
      reads ??= openReads(databaseUrl, { pool, store: events.store, ledger, offices, past }, { requestsUrl, merged });
      return (await reads).reads;
    },
    looks,
    chain,
    lookChain,
    anchor: async () => {
      const [anchor, ofLooks] = [await chain.anchorAt(), await lookChain.anchorAt()];
      for (const found of [anchor, ofLooks]) if (found !== undefined) await anchors?.append(found);
      return anchor;
    },
    onApplied: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await projector.stop();
      await events.close();
      await (await reads?.catch(() => undefined))?.pool.end();
      await chained.pool.end();
      await looking.pool.end();
      await pool.end();
      await dataSource.destroy();
    },
  };
};
