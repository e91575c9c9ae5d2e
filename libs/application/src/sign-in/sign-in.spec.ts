import {
  ORIGIN,
  SENTENCE,
  type SignInWorld,
  makePerson,
  opened,
  signInWorld,
} from '../../../../test/support/sign-in-world.js';
import { hashOfSecret } from './parts.js';
import { oneTimePassword, stepAt } from './totp.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OTHER = 'Birnbaum+19+Schaukel';

let world: SignInWorld;
beforeEach(async () => (world = await signInWorld()));

const signIn = (name = 'lin', password = SENTENCE, from = ORIGIN) => world.signIn.withPassword(name, password, from);
const open = async (name = 'lin', from = ORIGIN) => opened(await signIn(name, SENTENCE, from));
const holds = async (token: string) => (await world.check.find(token)) !== undefined;
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => error.message,
  );
const signedIn = async (token: string) => {
  const found = await world.check.find(token);
  if (found === undefined) throw new Error('not signed in');
  return found;
};

describe('signing in', () => {
  it('opens a session for the right password, and answers the same to everything else', async () => {
    const userId = await makePerson(world, 'lin');
    await makePerson(world, 'gone').then((id) => world.manage.change(id, { disabled: true }));
    await world.manage.create({ kind: 'person', name: 'new', roles: [], offices: [] });
    await world.manage.create({ kind: 'machine', name: 'program', roles: [], offices: [] });
    const { token, signedIn: found } = await open();
    expect(found.user.userId).toBe(userId);
    expect((await world.check.find(token))?.user.name).toBe('lin');
    expect(await world.check.find(`${token}x`)).toBeUndefined();
    const wrong = [signIn('lin', OTHER), signIn('nobody'), signIn('gone'), signIn('new'), signIn('program')];
    for (const refused of wrong) expect(await codeOf(refused)).toBe('sign-in-refused');
  });

  it('writes down every try, and neither names nor secrets', async () => {
    await makePerson(world, 'lin');
    const { token, device } = await open();
    await codeOf(signIn('lin', OTHER));
    await codeOf(signIn('nobody', OTHER));
    const said = world.notes.join('\n');
    expect(world.notes.filter((note) => note.includes('a sign-in was refused'))).toHaveLength(2);
    for (const secret of [SENTENCE, OTHER, token, device, 'nobody', '"lin"']) expect(said).not.toContain(secret);
  });

  it('slows down who guesses, names nobody has as well, and not a device that is known', async () => {
    await makePerson(world, 'lin');
    const { device } = await open();
    for (const name of ['lin', 'nobody']) {
      for (let count = 0; count < 3; count += 1) expect(await codeOf(signIn(name, OTHER))).toBe('sign-in-refused');
      const refused = await signIn(name).catch((error: unknown) => error);
      expect(refused).toMatchObject({ message: 'too-many-tries', seconds: 5 });
    }
    expect(await codeOf(signIn('lin', SENTENCE, { ...ORIGIN, device: 'a guess' }))).toBe('too-many-tries');
    expect(await codeOf(signIn('lin', SENTENCE, { ...ORIGIN, device }))).toBe('done');
    world.clock.advance(5000);
    expect(await codeOf(signIn('lin'))).toBe('done');
  });
});

describe('a session ends', () => {
  let userId: string;
  let token: string;
  beforeEach(async () => {
    userId = await makePerson(world, 'lin');
    ({ token } = await open());
    expect(await holds(token)).toBe(true);
  });
  const manage = () => world.manage;

  it.each<[string, () => Promise<unknown>]>([
    ['log-out', async () => world.own.signOut(await signedIn(token))],
    [
      'being ended from another',
      async () => world.own.end(await signedIn(token), (await signedIn(token)).session.sessionId),
    ],
    ['signing in elsewhere', () => open('lin')],
    ['another password', async () => world.own.changePassword(await signedIn(token), SENTENCE, OTHER, ORIGIN)],
    ['a reset', () => manage().reset(userId, {})],
    ['dismissal', () => manage().change(userId, { disabled: true })],
    ['other roles', () => manage().change(userId, { roles: ['auditor'] })],
    ['another office', () => manage().change(userId, { offices: ['43092202'] })],
    ['30 idle minutes', async () => world.clock.advance(30 * MINUTE)],
  ])('by %s', async (_, end) => {
    await end();
    expect(await holds(token)).toBe(false);
  });

  it('12 hours after it was opened, whatever is done in it', async () => {
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      world.clock.advance(20 * MINUTE);
      expect(await holds(token)).toBe(true);
    }
    world.clock.advance(20 * MINUTE);
    expect(await holds(token)).toBe(false);
  });

  it('but not by its own use, nor by what happens to others', async () => {
    const other = await makePerson(world, 'wang');
    await manage().change(other, { disabled: true });
    world.clock.advance(29 * MINUTE);
    expect(await holds(token)).toBe(true);
  });

  it('when it was opened while the user was being changed', async () => {
    const { session } = await signedIn(token);
    await world.parts.sessions.open(hashOfSecret('late'), { ...session, version: session.version - 1 }, 5);
    expect(await holds('late')).toBe(false);
  });

  it('within a second where another process changed the user', async () => {
    await world.parts.users.change(userId, (user) => ({ ...user, disabled: true, version: user.version + 1 }));
    world.clock.advance(1000);
    expect(await holds(token)).toBe(false);
  });
});

