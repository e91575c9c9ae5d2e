import { randomUUID } from 'node:crypto';
import { lines } from '#lines/index.js';
import { Registry } from '#application/registry.js';
import { EXAMPLE } from '#adapters/nest/openapi/example.js';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import { uuidV5 } from '#kernel/ids.js';
import {
  type Answered,
  type AnsweredBytes,
  ApiWorld,
  BUREAU,
  OTHER_BUREAU,
  type Person,
  people as callers,
  whoMay,
} from '../e2e/api-world.js';
import { unpacked } from '../support/office-parts.js';
import { wordForm } from '../support/word-form.js';
import { LONG, say } from './figures.js';
import type { PublishedOperation } from '../support/published-operation.js';
import { type LookRow, lookRows } from './look-rows.js';

jest.setTimeout(300_000);

interface Route extends PublishedOperation {
  readonly method: string;
  readonly path: string;
}

/** Routes that give a file, beside the workbook of every register. */
const FILES = ['drafts.file', 'templates.file', 'templates.filled', 'sheets.document', 'periods.restatement-file'];
const givesFile = (operationId: string): boolean =>
  FILES.includes(operationId) || operationId.startsWith('register-workbook.');
/** Goes on for ever; what it pushes are balances, which name nobody. */
const ENDLESS = 'figures.live';
/**
 * Routes known to name persons, beside those of case files and registers. A route that does and is not named here fails the
 * test: somebody has to say what is looked for in it (`nest/looks/purposes.ts`), and name it.
 */
const NAMING = [
  'persons.find',
  'persons.one',
  'persons.cases',
  'persons.duplicates',
  'persons.export',
  'persons.register',
  'persons.broken-glasses',
  'figures.evidence',
  'looks.all',
] as const;

interface Call {
  readonly route: Route;
  readonly url: string;
  readonly body?: object;
}

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
  const { status, body: answer } = await world.call('POST', '/v1/persons', { as: 'everyPost', body });
  expect(status).toBe(201);
  people.set(answer.personRef, name);
  return answer.personRef;
};

/** The published example of an operation, about a registered person, in a case of its own. */
const asked = (route: Route, person = adult): Call => {
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
    route,
    url: `${url}?${query.toString()}`,
    ...(body === undefined ? {} : { body: JSON.parse(own(JSON.stringify(body))) as object }),
  };
};
const drive = ({ route, url, body }: Call, as: Person = whoMay(route.operationId)) =>
  world.call(route.method as 'GET', url, {
    as,
    headers: { 'idempotency-key': randomUUID() },
    ...(body === undefined ? {} : { body }),
  });

/** Persons in what was answered, by reference or by name. */
const namedIn = async ({ bytes }: AnsweredBytes): Promise<readonly string[]> => {
  const text = await unpacked(bytes);
  return [...people].flatMap(([ref, name]) => (text.includes(ref) || text.includes(name) ? [ref] : []));
};
const recordsOf = (answer: Answered) => lookRows(world.platform.pool, answer.headers['x-correlation-id'] ?? '');

const isReading = ({ method }: Route): boolean => method === 'GET';
const isRegister = ({ tags }: Route): boolean => tags[0] === 'registers';
const isCase = ({ tags }: Route): boolean => registry.stream(tags[0] ?? '') !== undefined;

/** Figures whose evidence is asked for; of all of them in the long run. */
const figures = (): readonly string[] => {
  const codes = [...registry.indicators.keys()];
  return LONG ? codes : codes.filter((_, place) => place % 12 === 0);
};
/** Every call that is made of a route. */
const callsOf = (route: Route): readonly Call[] => {
  if (route.operationId === ENDLESS || ['sign-in', 'users'].includes(route.tags[0] ?? '')) return [];
  if (route.operationId === 'figures.evidence')
    return figures().map((code) => ({ route, url: `/v1/indicators/${code}/evidence?period=2023&bureau=${BUREAU}` }));
  if (route.operationId === 'deadlines.due')
    return ['dueBy=2099-12-31', 'standing=late'].map((standing) => ({
      ...{ route, url: `/v1/deadlines?bureau=${BUREAU}&${standing}` },
    }));
  return [asked(route)];
};

interface Driven {
  readonly call: Call;
  readonly answer: Answered;
  readonly named: readonly string[];
  readonly records: readonly LookRow[];
}

