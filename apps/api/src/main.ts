import { type Log, processLog } from '#adapters/log.js';
import type { Platform } from '#adapters/platform/platform.js';
import { serveLines } from '#adapters/nest/serve-lines.js';
import { greeting } from '#adapters/nest/serve.js';
import { runProcess } from '#adapters/run-process.js';
import type { Role } from '#adapters/worker/role.js';
import { chainRole } from '#adapters/worker/chain-role.js';
import { flowsRole } from '#adapters/worker/flows-role.js';
import { schedulerRole } from '#adapters/worker/scheduler-role.js';
import { flows } from '#flows/index.js';
import { lines } from '#lines/index.js';
import { readSettings } from './settings.js';

let log: Log = () => undefined;

/** The API over a PostgreSQL of its own, as one of several processes or alone. */
runProcess(
  () => log,
  async (opened) => {
    const settings = readSettings();
    log = processLog(settings.LOG_LEVEL);
    const projects = settings.PROJECTOR === 'on';
    const roles = (platform: Platform): readonly Role[] =>
      projects
        ? [schedulerRole(platform, { log }), flowsRole(platform, { flows, log }), chainRole(platform, { log })]
        : [];
    const options = { opened, log, projects, alone: false, roles };
    process.stdout.write(`${greeting(await serveLines(settings, lines, settings.DATABASE_URL, options))}\n`);
  },
);
