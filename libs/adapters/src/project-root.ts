import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const isRoot = (folder: string): boolean => {
  const file = join(folder, 'package.json');
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'taizhang';
};

/**
 * Folder of the installed project, where `infra/` lies: the nearest one named `taizhang` above the started program or the
 * working folder. Compiled code and tests agree on it, wherever they run from.
 * @throws Error when neither lies inside the project
 */
export const projectRoot = (): string => {
  for (const start of [process.argv[1], process.cwd()]) {
    for (let folder = start; folder !== undefined && folder !== dirname(folder); folder = dirname(folder))
      if (isRoot(folder)) return folder;
  }
  throw new Error('The folder of the project was not found above the program or the working folder');
};