/** Makes calls one after another, and holds whom each answer names against what is on record of it. */
const driveAll = async (calls: readonly Call[]): Promise<readonly Driven[]> => {
  const all: Driven[] = [];
  for (const call of calls) {
    const answer = await drive(call);
    if (call.route.operationId === 'persons.register') people.set(answer.body.personRef, answer.body.personRef);
    all.push({ call, answer, named: await namedIn(answer), records: await recordsOf(answer) });
  }
  return all;
};
const idOf = ({ call }: Driven): string => call.route.operationId;

const expectOnRecord = (driven: readonly Driven[]): void => {
  const missing: string[] = [];
  for (const { call, answer, named, records } of driven) {
    const { operationId } = call.route;
    expect([operationId, answer.status < 500]).toEqual([operationId, true]);
    const onRecord = new Set(records.flatMap(({ subjects }) => subjects));
    // A refusal repeats the address it was sent to, and says nothing that the caller did not.
    const said = answer.status < 300 ? [] : [call.url, JSON.stringify(call.body ?? '')];
    for (const subject of named)
      if (!onRecord.has(subject) && !said.some((text) => text.includes(subject)))
        missing.push(`${operationId} ${subject}`);
    for (const record of records)
      expect(record).toMatchObject({
        ...{ name: whoMay(operationId), user_id: expect.any(String), address: '127.0.0.1' },
        ...callers[whoMay(operationId)],
        ...{ route: operationId, object: call.url.split('?')[0], at: expect.any(Date) },
      });
    if (givesFile(operationId) && answer.status === 200) {
      expect([operationId, records.length > 0]).toEqual([operationId, true]);
      expect([operationId, records.map(({ purpose }) => purpose)]).toEqual([
        operationId,
        records.map(() => 'document'),
      ]);
    }
  }
  expect(missing).toEqual([]);
};

/** What was called so far. */
const driven: Driven[] = [];

beforeAll(async () => {
  world = await ApiWorld.open(lines);
  routes = Object.entries(world.document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...(operation as unknown as PublishedOperation),
      ...{ method: method.toUpperCase(), path },
    })),
  );
  adult = await register('欧阳示例甲', born.adult);
  await register('欧阳示例佳', born.adult);
  minor = await register('司徒示例乙', born.minor);
  driven.push(...(await driveAll(routes.filter((one) => !isReading(one) && isCase(one)).flatMap(callsOf))));
  await world.call('POST', `/v1/persons/${adult}/break-glass`, {
    as: 'everyPost',
    body: { reason: '协查', minutes: 5 },
  });
  const upload = asked(routes.find(({ operationId }) => operationId === 'templates.upload') as Route);
  const form = { type: mediaTypes.docx, text: await wordForm(['年度报告']) };
  expect((await world.call('PUT', upload.url, { as: 'everyPost', raw: form })).status).toBe(201);
  await world.platform.projector.catchUp();
});
afterAll(() => world.close());

it('every route that reads, from the published document: whoever an answer names is on record with it', async () => {
  const readings = await driveAll(routes.filter(isReading).flatMap(callsOf));
  expectOnRecord(readings);
  driven.push(...readings);
});

it('without the right to write records there is no answer; who reads what names nobody, and records, goes on', async () => {
  const rights = (change: string): Promise<unknown> =>
    world.platform.pool.query(
      `${change.replace('#', 'execute on function looks.write(text, uuid, text[], text[], text, uuid, text, text, text, text, uuid[], uuid[], text[])')} taizhang_app`,
    );
  const answered = driven.filter(({ call, answer }) => isReading(call.route) && answer.status < 300);
  const recorded = answered.filter(({ records }) => records.length > 0);
  const others = answered.filter(({ records }) => records.length === 0);
  expect(recorded.length).toBeGreaterThan(15);
  await rights('revoke # from');
  try {
    for (const one of recorded) {
      const answer = await drive(one.call);
      expect([idOf(one), answer.status, answer.body.code]).toEqual([idOf(one), 503, 'look-not-recorded']);
      expect(answer.body.title).toBe('查阅记录未能写入，本次查阅不予答复');
      expect([idOf(one), (await namedIn(answer)).filter((ref) => !one.call.url.includes(ref))]).toEqual([
        idOf(one),
        [],
      ]);
    }
    for (const one of others.slice(0, 40))
      expect([idOf(one), (await drive(one.call)).status]).toEqual([idOf(one), one.answer.status]);
    const commands = routes.filter((route) => !isReading(route) && isCase(route)).map((route) => asked(route));
    expect((await driveAll(commands.slice(0, 20))).filter(({ answer }) => answer.status === 503)).toEqual([]);
  } finally {
    await rights('grant # to');
  }
  for (const one of recorded.slice(0, 3)) expect((await drive(one.call)).status).toBe(200);
  say(`looks: writer down, ${recorded.length} readings that name somebody or give a file, ${recorded.length} refused`);
});