describe('a person keeps his own sign-in', () => {
  beforeEach(() => makePerson(world, 'lin'));

  it('changes his password, not to one he had, and has to after 90 days', async () => {
    const first = await signedIn((await open()).token);
    expect(await codeOf(world.own.changePassword(first, OTHER, OTHER, ORIGIN))).toBe('password-wrong');
    expect(await codeOf(world.own.changePassword(first, SENTENCE, SENTENCE, ORIGIN))).toBe('invalid-data');
    expect(await codeOf(world.own.changePassword(first, SENTENCE, 'kurz', ORIGIN))).toBe('invalid-data');
    const changed = await world.own.changePassword(first, SENTENCE, OTHER, ORIGIN);
    expect(await codeOf(world.own.changePassword(changed.signedIn, OTHER, SENTENCE, ORIGIN))).toBe('invalid-data');
    expect([await codeOf(signIn()), await codeOf(signIn('lin', OTHER))]).toEqual(['sign-in-refused', 'done']);
    expect(world.check.dutyOf(changed.signedIn.user)).toBeUndefined();
    world.clock.advance(90 * DAY);
    expect(world.check.dutyOf(changed.signedIn.user)).toBe('password-must-change');
  });

  it('sees his sessions, and ends none of anybody else', async () => {
    await makePerson(world, 'wang');
    const [own, other] = [await open(), await open('wang')];
    expect((await world.own.sessions(own.signedIn)).map(({ sessionId }) => sessionId)).toEqual([
      own.signedIn.session.sessionId,
    ]);
    expect(await codeOf(world.own.end(own.signedIn, other.signedIn.session.sessionId))).toBe('not-found');
    expect(await holds(other.token)).toBe(true);
  });

  it('has a session once the one-time password came too, each of them once', async () => {
    const { key } = await world.own.enrol((await open()).signedIn, SENTENCE, ORIGIN);
    const now = () => oneTimePassword(key, stepAt(world.clock.now().now));
    expect(await codeOf(world.own.confirmEnrolment((await open()).signedIn, '000000', ORIGIN))).toBe(
      'one-time-password-wrong',
    );
    expect((await signIn()).stage).toBe('open');
    await world.own.confirmEnrolment((await open()).signedIn, now(), ORIGIN);
    const halfway = async () => {
      const answer = await signIn();
      if (answer.stage !== 'second-factor') throw new Error('the second factor was not asked for');
      return answer.ticket;
    };
    const ticket = await halfway();
    expect((await world.check.find(ticket))?.session.stage).toBe('second-factor');
    expect(await codeOf(world.signIn.withOneTimePassword(ticket, now(), ORIGIN))).toBe('sign-in-refused'); // spent by confirming
    world.clock.advance(30_000);
    const { token } = await world.signIn.withOneTimePassword(ticket, now(), ORIGIN);
    expect(await holds(token)).toBe(true);
    expect(await codeOf(world.signIn.withOneTimePassword(ticket, now(), ORIGIN))).toBe('sign-in-refused');
    world.clock.advance(30_000);
    const late = await halfway();
    world.clock.advance(5 * MINUTE);
    expect(await codeOf(world.signIn.withOneTimePassword(late, now(), ORIGIN))).toBe('sign-in-refused');
    expect(await codeOf(world.signIn.withOneTimePassword(token, now(), ORIGIN))).toBe('sign-in-refused');
  });

  it('1,000 one-time passwords guessed in half a minute: five are looked at', async () => {
    const { key } = await world.own.enrol((await open()).signedIn, SENTENCE, ORIGIN);
    await world.own.confirmEnrolment(
      (await open()).signedIn,
      oneTimePassword(key, stepAt(world.clock.now().now)),
      ORIGIN,
    );
    const answer = await signIn();
    const ticket = answer.stage === 'second-factor' ? answer.ticket : '';
    const codes = [];
    for (let guess = 0; guess < 1000; guess += 1) {
      const network = `10.${Math.floor(guess / 256)}.${guess % 256}.0/24`;
      codes.push(await codeOf(world.signIn.withOneTimePassword(ticket, `x${guess}`, { ...ORIGIN, network })));
      world.clock.advance(29);
    }
    expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(995);
  });

  it('asks for a second factor before anything else where a deployment says so', async () => {
    world = await signInWorld({ secondFactor: 'required' });
    await makePerson(world, 'lin');
    expect(world.check.dutyOf((await open()).signedIn.user)).toBe('second-factor-missing');
  });
});

