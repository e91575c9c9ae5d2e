import { randomUUID } from 'node:crypto';
import { lines } from '#lines/index.js';
import { Registry } from '#application/registry.js';
import { EXAMPLE } from '#adapters/nest/openapi/example.js';
import { uuidV5 } from '#kernel/ids.js';
import { type Answered, ApiWorld, BUREAU, OTHER_BUREAU, type Person } from '../e2e/api-world.js';
import { say } from './figures.js';
import { lookRows } from './look-rows.js';

jest.setTimeout(300_000);

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: { readonly examples?: readonly (string | number)[] };
  }[];
  readonly requestBody?: {
    readonly content: {
      readonly 'application/json'?: { readonly examples: { readonly default: { readonly value: object } } };
    };
  };
}
interface Route extends Operation {
  readonly method: string;
  readonly path: string;
}

/** Routes that give a file. */
const FILES = ['drafts.file', 'templates.file', 'templates.filled', 'sheets.document', 'periods.restatement-file'];
/** Goes on for ever, and pushes figures alone; what it says is searched for persons in a test of its own. */
const ENDLESS = 'figures.live';
/**
 * Routes known to name persons, beside those of case files and registers. A route that does and is not named here fails the
 * test: somebody has to say what is looked for in it (`nest/looks/purposes.ts`), and name it.
 */
const NAMING = [
  'persons.find',
  'persons.one',
  'persons.duplicates',
  'persons.export',
  'persons.register',
  'persons.broken-glasses',
  'persons.erasure.approve',
  'deadlines.due',
  'figures.evidence',
  'looks.all',
] as const;

const registry = new Registry(lines);
const born = { adult: '1980-05-06', minor: '2012-05-06' };
let world: ApiWorld;
let routes: readonly Route[];
/** Reference and name of everybody registered. */
const people = new Map<string, string>();
let adult: string;
let minor: string;

const register = async (name: string, birthDate: string, bureau = BUREAU): Promise<string> => {
  const body = { bureau, name, idType: 'none', sex: 'female', birthDate };
  const { status, body: answer } = await world.call('POST', '/v1/persons', { as: 'admin', body });
  expect(status).toBe(201);
  people.set(answer.personRef, name);
  return answer.personRef;
};

/** The published example of an operation, about a registered person, in a case of its own. */
const asked = (route: Route, person = adult) => {
  const { operationId, tags, path, parameters = [], requestBody } = route;
  const [tag = ''] = tags;
  const own = (text: string): string =>
    text.replaceAll(EXAMPLE.person, person).replaceAll(EXAMPLE.streamId, uuidV5('stream', tag));
  let url = path;
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema } of parameters) {
    const example = schema.examples?.[0];
    if (place === 'path') url = url.replace(`{${name}}`, own(String(example ?? 'C-01')));
    if (place === 'query' && (required === true || example !== undefined)) query.set(name, own(String(example)));
  }
  if (query.has('period')) query.set('period', '2023');
  if (query.has('q')) query.set('q', people.get(person) ?? '');
  if (operationId === 'persons.one') query.set('reason', '核对身份');
  if (operationId === 'looks.all') query.delete('from');
  const body = requestBody?.content['application/json']?.examples.default.value;
  return {
    url: `${url}?${query.toString()}`,
    ...(body === undefined ? {} : { body: JSON.parse(own(JSON.stringify(body))) as object }),
  };
};
const drive = (route: Route, { url, body }: { url: string; body?: object } = asked(route), as: Person = 'admin') =>
  world.call(route.method as 'GET', url, {
    as,
    headers: { 'idempotency-key': randomUUID() },
    ...(body === undefined ? {} : { body }),
  });

/** Persons in what was answered, by reference or by name. */
const namedIn = ({ body }: Answered): readonly string[] => {
  const text = Buffer.isBuffer(body) ? body.toString('latin1') : JSON.stringify(body);
  return [...people].flatMap(([ref, name]) => (text.includes(ref) || text.includes(name) ? [ref] : []));
};
const recordsOf = (answer: Answered) => lookRows(world.platform.pool, answer.headers['x-correlation-id'] ?? '');

const isRegister = ({ tags }: Route): boolean => tags[0] === 'registers';
const isCase = ({ tags }: Route): boolean => registry.stream(tags[0] ?? '') !== undefined;

beforeAll(async () => {
  world = await ApiWorld.open(lines);
  routes = Object.entries(world.document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...(operation as unknown as Operation),
      ...{ method: method.toUpperCase(), path },
    })),
  );
  adult = await register('欧阳示例甲', born.adult);
  await register('欧阳示例甲', born.adult);
  minor = await register('司徒示例乙', born.minor);
  for (const route of routes.filter((one) => one.method === 'POST' && isCase(one))) await drive(route);
  await world.call('POST', `/v1/persons/${adult}/break-glass`, { as: 'admin', body: { reason: '协查', minutes: 5 } });
  await world.platform.projector.catchUp();
});
afterAll(() => world.close());

