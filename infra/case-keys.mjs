/** Writes the keys a case file may hold. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseKeys } from '../dist/libs/application/src/case-keys.js';
import { Registry } from '../dist/libs/application/src/registry.js';
import { lines } from '../dist/libs/lines/index.js';

writeFileSync(join(import.meta.dirname, '../cases/KEYS.md'), caseKeys(new Registry(lines)));
