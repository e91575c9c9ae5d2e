import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { ApiWorld, type Asked, OFFICE, OTHER_OFFICE, matter } from './api-world.js';

let world: ApiWorld;
const streamId = randomUUID();
beforeAll(async () => {
  world = await ApiWorld.open();
  await world.command('accept-matter', streamId, matter('BAD-1'));
});
afterAll(() => world.close());

/** Sends what is wrong, and holds the answer to what every refusal is: a problem of the client's, and nothing stored. */
const refused = async (send: () => ReturnType<ApiWorld['call']>) => {
  const before = await world.stored();
  const answer = await send();
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({ type: `urn:problem:${answer.body.code}`, status: answer.status });
  // The small line of the tests has no terms.
  if (!answer.body.code.startsWith('notary.')) expect(answer.body.title).toMatch(/[\u4e00-\u9fff]/);
  expect(answer.headers['x-correlation-id']).toBe(answer.body.correlationId);
  expect(await world.stored()).toBe(before);
  return answer;
};
const accept = (data: unknown, asked: Parameters<ApiWorld['command']>[3] = {}) =>
  refused(() => world.command('accept-matter', randomUUID(), data, asked));
const at = (answer: Awaited<ReturnType<typeof accept>>) =>
  (answer.body.details ?? []).map((detail: { at: string; code: string }) => `${detail.at} ${detail.code}`);

describe('a payload that is wrong is refused, each field named', () => {
  it.each([
    ['an unknown field', matter('X', { colour: 'red' }), 'data.colour unknown-field'],
    ['a missing field', { ...matter('X'), matterNo: undefined }, 'data.matterNo missing'],
    ['a wrong type', matter('X', { matterNo: 7 }), 'data.matterNo not-text'],
    ['an impossible date', matter('X', { acceptedOn: '2023-02-29' }), 'data.acceptedOn not-a-date'],
    ['a future date', matter('X', { acceptedOn: '2999-01-01' }), 'data.acceptedOn in-the-future'],
    ['a value outside its table', matter('X', { kind: 'gift' }), 'data.kind not-in-code-table'],
    ['an id that is none', matter('X', { personRef: 'me' }), 'data.personRef not-an-id'],
    ['a text without end', matter('x'.repeat(65)), 'data.matterNo too-long'],
    ['blanks', matter('   '), 'data.matterNo empty'],
    ['a zero byte', matter('a\u0000b'), 'data.matterNo unprintable'],
    ['half a character', matter('a\ud800'), 'data.matterNo unprintable'],
    ['a list', [], 'data not-a-record'],
    ['null', null, 'data not-a-record'],
    ['text', 'data', 'data not-a-record'],
  ])('%s', async (_, data, expected) => {
    const answer = await accept(data);
    expect(answer.status).toBe(400);
    expect(at(answer)).toContain(expected);
  });

  it('names every field at once', async () =>
    expect(at(await accept({ kind: 'gift', acceptedOn: 'today', colour: 1 }))).toEqual([
      'data.colour unknown-field',
      'data.personRef missing',
      'data.matterNo missing',
      'data.kind not-in-code-table',
      'data.acceptedOn not-a-date',
    ]));

  it('money with three decimals', async () => {
    const fee = { receiptNo: 'B', amount: '10.005', paidOn: '2023-03-07' };
    const answer = await refused(() => world.command('pay-fee', streamId, fee));
    expect(at(answer)).toEqual(['data.amount too-many-decimals']);
  });

  it('a payload nested beyond reason', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const raw = { type: 'application/json', text: `{"office":"${OFFICE}","data":{"matterNo":${deep}}}` };
    expect(at(await accept(undefined, { raw }))).toEqual(['data too-deep']);
  });
});

