import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.js';

/** Creates schema `flow`; for a migration to run once, in order, after the event store. */
export const flowsSql = (): string[] => {
  const folder = join(projectRoot(), 'infra/postgres/flows');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
};
