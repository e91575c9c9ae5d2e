import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', 'out', 'coverage', '.taizhang']);

/** Paths of the project's own files below a folder, with forward slashes; what is installed or built is left out. */
export const filesBelow = (root: string, folder = ''): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, path);
      return entry.isFile() ? [path] : [];
    });

export const readText = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');
