import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.js';

/** Keeps definitions of bureaus beside the ledger; for a migration to run once, in order, after the ledger. */
export const definitionsSql = (): string[] => {
  const folder = join(projectRoot(), 'infra/postgres/definitions');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
};
