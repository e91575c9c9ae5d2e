import { Ajv } from 'ajv';
import specs from '@asyncapi/specs';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exampleOf } from '#adapters/nest/openapi/example.js';
import { projectRoot } from '#adapters/project-root.js';
import { type CatalogueParts, catalogue, schemaFiles } from '#application/event-catalogue.js';
import { incompatibilities } from '#application/schema-compatibility.js';
import { platformTerms } from '#application/terms.js';
import type { JsonSchema } from '#kernel/json-schema.js';
import { lines } from '#lines/index.js';
import { readText } from './project-files.js';

const folder = join(projectRoot(), 'docs/events');
const parts: CatalogueParts = {
  lines,
  terms: platformTerms,
  example: ({ fields }) => exampleOf(fields),
  version: (JSON.parse(readText(projectRoot(), 'package.json')) as { version: string }).version,
};
const committed = (path: string): JsonSchema => JSON.parse(readText(folder, path)) as JsonSchema;
const asWritten = (content: JsonSchema): JsonSchema => JSON.parse(JSON.stringify(content)) as JsonSchema;

describe('docs/events', () => {
  it('breaks no promise made under a version that is published (if it must: raise schemaVersion)', () => {
    const broken = schemaFiles(parts)
      .filter(({ path }) => existsSync(join(folder, path)))
      .flatMap(({ path, content }) =>
        incompatibilities(committed(path), content).map(({ at, reason }) => `${path}: ${at} ${reason}`),
      );
    expect(broken).toEqual([]);
  });

  it('says what the lines declare (if not: npm run catalogue)', () => {
    for (const { path, content } of catalogue(parts))
      expect([path, committed(path)]).toEqual([path, asWritten(content)]);
  });

  it('keeps the schema of every version that was ever published, and each old one can be lifted', () => {
    for (const line of lines)
      for (const name of readdirSync(join(folder, line.code))) {
        const [, event, version] = /^(.+)\.v(\d+)\.schema\.json$/.exec(name) ?? [];
        const type = `${line.code}.${event}`;
        const stream = line.streams.find(({ events }) => type in events);
        const newest = stream?.events[type]?.schemaVersion ?? 1;
        for (let step = Number(version); step < newest; step += 1)
          expect([type, step, stream?.upcasters?.[type]?.[step] !== undefined]).toEqual([type, step, true]);
        expect(Number(version)).toBeLessThanOrEqual(newest);
      }
  });

  it('is AsyncAPI 3.0', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(
      (specs as unknown as { schemasWithoutId: Record<string, object> }).schemasWithoutId['3.0.0'] as object,
    );
    const valid = validate(committed('asyncapi.json'));
    expect(valid ? [] : validate.errors?.slice(0, 5)).toEqual([]);
  });

  it('names only messages that have a schema, and gives every schema a right example', () => {
    const document = JSON.stringify(committed('asyncapi.json'));
    for (const { path, content } of schemaFiles(parts)) {
      expect(document).toContain(`./${path}`);
      const ajv = new Ajv({ strict: false, validateFormats: false });
      const { $schema: _dialect, ...schema } = content;
      expect([path, ajv.validate(schema, (content['examples'] as readonly unknown[])[0])]).toEqual([path, true]);
    }
  });
});
