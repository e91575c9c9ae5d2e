import { rmSync } from 'node:fs';

/** Stops the PostgreSQL of this run and removes its data. */
export default async function globalTeardown() {
  if (globalThis.testPostgres === undefined) return;
  const { server, dataDir } = globalThis.testPostgres;
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
