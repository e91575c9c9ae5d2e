import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { MachineTokenForm, newSigningKey } from '#application/sign-in/machine-token.js';
import { Browser, makePerson } from '../support/browser.js';
import { ApiWorld } from '../e2e/api-world.js';

let world: ApiWorld;
let session: string;
const clock = { now: () => world.platform.clock.now() };
beforeAll(async () => {
  world = await ApiWorld.open();
  await makePerson(world, 'lin', { roles: ['deputy-director'] });
  const browser = new Browser(world);
  await browser.signIn('lin');
  session = /__Host-taizhang=([\w-]+)/.exec(browser.cookie)?.[1] ?? '';
});
afterAll(() => world.close());

const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const decoded = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

/** What a forger has in hand: a real token and its parts, and our own signing key only where a case says so. */
interface Hand {
  readonly real: string;
  readonly header: Record<string, unknown>;
  readonly claims: Record<string, unknown>;
  readonly signature: string;
  /** Signs with the key of the deployment: what a fault of ours, not a forger, could issue. */
  readonly issue: (header: unknown, claims: unknown) => string;
}

const signedBy =
  (key: string) =>
  (header: unknown, claims: unknown): string => {
    const body = `${encoded(header)}.${encoded(claims)}`;
    return `${body}.${sign(null, Buffer.from(body), key).toString('base64url')}`;
  };
