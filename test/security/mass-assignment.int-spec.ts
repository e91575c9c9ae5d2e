import { lines } from '#lines/index.js';
import { ApiWorld, whoMay } from '../e2e/api-world.js';
import { say } from './figures.js';
import { type FuzzedOperation, type Schema, operationsOf } from './fuzz/operations.js';

let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open(lines)), 600_000);
afterAll(() => world.close());

/** What somebody would like to set himself. */
const FORBIDDEN = ['recordedBy', 'position', 'roles', 'approved', 'tenant', 'userId', 'constructor'];
type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Widened {
  readonly at: string;
  readonly extra: string;
  readonly body: unknown;
}
/** The body with a field more that is not its own, the `nth` of those or one after it, once for every object the document closes. */
const widened = (schema: Schema, value: unknown, nth: number, at = ''): readonly Widened[] => {
  if (Array.isArray(value))
    return value.slice(0, 1).flatMap((item: unknown) =>
      widened(resolved(schema.items ?? {}), item, nth, `${at}[]`).map((inner) => ({
        ...inner,
        body: [inner.body, ...value.slice(1)],
      })),
    );
  if (!isRecord(value)) return [];
  const forbidden = FORBIDDEN.filter((name) => !Object.hasOwn(schema.properties ?? {}, name));
  const extra = forbidden[nth % forbidden.length] as string;
  const own = schema.additionalProperties === false ? [{ at, extra, body: { ...value, [extra]: 'x' } }] : [];
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, below]) =>
    name in value
      ? widened(resolved(below), value[name], nth, `${at}.${name}`).map((inner) => ({
          ...inner,
          body: { ...value, [name]: inner.body },
        }))
      : [],
  );
  return [...own, ...inner];
};
const resolved = (schema: Schema): Schema => {
  const name = schema.$ref?.split('/').at(-1);
  const { schemas } = world.document.components as unknown as { readonly schemas: Readonly<Record<string, Schema>> };
  return name === undefined ? schema : (schemas[name] ?? {});
};

const urlOf = ({ path, parameters }: FuzzedOperation): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters.find((parameter) => parameter.name === name)?.schema.examples?.[0] ?? 'x'),
  );

/** What signs in by a session asks for one first. */
const BY_SESSION = /^(sign-in\.(password|second-factor\.(enrol|confirm))|form-drafts\.keep|saved-views\.keep)$/;

it('every route that writes refuses a field that is not its own, in every object of its body', async () => {
  const faults: string[] = [];
  let tries = 0;
  const written = operationsOf(world.document).filter(({ body }) => body?.type === 'application/json');
  const routes = written.filter(({ id }) => !BY_SESSION.test(id));
  expect(written).toHaveLength(routes.length + 5);
  for (const [nth, operation] of routes.entries()) {
    for (const { at: where, extra, body } of widened(operation.body?.schema ?? {}, operation.body?.example, nth)) {
      tries += 1;
      const headers = { 'idempotency-key': `mass-${tries}` };
      const found = await world.call(operation.method as 'POST', urlOf(operation), {
        as: whoMay(operation.id),
        body,
        headers,
      });
      // Of many commands each is answered for itself.
      const [first = found.body] = (found.body?.answers ?? []) as readonly (typeof found.body)[];
      const named = ((first?.details ?? []) as readonly { readonly at: string; readonly code: string }[]).some(
        ({ at, code }) => code === 'unknown-field' && at.endsWith(extra),
      );
      if (first?.status !== 400 || !named)
        faults.push(
          `${operation.id} with ${where}.${extra}: ${found.status} ${JSON.stringify(found.body).slice(0, 200)}`,
        );
    }
  }
  say(
    `mass assignment: ${tries} bodies of ${routes.length} routes of ${written.length} with a field more (the others ask for a session first), ${faults.length} not refused by its name`,
  );
  expect(faults.slice(0, 10)).toEqual([]);
  expect(tries).toBeGreaterThan(1_000);
}, 900_000);
