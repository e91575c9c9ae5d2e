import { type Log, processLog } from '#adapters/log.js';
import { serveLines } from '#adapters/nest/serve-lines.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/supervisor.js';
import { runProcess } from '#adapters/run-process.js';
import { lines } from '#lines/index.js';
import { readSettings } from './settings.js';

let log: Log = () => undefined;

/** Everything in one process: the database unless another is named, the figures, the API. */
runProcess(
  () => log,
  async (opened) => {
    const settings = readSettings();
    log = processLog(settings.LOG_LEVEL);
    let databaseUrl = settings.DATABASE_URL;
    if (databaseUrl === undefined) {
      const server = await startEmbeddedPostgres({ dataDir: settings.DATA_DIR, log });
      opened.then(() => server.stop());
      databaseUrl = server.url;
    }
    process.stdout.write(await serveLines(settings, lines, databaseUrl, { opened, log, projects: true }));
  },
);
