/**
 * Writes docs/events from the declared lines: one JSON Schema per event type and version, and the AsyncAPI document. A schema
 * that is there already is a promise: one that would break it is not written, and the run fails. Run it through
 * `npm run catalogue`.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleOf } from '../dist/libs/adapters/src/nest/openapi/example.js';
import { catalogue } from '../dist/libs/application/src/event-catalogue.js';
import { incompatibilities } from '../dist/libs/application/src/schema-compatibility.js';
import { platformTerms } from '../dist/libs/application/src/terms.js';
import { lines } from '../dist/libs/lines/index.js';

const folder = new URL('../docs/events/', import.meta.url);
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const files = catalogue({ lines, terms: platformTerms, example: ({ fields }) => exampleOf(fields), version });
const broken = [];
for (const { path, content } of files) {
  const file = fileURLToPath(new URL(path, folder));
  if (path.endsWith('.schema.json') && existsSync(file))
    for (const { at, reason } of incompatibilities(JSON.parse(await readFile(file, 'utf8')), content))
      broken.push(`${path}: ${at} ${reason}`);
  if (broken.length > 0) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`);
}
if (broken.length > 0) {
  console.error(`${broken.join('\n')}\nRaise schemaVersion of the event, and write an upcaster for what is stored.`);
  process.exit(1);
}
