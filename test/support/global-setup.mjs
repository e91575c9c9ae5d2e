import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUpKafka } from './kafka-setup.mjs';
import { importSource } from './typescript.mjs';

const PREFIX = 'taizhang-test-pg-';

const lives = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Stops the servers and removes the folders of earlier runs that crashed: a folder is named after the run's process. */
const sweep = async (startEmbeddedPostgres, log) => {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX) || lives(Number(name.slice(PREFIX.length)))) continue;
    const dataDir = join(tmpdir(), name);
    const orphan = existsSync(join(dataDir, 'postgres', 'postmaster.pid'));
    if (orphan)
      await startEmbeddedPostgres({ dataDir, log }).then(
        (server) => server.stop(),
        () => undefined,
      );
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/**
 * Starts one PostgreSQL and one Kafka for the whole run, and publishes their addresses in `TAIZHANG_TEST_PG` and
 * `TAIZHANG_TEST_KAFKA`. An address given beforehand is used as it is.
 */
export default async function globalSetup(config) {
  // Programs that tests start over and over are compiled once.
  process.env.NODE_COMPILE_CACHE ??= join(config.rootDir, 'node_modules/.cache/compiled');
  await Promise.all([setUpPostgres(), setUpKafka(config)]);
}

/** By the supervisor that also runs it in production. */
const setUpPostgres = async () => {
  if (process.env.TAIZHANG_TEST_PG) return;
  const { startEmbeddedPostgres } = await importSource('libs/adapters/src/postgres/embedded/supervisor.ts');
  const log = (level, message) => level === 'info' || console.warn(message);
  await sweep(startEmbeddedPostgres, log);
  const dataDir = join(tmpdir(), `${PREFIX}${process.pid}`);
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, log, settings: { max_connections: '200' } });
  globalThis.testPostgres = { server, dataDir };
  process.env.TAIZHANG_TEST_PG = server.url.replace(/taizhang$/, 'postgres');
};
