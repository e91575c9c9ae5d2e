import { serveAlone } from '#adapters/alone/serve-alone.js';
import { type Log, processLog } from '#adapters/log.js';
import { runProcess } from '#adapters/run-process.js';
import { flows } from '#flows/index.js';
import { lines } from '#lines/index.js';
import { readSettings } from './settings.js';

let log: Log = () => undefined;

/** Everything in one process. */
runProcess(
  () => log,
  async (opened) => {
    const settings = readSettings();
    log = processLog(settings.LOG_LEVEL);
    await serveAlone(settings, { opened, log, lines, flows, say: (line) => void process.stdout.write(`${line}\n`) });
  },
);