const stranger = newSigningKey();
const forge = signedBy(stranger);
const publicPem = (key: string): string => createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string;
const macWith = (secret: string, header: unknown, claims: unknown): string => {
  const body = `${encoded(header)}.${encoded(claims)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
};
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const now = () => Math.floor(Date.parse(clock.now().now) / 1000);

const forgeries: readonly (readonly [string, (hand: Hand) => string])[] = [
  ...['none', 'None', 'NONE', 'nOnE', ''].map(
    (alg) =>
      [
        `alg ${alg || 'empty'}, unsigned`,
        ({ header, claims }: Hand) => `${encoded({ ...header, alg })}.${encoded(claims)}.`,
      ] as const,
  ),
  [
    'alg none with the real signature',
    ({ header, claims, signature }) => `${encoded({ ...header, alg: 'none' })}.${encoded(claims)}.${signature}`,
  ],
  ['signature left out', ({ real }) => real.split('.').slice(0, 2).join('.')],
  ['signature empty', ({ real }) => `${real.split('.').slice(0, 2).join('.')}.`],
  ['HS256 with the empty secret', ({ header, claims }) => macWith('', { ...header, alg: 'HS256' }, claims)],
  [
    'HS256 with the public key as secret',
    ({ header, claims }) => macWith(publicPem(stranger), { ...header, alg: 'HS256' }, claims),
  ],
  [
    'HS256 with the key id as secret',
    ({ header, claims }) => macWith(String(header['kid']), { ...header, alg: 'HS256' }, claims),
  ],
  ...(
    ['HS256', 'HS384', 'HS512', 'RS256', 'PS256', 'ES256', 'ES256K', 'ES512', 'Ed25519', 'Ed448', 'EdDSA '] as const
  ).map((alg) => [`alg said to be ${alg}`, ({ header, claims }: Hand) => forge({ ...header, alg }, claims)] as const),
  [
    'RS256 by a key of the forger',
    ({ header, claims }) => {
      const body = `${encoded({ ...header, alg: 'RS256' })}.${encoded(claims)}`;
      return `${body}.${sign('sha256', Buffer.from(body), rsa).toString('base64url')}`;
    },
  ],
  [
    'ES256 by a key of the forger',
    ({ header, claims }) => {
      const body = `${encoded({ ...header, alg: 'ES256' })}.${encoded(claims)}`;
      return `${body}.${sign('sha256', Buffer.from(body), { key: ec, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
    },
  ],
  ['another key', ({ header, claims }) => forge(header, claims)],
  [
    'another key that names itself: jwk',
    ({ header, claims }) => forge({ ...header, jwk: createPublicKey(stranger).export({ format: 'jwk' }) }, claims),
  ],
  ['jku', ({ header, claims }) => forge({ ...header, jku: 'https://evil.example/keys' }, claims)],
  ['x5u', ({ header, claims }) => forge({ ...header, x5u: 'https://evil.example/certificate' }, claims)],
  ['x5c', ({ header, claims }) => forge({ ...header, x5c: ['MIIB'] }, claims)],
  ['kid as a path', ({ header, claims }) => forge({ ...header, kid: '../../../../dev/null' }, claims)],
  ['kid as SQL', ({ header, claims }) => forge({ ...header, kid: "' or 1=1 --" }, claims)],
  ['kid empty', ({ header, claims }) => forge({ ...header, kid: '' }, claims)],
  ['kid a number', ({ header, claims }) => forge({ ...header, kid: 1 }, claims)],
  ['kid missing', ({ header: { kid: _kid, ...rest }, claims }) => forge(rest, claims)],
  ['our key under another kid', ({ header, claims, issue }) => issue({ ...header, kid: 'x' }, claims)],
  ['our key with jwk beside it', ({ header, claims, issue }) => issue({ ...header, jwk: {} }, claims)],
  ['crit that nobody knows', ({ header, claims, issue }) => issue({ ...header, crit: ['x'], x: 1 }, claims)],
  ['b64 false', ({ header, claims, issue }) => issue({ ...header, b64: false, crit: ['b64'] }, claims)],
  ['type JWT', ({ header, claims, issue }) => issue({ ...header, typ: 'JWT' }, claims)],
  ['type of an access token elsewhere', ({ header, claims, issue }) => issue({ ...header, typ: 'at+jwt' }, claims)],
  ['type missing', ({ header: { typ: _typ, ...rest }, claims, issue }) => issue(rest, claims)],
  [
    'header in another order',
    ({ header, claims, issue }) => issue(Object.fromEntries(Object.entries(header).reverse()), claims),
  ],
  [
    'expired',
    ({ header, claims, issue }) => issue(header, { ...claims, iat: now() - 601, nbf: now() - 601, exp: now() - 1 }),
  ],
  ['expired this second', ({ header, claims, issue }) => issue(header, { ...claims, nbf: now() - 600, exp: now() })],
  ['not yet', ({ header, claims, issue }) => issue(header, { ...claims, nbf: now() + 60, exp: now() + 120 })],
  ['for a year', ({ header, claims, issue }) => issue(header, { ...claims, exp: now() + 31_536_000 })],
  ['for eleven minutes', ({ header, claims, issue }) => issue(header, { ...claims, exp: Number(claims['nbf']) + 660 })],
  ['for ever', ({ header, claims: { exp: _exp, ...rest }, issue }) => issue(header, rest)],
  ['exp as text', ({ header, claims, issue }) => issue(header, { ...claims, exp: String(claims['exp']) })],
  [
    'exp as 1e99',
    ({ header, claims, issue }) => issue(header, JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e99')),
  ],
  ['exp negative', ({ header, claims, issue }) => issue(header, { ...claims, exp: -1 })],
  ['exp null', ({ header, claims, issue }) => issue(header, { ...claims, exp: null })],
  ['another audience', ({ header, claims, issue }) => issue(header, { ...claims, aud: 'another-api' })],
  ['several audiences', ({ header, claims, issue }) => issue(header, { ...claims, aud: ['taizhang-api', 'another'] })],
  ['no audience', ({ header, claims: { aud: _aud, ...rest }, issue }) => issue(header, rest)],
  ['another issuer', ({ header, claims, issue }) => issue(header, { ...claims, iss: 'https://evil.example' })],
  ['no issuer', ({ header, claims: { iss: _iss, ...rest }, issue }) => issue(header, rest)],
  [
    'a user nobody is',
    ({ header, claims, issue }) => issue(header, { ...claims, sub: '0190a6f0-0000-7000-8000-00000000dead' }),
  ],
  ['a user by name', ({ header, claims, issue }) => issue(header, { ...claims, sub: 'chief' })],
  ['a user as a list', ({ header, claims, issue }) => issue(header, { ...claims, sub: [claims['sub']] })],
  ['an older version of the user', ({ header, claims, issue }) => issue(header, { ...claims, ver: 0 })],
  ['a later version of the user', ({ header, claims, issue }) => issue(header, { ...claims, ver: 2 })],
  ['version as text', ({ header, claims, issue }) => issue(header, { ...claims, ver: '1' })],
  ['roles beside the claims', ({ header, claims, issue }) => issue(header, { ...claims, roles: ['security-admin'] })],
  ['a claim twice', ({ header, claims, issue }) => issue(header, JSON.stringify(claims).replace('{', '{"sub":"x",'))],
  [
    '__proto__ among the claims',
    ({ header, claims, issue }) => issue(header, JSON.stringify(claims).replace('{', '{"__proto__":{"ver":1},')),
  ],
  ['claims null', ({ header, issue }) => issue(header, null)],
  ['claims a list', ({ header, issue }) => issue(header, [])],
  ['claims no JSON', ({ header, issue }) => issue(header, 'sub=admin')],
  [
    'claims changed under the signature',
    ({ real, claims, signature }) => `${real.split('.')[0]}.${encoded({ ...claims, ver: 9 })}.${signature}`,
  ],
  ['signature with one bit changed', ({ real }) => real.replace(/.(?=.{10}$)/, (sign) => (sign === 'A' ? 'B' : 'A'))],
  [
    'signature written in another way',
    ({ real }) => `${real.slice(0, -1)}${String.fromCharCode(real.charCodeAt(real.length - 1) + 1)}`,
  ],
  ['signature padded', ({ real }) => `${real}==`],
  ['truncated', ({ real }) => real.slice(0, -20)],
  ['four parts', ({ real }) => `${real}.x`],
  ['five parts, as if encrypted', ({ real }) => `${real}.x.y`],
  ['JSON serialisation', ({ real }) => encoded({ payload: real })],
  ['oversized', ({ real }) => real + 'A'.repeat(2000)],
  ['nothing', () => ''],
  ['dots', () => '..'],
  ['the secret of the program itself', () => 'x'.repeat(43)],
  ['a session as a token', () => session],
];

const cookies: readonly (readonly [string, () => string])[] = [
  ['empty', () => '__Host-taizhang='],
  ['of another', () => `__Host-taizhang=${'A'.repeat(43)}`],
  ['truncated', () => `__Host-taizhang=${session.slice(0, -1)}`],
  ['longer', () => `__Host-taizhang=${session}A`],
  ['of another case', () => `__Host-taizhang=${session.toUpperCase()}`],
  ['with one sign changed', () => `__Host-taizhang=${session[0] === 'A' ? 'B' : 'A'}${session.slice(1)}`],
  ['its hash', () => `__Host-taizhang=${Buffer.from(session).toString('hex').slice(0, 43)}`],
  ['in quotes', () => `__Host-taizhang="${session}"`],
  ['url-encoded', () => `__Host-taizhang=%${session.charCodeAt(0).toString(16)}${session.slice(1)}`],
  ['with a NUL', () => `__Host-taizhang=${session}%00`],
  ['under a name without the prefix', () => `taizhang=${session}`],
  ['under another prefix', () => `__Secure-taizhang=${session}`],
  ['under a name in another case', () => `__host-taizhang=${session}`],
  ['there twice', () => `__Host-taizhang=${session}; __Host-taizhang=${session}`],
  ['after one planted', () => `__Host-taizhang=${'A'.repeat(43)}; __Host-taizhang=${session}`],
  ['oversized', () => `__Host-taizhang=${'A'.repeat(5000)}`],
  ['a token of a program', () => `__Host-taizhang=${world.tokenOf('chief')}`],
  ['as the device', () => `__Host-taizhang-device=${session}`],
  ['SQL', () => "__Host-taizhang=' or 1=1 --"],
  ['prototype', () => '__Host-taizhang=__proto__'],
];

const handOf = async (): Promise<Hand> => {
  const real = world.tokenOf('chief');
  const [header = '', claims = '', signature = ''] = real.split('.');
  const key = await world.platform.users.signingKey(() => '');
  return { real, header: decoded(header), claims: decoded(claims), signature, issue: signedBy(key) };
};
const asks = async (headers: Readonly<Record<string, string>>) => {
  const found = await world.app.inject({ method: 'GET', url: '/v1/offices', headers });
  return found.statusCode;
};

it('the real ones are taken, also as the forger’s tools write them', async () => {
  const { real, header, claims, issue } = await handOf();
  expect(issue(header, claims)).toBe(real);
  expect(await asks({ authorization: `Bearer ${real}` })).toBe(200);
  expect(await asks({ cookie: `__Host-taizhang=${session}` })).toBe(200);
});

it('is a JWT that a library of others reads', async () => {
  const { jwtVerify, importSPKI } = await import('jose');
  const key = await importSPKI(publicPem(await world.platform.users.signingKey(() => '')), 'EdDSA');
  const { payload } = await jwtVerify(world.tokenOf('chief'), key, {
    algorithms: ['EdDSA'],
    issuer: 'taizhang',
    audience: 'taizhang-api',
    typ: 'taizhang-machine+jwt',
    currentDate: new Date(clock.now().now),
  });
  expect(Number(payload.exp) - Number(payload.iat)).toBe(600);
});

it.each(forgeries)('refuses a token: %s', async (_, make) => {
  expect(await asks({ authorization: `Bearer ${make(await handOf())}` })).toBe(401);
});

it.each(cookies)('refuses a cookie: %s', async (_, make) => expect(await asks({ cookie: make() })).toBe(401));

it.each(['Basic YWRtaW46', 'Bearer', 'bearer  two', 'Token x', 'Bearer a b', 'DPoP x'])(
  'refuses another scheme: %s',
  async (authorization) => expect(await asks({ authorization, cookie: `__Host-taizhang=${session}` })).toBe(401),
);

it('says how many', async () => {
  const hand = await handOf();
  const statuses = await Promise.all([
    ...forgeries.map(([, make]) => asks({ authorization: `Bearer ${make(hand)}` })),
    ...cookies.map(([, make]) => asks({ cookie: make() })),
  ]);
  const count = (holds: (status: number) => boolean) => statuses.filter(holds).length;
  expect(new Set(forgeries.map(([, make]) => make(hand))).size).toBe(forgeries.length);
  expect(statuses.length).toBeGreaterThanOrEqual(60);
  process.stdout.write(
    `forged tokens and cookies: ${statuses.length}, accepted ${count((status) => status < 400)}, 5xx ${count((status) => status >= 500)}\n`,
  );
});

it('a table that forgets to look at the signature would be seen', () => {
  const form = new MachineTokenForm(stranger);
  const at = '2024-05-01T08:00:00.000Z';
  const token = form.write({
    userId: '0190a6f0-0000-7000-8000-000000000001',
    version: 1,
    tokenId: '0190a6f0-0000-7000-8000-000000000002',
    madeAt: at,
  });
  expect(form.read(token, at)).toBeDefined();
  expect(new MachineTokenForm(newSigningKey()).read(token, at)).toBeUndefined();
});
