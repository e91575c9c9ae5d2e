import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.js';

/** Creates schema `relay` and feeds the ledger by partitions; for a migration to run once, in order, after the ledger. */
export const topicsSql = (): string[] => {
  const folder = join(projectRoot(), 'infra/postgres/topics');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
};
