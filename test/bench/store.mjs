import pg from 'pg';
import { applyEventStoreSchema, openEventStore } from '../../dist/libs/adapters/src/postgres/event-store/index.js';

/** Opens our event store in a database, setting it up where it is not, with a client of the owner beside it. */
export const openStore = async (databaseUrl) => {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  const { rows } = await admin.query(`select to_regclass('es.event') is null as missing`);
  if (rows[0].missing) await applyEventStoreSchema(admin);
  const { store, close } = await openEventStore(databaseUrl);
  return { store, admin, close: async () => void (await close(), await admin.end()) };
};