it('every route that changes something, too; and those that name persons are the ones known to', async () => {
  const last = (route: Route): number => Number(route.tags[0] === 'persons');
  const changing = routes
    .filter((route) => !isReading(route) && !isCase(route))
    .sort((one, other) => last(one) - last(other));
  driven.push(...(await driveAll(changing.flatMap(callsOf))));
  expectOnRecord(driven);

  const naming = driven.filter(({ answer, named }) => answer.status < 300 && named.length > 0);
  const [cases, registers, others] = [isCase, isRegister, (route: Route) => !isCase(route) && !isRegister(route)].map(
    (kind) => new Set(naming.filter(({ call }) => kind(call.route)).map(idOf)),
  );
  expect([...(others ?? [])].sort()).toEqual([...NAMING].sort());
  expect([(cases?.size ?? 0) > 5, (registers?.size ?? 0) > 3]).toEqual([true, true]);
  expect([...(registers ?? [])].filter((id) => givesFile(id)).length).toBeGreaterThan(1);
  // Nobody reads a person for what nobody thought of.
  expect(driven.filter(({ records }) => records.some(({ purpose }) => purpose === 'other')).map(idOf)).toEqual([]);
  const files = driven.filter((one) => givesFile(idOf(one)) && one.answer.status === 200);
  expect(files.length).toBeGreaterThan(0);
  const subjects = naming.reduce((sum, { named }) => sum + named.length, 0);
  say(
    `looks: ${routes.length} routes, ${driven.length} calls, ${naming.length} answers that name ${subjects} subjects (${cases?.size} kinds ` +
      `of case, ${registers?.size} registers, ${others?.size} others), ${files.length} files: 100 % on record`,
  );
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
    expect(JSON.stringify(refused.body)).not.toContain('司徒');
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
        ...{ roles: ['section-head'], offices: [BUREAU], address: '127.0.0.1', purpose: 'read', title: '查看人员' },
        ...{ requestId: shown.headers['x-correlation-id'], route: 'persons.one', object: `/v1/persons/${adult}` },
        ...{ reason: 'x', subjects: [adult], minors: [], bureaus: [BUREAU] },
        ...{ roleTitles: ['股室负责人'], officeNames: [BUREAU] },
      },
    ]);
    expect(body.purposes).toContainEqual({ purpose: 'read', title: '查看人员' });
    const own = await asks(`caller=auditor&purpose=looks`);
    expect(own.body.looks[0]).toMatchObject({ name: 'auditor', subjects: expect.arrayContaining([adult]) });
    const first = await asks(`subject=${adult}&limit=2`);
    const second = await asks(`subject=${adult}&limit=2&before=${first.body.next}`);
    const places = [...first.body.looks, ...second.body.looks].map(({ position }: { position: number }) => position);
    expect(places).toEqual([...new Set(places)].sort((a: number, b: number) => b - a));
    expect(places).toHaveLength(4);
    for (const as of ['everyPost', 'keeper', 'guard', 'clerk', 'supervisor', 'minors'] as const)
      expect([as, (await asks(`subject=${adult}`, as)).status]).toEqual([as, 403]);
    expect((await asks('from=2023-02-31T00:00:00Z')).status).toBe(400);
  });

  it('supervises one bureau: what is odd in another is not told', async () => {
    const ref = await register('外县示例', born.adult, OTHER_BUREAU);
    await world.call('GET', `/v1/persons/${ref}`, { as: 'everyPost' });
    const { body } = await world.call('GET', '/v1/looks/odd', { as: 'supervisor' });
    for (const use of body.uses) expect(use.caller).not.toBe('everyPost');
  });
});
