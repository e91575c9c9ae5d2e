/** Writes docs/roles.md from the table of roles and the lines. Run it through `npm run roles`. */
import { writeFile } from 'node:fs/promises';
import { rolesPage } from '../dist/libs/application/src/roles/print-roles.js';
import { platformTerms } from '../dist/libs/application/src/terms.js';
import { lines } from '../dist/libs/lines/index.js';

await writeFile(new URL('../docs/roles.md', import.meta.url), rolesPage(platformTerms, lines));
