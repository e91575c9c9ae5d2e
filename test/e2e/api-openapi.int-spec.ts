import { readFileSync } from 'node:fs';
import { documentFor } from '#adapters/nest/openapi/document-for.js';
import { lines } from '#lines/index.js';
import type { PublishedOperation } from '../support/published-operation.js';
import { ApiWorld, whoMay } from './api-world.js';

let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open(lines, { page: false })));
afterAll(() => world.close());

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('docs/openapi.json is the document of these lines, and what the API serves', async () => {
  const committed = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as unknown;
  expect(plain(await documentFor(lines))).toEqual(committed);
  expect(world.document).toEqual(committed);
});

it('every route is in the document', () => {
  const routes = world.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }) as string;
  const documented = Object.values(world.document.paths).flatMap((item) => Object.keys(item));
  const laid = [...routes.matchAll(/\(([A-Z, ]+)\)/g)].flatMap(([, methods]) => methods?.split(', ') ?? []);
  expect(laid.length).toBeGreaterThan(100);
  expect(documented).toHaveLength(laid.length);
});

it('each operation runs by its own example and answers as promised', async () => {
  const outcomes: Record<string, number> = {};
  for (const [path, item] of Object.entries(world.document.paths)) {
    for (const [method, described] of Object.entries(item)) {
      const operation = described as unknown as PublishedOperation;
      if (operation.operationId === 'figures.live') continue; // it has no end; it is listened to in a test of its own
      let url = path;
      const query = new URLSearchParams();
      for (const { name, in: place, required, schema } of operation.parameters ?? []) {
        const example = schema.examples?.[0];
        if (place === 'path') url = url.replace(`{${name}}`, String(example ?? lines[0]?.indicators[0]?.code));
        if (place === 'query' && (required === true || example !== undefined)) query.set(name, String(example));
      }
      const body = operation.requestBody?.content['application/json']?.examples.default.value;
      const answer = await world.call(method.toUpperCase() as 'GET', `${url}?${query.toString()}`, {
        as: whoMay(operation.operationId),
        headers: { 'idempotency-key': operation.operationId },
        ...(body === undefined ? {} : { body }),
      });
      outcomes[operation.operationId] = answer.status;
      // A rule may say no to the example of a later step; the form of no example is wrong.
      if (answer.status === 400) throw new Error(`${operation.operationId}: ${JSON.stringify(answer.body)}`);
    }
  }
  const read = Object.entries(outcomes).filter(([id]) =>
    /^(figures|register|deadlines|offices|lines|persons\.(register|find|duplicates|broken-glasses)|health|metrics|openapi|commands)/.test(
      id,
    ),
  );
  for (const [id, status] of read) expect([id, [200, 201].includes(status)]).toEqual([id, true]);
  expect(Object.values(outcomes).filter((status) => status === 201).length).toBeGreaterThan(1);
});
