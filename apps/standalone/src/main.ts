import { chooseLines } from '#adapters/choose-lines.js';
import { type Log, jsonLog } from '#adapters/log.js';
import { serve } from '#adapters/nest/serve.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/supervisor.js';
import { runProcess } from '#adapters/run-process.js';
import { systemClock } from '#adapters/system/clock.js';
import { lines } from '#lines/index.js';
import { readSettings } from './settings.js';

let log: Log = () => undefined;

/** Everything in one process: the database unless another is named, the figures, the API. */
runProcess(
  () => log,
  async (opened) => {
    const settings = readSettings();
    log = jsonLog(
      settings.LOG_LEVEL,
      () => systemClock.now().now,
      (line) => void process.stderr.write(line),
    );
    const chosen = chooseLines(lines, settings.LINES);
    let databaseUrl = settings.DATABASE_URL;
    if (databaseUrl === undefined) {
      const server = await startEmbeddedPostgres({ dataDir: settings.DATA_DIR, log });
      opened.then(() => server.stop());
      databaseUrl = server.url;
    }
    const platform = await openPlatform({ databaseUrl, lines: chosen, keyFile: settings.KEY_FILE });
    opened.then(() => platform.close());
    const api = await serve(platform, {
      host: settings.HOST,
      port: settings.PORT,
      tokenFile: settings.TOKENS_FILE,
      log,
      projects: true,
    });
    opened.then(() => api.stop());
    const token = api.firstToken === undefined ? '' : ` · first token, shown this once: ${api.firstToken}`;
    process.stdout.write(`Taizhang 台账 ${api.address}${token}\n`);
  },
);
