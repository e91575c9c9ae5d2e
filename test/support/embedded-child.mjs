import { importSource } from './typescript.mjs';

/**
 * A process of its own that looks after an embedded PostgreSQL, for tests that kill it. Takes the supervisor's options
 * as JSON; says one JSON line, `{url, origin, pid}` or `{code, message}`; stops the server on SIGTERM.
 */
const { startEmbeddedPostgres } = await importSource('libs/adapters/src/postgres/embedded/supervisor.ts');
const log = (level, message) => console.error(level, message);
try {
  const server = await startEmbeddedPostgres({ ...JSON.parse(process.argv[2]), log });
  process.once('SIGTERM', () => void server.stop());
  console.log(JSON.stringify({ url: server.url, origin: server.origin, pid: server.pid() }));
} catch (error) {
  console.log(JSON.stringify({ code: error.code, message: error.message }));
  process.exitCode = 1;
}
