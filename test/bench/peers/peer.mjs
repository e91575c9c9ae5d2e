import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Loads a package of this folder, installing them all first when they are not there yet. */
export const peer = async (name) => {
  if (!existsSync(new URL('node_modules', import.meta.url))) {
    console.error('installing the peers of the benches …');
    execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return import(pathToFileURL(createRequire(import.meta.url).resolve(name)).href);
};