describe('an envelope that is wrong is refused', () => {
  it.each<[string, Asked, string]>([
    ['no office', { body: { data: matter('X') } }, 'office missing'],
    ['an office of another kind', { body: { office: 7, data: matter('X') } }, 'office not-text'],
    ['an unknown field', { body: { office: OFFICE, data: matter('X'), bureau: '1' } }, 'bureau unknown-field'],
    ['evidence that is null', { body: { office: OFFICE, data: matter('X'), evidence: null } }, 'evidence not-a-list'],
    ['evidence of text', { body: { office: OFFICE, data: matter('X'), evidence: ['x'] } }, 'evidence[0] not-a-record'],
    [
      'evidence of a list',
      { body: { office: OFFICE, data: matter('X'), evidence: [{ docKind: 'a', docNo: 'b' }, []] } },
      'evidence[1] not-a-record',
    ],
    [
      'evidence unnumbered',
      { body: { office: OFFICE, data: matter('X'), evidence: [{ docKind: 'a' }] } },
      'evidence[0].docNo missing',
    ],
    ['an unknown source', { body: { office: OFFICE, data: matter('X'), source: 'GUESS' } }, 'source not-in-code-table'],
    ['a list', { body: [] }, 'body not-a-record'],
    [
      'a class in evidence',
      { body: { office: OFFICE, data: matter('X'), evidence: [{ constructor: 1 }] } },
      'evidence[0].constructor unknown-field',
    ],
    [
      'a class',
      { raw: { type: 'application/json', text: `{"office":"${OFFICE}","data":{},"constructor":{"x":1}}` } },
      'constructor unknown-field',
    ],
  ])('%s', async (_, asked, expected) => expect(at(await accept(undefined, asked))).toContain(expected));

  it('no key', async () => {
    const body = { office: OFFICE, data: matter('X') };
    const url = `/v1/notary/matter/${randomUUID()}/accept-matter`;
    expect(at(await refused(() => world.call('POST', url, { body })))).toEqual(['Idempotency-Key missing']);
    const headers = { 'idempotency-key': 'k'.repeat(201), 'if-match': 'newest' };
    expect(at(await refused(() => world.call('POST', url, { body, headers })))).toEqual([
      'Idempotency-Key too-long',
      'If-Match wrong-form',
    ]);
  });

  it('an id that is no id in the path', async () =>
    expect(at(await refused(() => world.command('accept-matter', 'me', matter('X'))))).toEqual(['streamId not-an-id']));
});

describe('what rules and others’ records forbid is refused', () => {
  it('an office of another bureau, exactly as one that does not exist', async () => {
    const [foreign, missing] = [
      await accept(matter('X'), { office: OTHER_OFFICE }),
      await accept(matter('X'), { office: 'nowhere' }),
    ];
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, instance: '', correlationId: '' }).toEqual({
      ...missing.body,
      instance: '',
      correlationId: '',
    });
  });
  it('a natural key somebody holds', async () => {
    const answer = await accept(matter('BAD-1'));
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('notary.matter-known');
  });
  it('a stale version', async () =>
    expect(
      (
        await refused(() =>
          world.command(
            'pay-fee',
            streamId,
            { receiptNo: 'B', amount: '1', paidOn: '2023-03-07' },
            { headers: { 'if-match': '"9"' } },
          ),
        )
      ).status,
    ).toBe(412));
  it('an illegal step, with those that are legal', async () => {
    const answer = await refused(() => world.command('accept-matter', streamId, matter('BAD-2')));
    expect(answer.body.allowedNext.map(({ command }: { command: string }) => command)).toContain('notary.PayFee');
  });
});

