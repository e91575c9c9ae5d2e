import { rmSync } from 'node:fs';
import { tearDownKafka } from './kafka-setup.mjs';

/** Stops the servers of this run and removes their data. */
export default async function globalTeardown() {
  await tearDownKafka();
  if (globalThis.testPostgres === undefined) return;
  const { server, dataDir } = globalThis.testPostgres;
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
