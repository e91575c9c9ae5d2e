import { randomUUID } from 'node:crypto';
import { performance as sheets } from '#lines/performance/index.js';
import { reporting } from '#lines/reporting/index.js';
import { ApiWorld, OFFICE, type Person, matter } from '../e2e/api-world.js';
import { notary } from '../support/notary.js';
import { say } from './figures.js';

let world: ApiWorld;
const theirs = randomUUID();

beforeAll(async () => {
  world = await ApiWorld.open([notary, reporting, sheets]);
  await world.command('accept-matter', theirs, matter('theirs'), { as: 'clerk', office: OFFICE });
  await world.platform.projector.catchUp();
});
afterAll(() => world.close());

/** What a route asks for beside the id. */
const BESIDE: Readonly<Record<string, string>> = {
  ...{ number: '1', format: 'docx', document: 'targets', requestId: randomUUID() },
  ...{ reason: 'an enquiry of the court', monthEnd: '2023-06-30' },
};

interface Asked {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

/** Addresses of the document that are read by an id, with the id in its place and all else that must be said. */
const addressesFor = (id: string): readonly string[] =>
  Object.entries(world.document.paths).flatMap(([path, item]) => {
    const { get } = item as { get?: { parameters?: readonly Asked[] } };
    if (get === undefined || !/\{(streamId|ref)\}/.test(path)) return [];
    const filled = path
      .replace(/\{(streamId|ref)\}/, id)
      .replace(/\{(\w+)\}/g, (_, name: string) => BESIDE[name] ?? name);
    const asked = (get.parameters ?? []).filter((one) => one.in === 'query' && one.required === true);
    return [
      `${filled}?${new URLSearchParams(Object.fromEntries(asked.map(({ name }) => [name, BESIDE[name] ?? name]))).toString()}`,
    ];
  });

/** What an answer says, but for the id that was asked for and the numbers of the request. */
const said = async (url: string, id: string, as: Person): Promise<string> => {
  const { status, headers, body } = await world.call('GET', url, { as });
  const { date: _, 'x-correlation-id': correlation = '', ...rest } = headers;
  return JSON.stringify({ status, rest, body }).replaceAll(correlation, '').replaceAll(id, '');
};

it.each<Person>(['stranger', 'clerk2'])('tells %s the same of a record of others as of none', async (as) => {
  const nothing = randomUUID();
  const statuses = new Set<number>();
  const [addresses, nowhere] = [addressesFor(theirs), addressesFor(nothing)];
  expect(addresses.length).toBeGreaterThan(5);
  for (const [at, url] of addresses.entries()) {
    const foreign = await said(url, theirs, as);
    expect([url, foreign]).toEqual([url, await said(nowhere[at] ?? '', nothing, as)]);
    statuses.add((JSON.parse(foreign) as { status: number }).status);
  }
  // Refused as unknown, or for want of the role: never because something was wrong with the question.
  expect([...statuses].filter((status) => status !== 404 && status !== 403)).toEqual([]);
  say(`foreign and missing ids, ${as}: ${addresses.length} routes, 0 answers differ`);
});

it('would notice: to whoever may see the record it is answered otherwise', async () => {
  const own = addressesFor(theirs).find((url) => url.startsWith('/v1/notary/matter')) ?? '';
  expect(await said(own, theirs, 'clerk')).not.toBe(await said(own, theirs, 'stranger'));
});