describe('what is no request of ours is refused', () => {
  it.each<[string, 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH', string, Asked, number]>([
    ['an unknown route', 'GET', '/v1/nothing', {}, 404],
    ['an unknown command', 'POST', `/v1/notary/matter/${streamId}/fly`, { body: {} }, 404],
    ['an unknown method', 'DELETE', `/v1/notary/matter/${streamId}`, {}, 404],
    ['broken JSON', 'POST', '/v1/commands', { raw: { type: 'application/json', text: '{"atomic":' } }, 400],
    ['no JSON at all', 'POST', '/v1/commands', { raw: { type: 'application/json', text: '' } }, 400],
    [
      'a poisoned prototype',
      'POST',
      '/v1/commands',
      { raw: { type: 'application/json', text: '{"__proto__":{"a":1}}' } },
      400,
    ],
    ['plain text', 'POST', '/v1/commands', { raw: { type: 'text/plain', text: 'hello' } }, 415],
    ['a form', 'POST', '/v1/commands', { raw: { type: 'application/x-www-form-urlencoded', text: 'a=1' } }, 415],
    ['no type', 'POST', '/v1/commands', { raw: { type: undefined, text: 'hello' } }, 415],
    ['a broken escape', 'GET', '/v1/%zz', {}, 400],
    ['no token', 'GET', '/v1/offices', { as: null }, 401],
    ['a wrong token', 'GET', '/v1/offices', { as: null, headers: { authorization: 'Bearer nobody' } }, 401],
    ['another scheme', 'GET', '/v1/offices', { as: null, headers: { authorization: 'Basic YWRtaW46' } }, 401],
    ['no permission', 'POST', `/v1/notary/matter/${randomUUID()}/accept-matter`, { as: 'reader', body: {} }, 403],
  ])('%s', async (_, method, url, asked, status) =>
    expect((await refused(() => world.call(method, url, asked))).status).toBe(status),
  );

  it('a body over a megabyte, eight for many commands', async () => {
    const text = (size: number) => `{"x":"${'x'.repeat(size)}"}`;
    const send = (url: string, size: number) =>
      refused(() => world.call('POST', url, { raw: { type: 'application/json', text: text(size) } }));
    expect((await send(`/v1/notary/matter/${streamId}/pay-fee`, 2 ** 20)).status).toBe(413);
    expect((await send('/v1/commands', 2 ** 20)).status).toBe(400);
    expect((await send('/v1/commands', 8 * 2 ** 20)).status).toBe(413);
  });

  it('a query that is wrong, each parameter named', async () => {
    const url = '/v1/indicators?period=someday&bureau=x&min-position=-1&asOf=then&colour=red&office=';
    expect(at(await refused(() => world.call('GET', url))).sort()).toEqual([
      'asOf wrong-form',
      'bureau wrong-form',
      'colour unknown-field',
      'min-position too-small',
      'office empty',
      'period not-a-period',
    ]);
    expect(at(await refused(() => world.call('GET', '/v1/indicators?period=2023&codes=NT-01,NT-99')))).toEqual([
      'NT-99 not-found',
    ]);
    expect(at(await refused(() => world.call('GET', '/v1/indicators?period=2023&period=2024')))).toEqual([
      'period not-a-period',
    ]);
  });

  it('a cursor of the caller’s own making', async () => {
    const cursors = [
      'x',
      'W10',
      ...[
        ['a', 'b', 'c'],
        ['2023-99-99', 'b', 'c'],
        ['\u0000', '\u0000', 'c'],
        [1, '', '', '', ''],
      ].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
    ];
    for (const cursor of cursors)
      for (const url of [
        '/v1/registers/notary.matters?',
        '/v1/deadlines?',
        '/v1/indicators/NT-01/evidence?period=2023&',
      ])
        expect((await refused(() => world.call('GET', `${url}after=${cursor}`))).status).toBe(400);
  });

  it('what is not even HTTP', async () => {
    await world.app.listen(0, '127.0.0.1');
    const { port } = new URL(await world.app.getUrl());
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
  });
});

it('answers whatever JSON it is sent without a fault of its own', async () => {
  const doors = [
    (body: unknown) => world.command('accept-matter', randomUUID(), undefined, { body }),
    (body: unknown) => world.command('request-correction', streamId, undefined, { body }),
    (body: unknown) => world.command('pay-fee', streamId, body),
    (body: unknown) => world.call('POST', '/v1/commands', { body: { atomic: true, commands: [body] } }),
    (body: unknown) => world.call('POST', '/v1/persons', { body }),
    (body: unknown) => world.call('PUT', '/v1/offices', { as: 'keeper', body: { offices: [body] } }),
  ];
  const known = [
    'office',
    'data',
    'evidence',
    'personRef',
    'matterNo',
    'kind',
    'acceptedOn',
    'eventId',
    'patch',
    'type',
  ];
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.jsonValue({ maxDepth: 1 }),
      tie('record'),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
    record: fc.dictionary(fc.oneof(fc.constantFrom(...known), fc.string()), tie('value'), { maxKeys: 5 }),
  })).value;
  await fc.assert(
    fc.asyncProperty(fc.nat(doors.length - 1), json, async (door, body) => {
      const raw = JSON.stringify(body);
      if (raw === undefined || raw.includes('__proto__')) return;
      const { status } = await (doors[door] as (typeof doors)[0])(typeof body === 'object' ? body : { body });
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
  expect(world.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
