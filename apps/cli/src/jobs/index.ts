import type { Job } from '../job.js';

/** Every job there is, each in the file of its name. */
const names = [
  'demo',
  'simulate',
  'report',
  'indicators',
  'evidence',
  'findings',
  'seal',
  'verify',
  'verify-report',
  'anchor',
  'rebuild',
  'parked',
  'migrate',
  'backup',
  'backups',
  'restore',
  'drill',
  'keys',
  'users',
  'looks',
  'define',
  'export',
  'import',
  'province',
  'new-line',
] as const;

const load = async (name: string): Promise<Job> => ((await import(`./${name}.js`)) as { readonly job: Job }).job;

/** The job of a name; nothing else of what jobs need is loaded. */
export const jobNamed = async (name: string | undefined): Promise<Job | undefined> =>
  names.some((known) => known === name) ? load(name as string) : undefined;

/** Every job. */
export const allJobs = (): Promise<readonly Job[]> => Promise.all(names.map(load));
