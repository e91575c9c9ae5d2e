/** Writes docs/licences.md from the lock file. Run it through `npm run licences`. */
import { readFile, writeFile } from 'node:fs/promises';
import { licencePage } from './licence-page.mjs';

const root = new URL('../', import.meta.url);
const lock = JSON.parse(await readFile(new URL('package-lock.json', root), 'utf8'));
await writeFile(new URL('docs/licences.md', root), licencePage(lock));