describe('administrators', () => {
  const first = [
    { name: 'safe', password: SENTENCE, role: 'security-admin' },
    { name: 'system', password: OTHER, role: 'system-admin' },
  ] as const;

  it('the first are made by the code shown last, once', async () => {
    const lost = (await world.manage.offerSetup()) ?? '';
    const code = (await world.manage.offerSetup()) ?? '';
    expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{5}-){3}[2-9A-HJKMNP-TV-Z]{5}$/);
    expect(await codeOf(world.manage.setUp(lost, first, ORIGIN))).toBe('setup-refused');
    expect(await codeOf(world.manage.setUp(code, [{ ...first[0], password: 'x' }], ORIGIN))).toBe('invalid-data');
    const made = await world.manage.setUp(` ${code.toLowerCase().replaceAll('-', ' ')} `, first, ORIGIN);
    expect(made.map(({ name, roles }) => [name, ...roles])).toEqual([
      ['safe', 'security-admin'],
      ['system', 'system-admin'],
    ]);
    expect(await codeOf(world.manage.setUp(code, first, ORIGIN))).toBe('setup-refused');
    expect(await world.manage.offerSetup()).toBeUndefined();
    expect(await codeOf(signIn('safe'))).toBe('done');
  });

  it('start a reset without knowing the password; the code holds once, for three days', async () => {
    const userId = await makePerson(world, 'lin');
    const { code = '', user } = await world.manage.reset(userId, {});
    expect(user.resetUntil).toBe('2024-05-04T08:00:00.000Z');
    expect(await codeOf(signIn())).toBe('sign-in-refused');
    const redeem = (name: string, given: string, password = OTHER) =>
      codeOf(world.manage.redeem(name, given, password, ORIGIN));
    expect([await redeem('wang', code), await redeem('lin', 'AAAAA-AAAAA-AAAAA-AAAAA')]).toEqual([
      'sign-in-refused',
      'sign-in-refused',
    ]);
    expect(await redeem('lin', code, SENTENCE)).toBe('invalid-data'); // had it before
    expect([await redeem('lin', code), await redeem('lin', code)]).toEqual(['done', 'sign-in-refused']);
    expect(await codeOf(signIn('lin', OTHER))).toBe('done');
    const { code: late = '' } = await world.manage.reset(userId, {});
    world.clock.advance(3 * DAY);
    expect(await redeem('lin', late)).toBe('sign-in-refused');
  });

  it('change nobody’s rights but those of others', async () => {
    const userId = await makePerson(world, 'lin');
    const self = await world.parts.users.get(userId);
    expect(await codeOf(world.manage.change(userId, { roles: ['deputy-director'] }, self))).toBe('own-rights');
    expect(await codeOf(world.manage.reset(userId, {}, self))).toBe('own-rights');
    expect(await codeOf(world.manage.create({ kind: 'person', name: 'lin', roles: [], offices: [] }))).toBe(
      'name-taken',
    );
    expect(JSON.stringify(await world.manage.list())).not.toMatch(/argon2|hash/);
  });
});

describe('programs', () => {
  const make = () => world.manage.create({ kind: 'machine', name: 'export', roles: ['auditor'], offices: ['*'] });
  const exchange = (secret: string, name = 'export') => world.machines.exchange(name, secret, ORIGIN.network);

  it('get a token for ten minutes for their secret', async () => {
    const { secret = '', user } = await make();
    const { token, expiresAt } = await exchange(secret);
    expect(expiresAt).toBe('2024-05-01T08:10:00.000Z');
    expect((await world.machines.find(token))?.userId).toBe(user.userId);
    world.clock.advance(10 * MINUTE - 1000);
    expect(await world.machines.find(token)).toBeDefined();
    world.clock.advance(1000);
    expect(await world.machines.find(token)).toBeUndefined();
    for (const refused of [exchange('x'), exchange(''), exchange(secret, 'nobody')])
      expect(await codeOf(refused)).toBe('sign-in-refused');
    await makePerson(world, 'lin');
    expect(await codeOf(exchange('', 'lin'))).toBe('sign-in-refused');
  });

  it.each<[string, (userId: string) => Promise<unknown>]>([
    ['put out of office', (userId) => world.manage.change(userId, { disabled: true })],
    ['given other roles', (userId) => world.manage.change(userId, { roles: [] })],
    ['given another secret', (userId) => world.manage.reset(userId, {})],
  ])('lose it when they are %s', async (_, change) => {
    const { secret = '', user } = await make();
    const { token } = await exchange(secret);
    expect(await world.machines.find(token)).toBeDefined();
    await change(user.userId);
    expect(await world.machines.find(token)).toBeUndefined();
  });
});
