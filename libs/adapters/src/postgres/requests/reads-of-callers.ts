import type pg from 'pg';
import type { EventStore } from '#application/ports/event-store.js';
import type { Ledger } from '#application/ports/ledger.js';
import { placesOf } from '#application/office-scope.js';
import type { PastRegisters } from '#application/past-registers.js';
import type { OfficeDirectory } from '#application/ports/office-directory.js';
import type { ReadsOfCallers } from '../../platform/platform.js';
import { PostgresAlerts } from '../alerts/alerts.js';
import { PostgresDrafts } from '../drafts/drafts.js';
import { patiently } from '../event-store/database-errors.js';
import { PostgresLateEvents } from '../event-store/late-events.js';
import { readStreams } from '../event-store/read-store.js';
import { PostgresLedger } from '../ledger/postgres-ledger.js';
import { PostgresProjectionStore } from '../ledger/projection-store.js';
import { CONNECTING, steadily } from '../steady-pool.js';
import { PostgresTemplates } from '../templates/templates.js';
import { requestsLogin } from './requests-login.js';
import { ScopedPool } from './scoped-pool.js';

/** What there is beside it, which sees everything. */
export interface Whole {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly ledger: Ledger;
  readonly offices: OfficeDirectory;
  readonly past: PastRegisters;
}

export interface OpenReads {
  readonly reads: ReadsOfCallers;
  readonly pool: pg.Pool;
}

/** Requests that read at the same time. */
const CONNECTIONS = 10;
/** How long reading streams bears a lost connection, milliseconds; as long as the store does. */
const PATIENCE = 10_000;

/**
 * Opens what requests read through.
 * @throws RequestsLoginUnfit where there is no login that row-level security binds
 */
export const openReads = async (
  databaseUrl: string,
  whole: Whole,
  options: { readonly requestsUrl: string | undefined; readonly merged: string | undefined },
): Promise<OpenReads> => {
  const { url, seal } = await requestsLogin(databaseUrl, options.requestsUrl);
  const pool = steadily(
    new ScopedPool(
      {
        ...{ ...CONNECTING, connectionString: url, max: CONNECTIONS },
        ...{ application_name: 'taizhang requests', options: '-c TimeZone=UTC -c DateStyle=ISO -c jit=off' },
      },
      (caller, session) => seal.scope(caller.name, placesOf(whole.offices, caller), session),
    ),
  );
  return { reads: readsOf(pool, whole, options.merged), pool };
};

const readsOf = (pool: pg.Pool, whole: Whole, merged: string | undefined): ReadsOfCallers => {
  const { store } = whole;
  // Each look-up by itself: those of several callers are never put together.
  const loadMany: EventStore['loadMany'] = (ids, upTo) => patiently(PATIENCE, () => readStreams(pool, ids, upTo));
  return {
    store: {
      load: async (id, upTo) => (await loadMany([id], upTo)).get(id),
      loadMany,
      findCommand: (id) => store.findCommand(id),
      holderOf: (key) => store.holderOf(key),
      append: (item) => store.append(item),
      appendMany: (items, atomic) => store.appendMany(items, atomic),
    },
    ledger: new LedgerOfCallers(pool, merged, whole),
    lateEvents: new PostgresLateEvents(pool),
    projections: new PostgresProjectionStore(pool),
    drafts: new PostgresDrafts(pool),
    templates: new PostgresTemplates(pool),
    alerts: new PostgresAlerts(pool),
  };
};

/** How far the figures are is the same for everybody, and is asked of the whole. */
class LedgerOfCallers extends PostgresLedger {
  constructor(
    pool: pg.Pool,
    merged: string | undefined,
    private readonly figures: Whole,
  ) {
    super(pool, { merged, past: figures.past, whole: figures.pool });
  }

  override watermark(): ReturnType<Ledger['watermark']> {
    return this.figures.ledger.watermark();
  }
}
