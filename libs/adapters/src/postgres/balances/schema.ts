import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.js';

/** Creates schemas `balances` and `rollup`; for a migration to run once, in order, after schema `relay`. */
export const balancesSql = (): string[] => {
  const folder = join(projectRoot(), 'infra/postgres/balances');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
};