/** Every call that is made of a route: figures have as many evidences as there are figures. */
const callsOf = (route: Route): readonly { url: string; body?: object }[] => {
  if (route.operationId === 'figures.evidence')
    return [...registry.indicators.keys()].map((code) => ({
      url: `/v1/indicators/${code}/evidence?period=2023&bureau=${BUREAU}`,
    }));
  if (route.operationId === 'deadlines.due')
    return [
      { url: `/v1/deadlines?bureau=${BUREAU}&dueBy=2099-12-31` },
      { url: `/v1/deadlines?bureau=${BUREAU}&standing=late` },
    ];
  return [asked(route)];
};

it('every route, from the published document: whoever an answer names is on record with it, all of them', async () => {
  const naming = new Map<string, Route>();
  const counts = { calls: 0, answers: 0, subjects: 0, files: 0 };
  const missing: string[] = [];
  // Readings first: what is decided about persons comes last, and changes who is seen.
  const order = [...routes].sort((a, b) => Number(a.method !== 'GET') - Number(b.method !== 'GET'));
  for (const route of order) {
    if (route.operationId === ENDLESS || route.tags[0] === 'sign-in' || route.tags[0] === 'users') continue;
    for (const call of callsOf(route)) {
      const answer = await drive(route, call);
      counts.calls += 1;
      expect([route.operationId, answer.status < 500]).toEqual([route.operationId, true]);
      const records = await recordsOf(answer);
      const named = answer.status < 300 ? namedIn(answer) : [];
      const given = new Set(
        Object.values(call).flatMap((part) => [...people.keys()].filter((ref) => JSON.stringify(part).includes(ref))),
      );
      if (answer.status >= 300)
        expect([route.operationId, namedIn(answer).filter((ref) => !given.has(ref))]).toEqual([route.operationId, []]);
      const onRecord = new Set(records.flatMap(({ subjects }) => subjects));
      for (const subject of named) if (!onRecord.has(subject)) missing.push(`${route.operationId} ${subject}`);
      if (named.length > 0) {
        naming.set(route.operationId, route);
        counts.answers += 1;
        counts.subjects += named.length;
        for (const record of records)
          expect(record).toMatchObject({
            ...{ name: 'admin', user_id: expect.any(String), roles: ['admin'], address: '127.0.0.1' },
            ...{ route: route.operationId, object: call.url.split('?')[0], at: expect.any(Date) },
          });
      }
      if (FILES.includes(route.operationId) && answer.status === 200) {
        expect(records.map(({ purpose }) => purpose)).toEqual(['document']);
        counts.files += 1;
      }
    }
  }
  expect(missing).toEqual([]);
  const unlisted = [...naming.values()]
    .filter((route) => !isCase(route) && !isRegister(route))
    .map((route) => route.operationId);
  expect(unlisted.filter((id) => !(NAMING as readonly string[]).includes(id))).toEqual([]);
  const seen = NAMING.filter((id) => naming.has(id));
  const cases = [...naming.values()].filter((route) => isCase(route) && route.method === 'GET').length;
  const registers = [...naming.values()].filter(isRegister).length;
  say(`named: ${seen.join(' ')}; ${cases} kinds of case, ${registers} registers`);
  expect([NAMING.length - seen.length <= 1, cases > 5, registers > 3, counts.files > 0]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  // No route that names somebody goes on record as something nobody thought of.
  const { rows } = await world.platform.pool.query<{ route: string }>(
    `select distinct route from looks.look where purpose = 'other'`,
  );
  expect(rows).toEqual([]);
  say(
    `looks: ${routes.length} routes, ${counts.calls} calls, ${counts.answers} answers that name ${counts.subjects} subjects, ` +
      `${counts.files} files: 100 % on record`,
  );
});

describe('without a record', () => {
  const rights = (change: string): Promise<unknown> => world.platform.pool.query(`${change} taizhang_app`);
  const WRITE =
    'execute on function looks.write(text, uuid, text[], text[], text, uuid, text, text, text, text, uuid[], uuid[], text[])';
  const readings = () => routes.filter((route) => route.method === 'GET' && route.operationId !== ENDLESS);

  it('there is no answer: a writer without the right to write, and every route that named somebody refuses', async () => {
    const callable = readings().flatMap((route) => callsOf(route).map((call) => ({ route, call })));
    const naming: (typeof callable)[number][] = [];
    const others: (typeof callable)[number][] = [];
    for (const one of callable) {
      const answer = await drive(one.route, one.call);
      if (answer.status < 300) ((await recordsOf(answer)).length > 0 ? naming : others).push(one);
    }
    expect(naming.length).toBeGreaterThan(15);
    await rights(`revoke ${WRITE} from`);
    try {
      for (const { route, call } of naming) {
        const answer = await drive(route, call);
        expect([route.operationId, answer.status, answer.body.code]).toEqual([
          route.operationId,
          503,
          'look-not-recorded',
        ]);
        expect(answer.body.title).toBe('查阅记录未能写入，本次查阅不予答复');
        expect([route.operationId, namedIn(answer).filter((ref) => !call.url.includes(ref))]).toEqual([
          route.operationId,
          [],
        ]);
      }
      for (const { route, call } of others)
        expect([route.operationId, (await drive(route, call)).status < 300]).toEqual([route.operationId, true]);
    } finally {
      await rights(`grant ${WRITE} to`);
    }
    for (const { route, call } of naming.slice(0, 3)) expect((await drive(route, call)).status).toBe(200);
    say(`looks: writer down, ${naming.length} readings refused, ${others.length} that name nobody answered`);
  });
});

describe('a minor', () => {
  const read = (as: Person, reason?: string, ref = minor) =>
    world.call('GET', `/v1/persons/${ref}${reason === undefined ? '' : `?reason=${encodeURIComponent(reason)}`}`, {
      as,
    });

  it('is not read without a reason, which goes on record; in lists he is masked', async () => {
    const refused = await read('supervisor');
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      422,
      'reason-needed',
      expect.any(String),
    ]);
    expect(await recordsOf(refused)).toEqual([]);
    expect(namedIn(refused)).toEqual([]);
    const shown = await read('supervisor', '办理入矫');
    expect(shown.body).toMatchObject({ view: 'whole', name: '司徒示例乙' });
    expect(await recordsOf(shown)).toMatchObject([
      { purpose: 'read', reason: '办理入矫', subjects: [minor], minors: [minor] },
    ]);
    const listed = await world.call('GET', `/v1/persons?q=${encodeURIComponent('司徒示例乙')}&bureau=${BUREAU}`);
    expect(listed.body.persons).toMatchObject([{ person: minor, view: 'masked', name: '司*' }]);
    expect((await read('supervisor', undefined, adult)).body.view).toBe('whole');
  });

  it('and many of them in a short time are seen by whoever supervises, within the minute', async () => {
    expect((await world.call('GET', '/v1/looks/odd')).body.uses).toEqual([]);
    for (let at = 0; at < 25; at += 1) {
      const ref = await register(`示例未成年${at}`, born.minor);
      expect((await read('supervisor', '例行核对', ref)).status).toBe(200);
    }
    const { body } = await world.call('GET', '/v1/looks/odd', { as: 'director' });
    expect(body.uses).toMatchObject([{ kind: 'many-minors', caller: 'supervisor', minors: expect.any(Number) }]);
    expect(body.uses[0].minors).toBeGreaterThanOrEqual(25);
    expect((await world.call('GET', '/v1/looks/odd', { as: 'clerk' })).status).toBe(403);
  });
});

