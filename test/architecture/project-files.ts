import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', 'out', 'coverage', '.taizhang']);

/** The folder that holds package.json, found upwards from the folder the tests run in. */
export const projectRoot = (): string => {
  let folder = process.cwd();
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Error('no package.json above the working directory');
    folder = dirname(folder);
  }
  return folder;
};

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
