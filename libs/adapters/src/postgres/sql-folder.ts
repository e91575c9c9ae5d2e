import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';

/** The statements of a folder under `infra/postgres`, in the order of their numbers. */
export const sqlOf = (folder: string): string[] => {
  const path = join(projectRoot(), 'infra/postgres', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'));
};