describe('who audits', () => {
  it('is told who saw somebody, what for, why, when and from where; a page at a time; and is on record with that', async () => {
    const before = new Date(Date.now() - 1).toISOString();
    const shown = await world.call('GET', `/v1/persons/${adult}?reason=x`, { as: 'supervisor' });
    const asks = (query: string, as: Person = 'auditor') => world.call('GET', `/v1/looks?${query}`, { as });
    const { body } = await asks(`subject=${adult}&from=${before}&purpose=read`);
    expect(body.looks).toEqual([
      {
        ...{ position: expect.any(Number), at: expect.any(String), userId: expect.any(String), name: 'supervisor' },
        ...{ roles: ['supervisor'], offices: [BUREAU], address: '127.0.0.1', purpose: 'read', title: '查看人员' },
        ...{ requestId: shown.headers['x-correlation-id'], route: 'persons.one', object: `/v1/persons/${adult}` },
        ...{ reason: 'x', subjects: [adult], minors: [], bureaus: [BUREAU] },
      },
    ]);
    const own = await asks(`caller=auditor&purpose=looks`);
    expect(own.body.looks[0]).toMatchObject({ name: 'auditor', subjects: expect.arrayContaining([adult]) });
    const first = await asks(`subject=${adult}&limit=2`);
    const second = await asks(`subject=${adult}&limit=2&before=${first.body.next}`);
    const places = [...first.body.looks, ...second.body.looks].map(({ position }: { position: number }) => position);
    expect(places).toEqual([...new Set(places)].sort((a: number, b: number) => b - a));
    expect(places).toHaveLength(4);
    for (const as of ['admin', 'clerk', 'supervisor', 'minors'] as const)
      expect([as, (await asks(`subject=${adult}`, as)).status]).toEqual([as, as === 'admin' ? 200 : 403]);
    expect((await asks('from=2023-02-31T00:00:00Z')).status).toBe(400);
  });

  it('supervises one bureau: what is odd in another is not told', async () => {
    const ref = await register('外县示例', born.adult, OTHER_BUREAU);
    await world.call('GET', `/v1/persons/${ref}`, { as: 'admin' });
    const { body } = await world.call('GET', '/v1/looks/odd', { as: 'supervisor' });
    for (const use of body.uses) expect(use.caller).not.toBe('admin');
  });
});
