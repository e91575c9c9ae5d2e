/** Writes docs/glossary.md from the terms of the platform and of every line. Run it through `npm run glossary`. */
import { writeFile } from 'node:fs/promises';
import { glossary } from '../dist/libs/application/src/glossary.js';
import { platformTerms } from '../dist/libs/application/src/terms.js';
import { lines } from '../dist/libs/lines/index.js';

const page = new URL('../docs/glossary.md', import.meta.url);
await writeFile(page, glossary(platformTerms, lines));
