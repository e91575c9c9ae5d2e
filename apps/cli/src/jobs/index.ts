import type { Job } from '../job.js';
import { anchor } from './anchor.js';
import { backup } from './backup.js';
import { backups } from './backups.js';
import { define } from './define.js';
import { demo } from './demo.js';
import { drill } from './drill.js';
import { evidence } from './evidence.js';
import { exportEvents } from './export.js';
import { findings } from './findings.js';
import { importEvents } from './import.js';
import { indicators } from './indicators.js';
import { keys } from './keys.js';
import { looks } from './looks.js';
import { migrate } from './migrate.js';
import { newLine } from './new-line.js';
import { parked } from './parked.js';
import { province } from './province.js';
import { rebuild } from './rebuild.js';
import { report } from './report.js';
import { restore } from './restore.js';
import { seal } from './seal.js';
import { simulate } from './simulate.js';
import { users } from './users.js';
import { verifyReport } from './verify-report.js';
import { verify } from './verify.js';

/** Every job there is. */
export const jobs: readonly Job[] = [
  demo,
  simulate,
  report,
  indicators,
  evidence,
  findings,
  seal,
  verify,
  verifyReport,
  anchor,
  rebuild,
  parked,
  migrate,
  backup,
  backups,
  restore,
  drill,
  keys,
  users,
  looks,
  define,
  exportEvents,
  importEvents,
  province,
  newLine,
];
