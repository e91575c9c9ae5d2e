import type { Session, SessionStore, TryStore } from '#application/ports/sessions.js';
import type { User, UserStore } from '#application/ports/users.js';

const id = (number: number): string => `0190a6f0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const user = (number: number, more: Partial<User> = {}): User => ({
  userId: id(number),
  kind: 'person',
  name: `user-${number}`,
  roles: ['office-clerk'],
  offices: ['43092201'],
  disabled: false,
  version: 1,
  createdAt: '2024-01-01T08:00:00.000Z',
  secrets: { password: { hash: '$argon2id$canary', setAt: '2024-01-01T08:00:00.000Z' }, formerPasswords: [] },
  ...more,
});
const session = (number: number, of: User, more: Partial<Session> = {}): Session => ({
  sessionId: id(1000 + number),
  userId: of.userId,
  version: of.version,
  stage: 'open',
  openedAt: `2024-01-01T08:00:0${number}.000Z`,
  seenAt: `2024-01-01T08:00:0${number}.000Z`,
  network: '10.0.0.0/24',
  agent: 'a browser',
  ...more,
});

interface Stores {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly tries: TryStore;
  close(): Promise<void>;
}

/** What every keeper of users, sessions and tries promises. `open` gives an empty one. */
export const usersContract = (open: () => Promise<Stores>): void => {
  let stores: Stores;
  beforeEach(async () => (stores = await open()));
  afterEach(() => stores.close());

  it('keeps a user as he is, found by id, name and subject', async () => {
    const { users } = stores;
    const bound = user(1, { subject: 'https://id.example|7' });
    expect(await users.add(bound)).toBe(true);
    expect(await users.add(user(2, { kind: 'machine', secrets: { machine: 'x' } }))).toBe(true);
    for (const found of [
      await users.get(id(1)),
      await users.named('user-1'),
      await users.ofSubject('https://id.example|7'),
    ])
      expect(found).toEqual(bound);
    for (const none of [await users.get(id(9)), await users.named('User-1'), await users.ofSubject('7')])
      expect(none).toBeUndefined();
    expect((await users.list()).map(({ name }) => name)).toEqual(['user-1', 'user-2']);
  });

  it('gives a name and a subject once', async () => {
    const { users } = stores;
    const added = await Promise.all([users.add(user(1)), users.add(user(2, { name: 'user-1' }))]);
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await users.add(user(3, { subject: 's' }))).toBe(true);
    expect(await users.add(user(4, { subject: 's' }))).toBe(false);
    await users.add(user(5));
    await expect(users.change(id(5), (now) => ({ ...now, subject: 's' }))).rejects.toThrow('name-taken');
    expect((await users.change(id(5), (now) => ({ ...now, subject: 't' })))?.subject).toBe('t');
  });

  it('lets the first persons in for the code offered last, once', async () => {
    const { users } = stores;
    await users.add(user(5, { kind: 'machine' }));
    expect(await users.setUp('one', [user(1)])).toBe(false);
    expect([await users.offerSetup('one'), await users.offerSetup('two')]).toEqual([true, true]);
    expect([await users.isOffered('one'), await users.isOffered('two')]).toEqual([false, true]);
    const done = await Promise.all([users.setUp('two', [user(1), user(2)]), users.setUp('two', [user(3)])]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect([await users.offerSetup('three'), await users.isOffered('two')]).toEqual([false, false]);
  });

  it('changes a user one after the other, and ends his sessions where the version rises', async () => {
    const { users, sessions } = stores;
    await users.add(user(1));
    await users.add(user(2));
    await sessions.open('own', session(1, user(1)), 1);
    await sessions.open('other', session(2, user(2)), 1);
    const add = (role: string) => users.change(id(1), (now) => ({ ...now, roles: [...now.roles, role] }));
    await Promise.all(['a', 'b', 'c', 'd'].map(add));
    expect([...((await users.get(id(1)))?.roles ?? [])].sort()).toEqual(['a', 'b', 'c', 'd', 'office-clerk']);
    expect(await sessions.find('own')).toBeDefined();
    expect((await users.change(id(1), () => undefined))?.version).toBe(1);
    expect((await users.change(id(1), (now) => ({ ...now, disabled: true, version: 2 })))?.disabled).toBe(true);
    expect([await sessions.find('own'), (await sessions.find('other'))?.userId]).toEqual([undefined, id(2)]);
    expect(await users.change(id(9), (now) => now)).toBeUndefined();
    await expect(
      users.change(id(2), () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await users.get(id(2))).toEqual(user(2));
  });

  it('makes one signing key', async () => {
    const { users } = stores;
    const keys = await Promise.all(['a', 'b', 'c'].map((key) => users.signingKey(() => key)));
    expect(new Set([...keys, await users.signingKey(() => 'd')]).size).toBe(1);
  });

  it('keeps the newest sessions of a user, and finds each by its token', async () => {
    const { users, sessions } = stores;
    await users.add(user(1));
    const waiting = session(0, user(1), { stage: 'second-factor' });
    await sessions.open('waiting', waiting, 1);
    for (const number of [1, 2, 3]) await sessions.open(`t${number}`, session(number, user(1)), 2);
    expect(await sessions.find('waiting')).toEqual(waiting);
    expect([await sessions.find('t1'), await sessions.find('t3')]).toEqual([undefined, session(3, user(1))]);
    expect((await sessions.of(id(1))).map(({ sessionId }) => sessionId)).toEqual([id(1003), id(1002)]);
    await sessions.see(id(1003), '2024-01-01T09:00:00.000Z');
    await sessions.see(id(1003), '2024-01-01T08:30:00.000Z');
    expect((await sessions.find('t3'))?.seenAt).toBe('2024-01-01T09:00:00.000Z');
  });

  it('ends one session of its user, all of one, all there are, and old ones', async () => {
    const { users, sessions } = stores;
    for (const number of [1, 2]) {
      await users.add(user(number));
      for (const at of [1, 2])
        await sessions.open(
          `${number}-${at}`,
          session(10 * number + at, user(number), { openedAt: `2024-01-0${at}T08:00:00.000Z` }),
          5,
        );
    }
    expect([await sessions.end(id(2), id(1011)), await sessions.end(id(1), id(1011))]).toEqual([false, true]);
    expect(await sessions.of(id(1))).toHaveLength(1);
    await sessions.forget('2024-01-02T00:00:00.000Z');
    expect([await sessions.find('2-1'), (await sessions.of(id(2))).length]).toEqual([undefined, 1]);
    await sessions.endAll(id(2));
    expect([(await sessions.of(id(1))).length, (await sessions.of(id(2))).length]).toEqual([1, 0]);
    await sessions.endAll();
    expect(await sessions.of(id(1))).toEqual([]);
  });

  it('counts tries one after the other, also when they come together', async () => {
    const { tries } = stores;
    const at = '2024-01-01T08:00:00.000Z';
    const from = '2024-01-01T07:00:00.000Z';
    const take = (subject: string, source = 's') =>
      tries.take(subject, { source, at }, from, (before) => (before.length < 3 ? 0 : 9));
    const pauses = await Promise.all(Array.from({ length: 12 }, () => take('a')));
    expect(pauses.filter((pause) => pause === 0)).toHaveLength(3);
    expect(await take('b')).toBe(0);
    await tries.forgive('a', 'another');
    expect(await take('a')).toBe(9);
    await tries.forgive('a', 's');
    expect(await take('a')).toBe(0);
    const seen: number[] = [];
    await tries.take('a', { source: 's', at: '2024-01-01T09:30:00.000Z' }, '2024-01-01T08:30:00.000Z', (before) => {
      seen.push(before.length);
      return 1;
    });
    expect(seen).toEqual([0]);
  });

  it('knows a device for its person, for a while', async () => {
    const { tries } = stores;
    await tries.remember('p', 'd', '2024-01-01T08:00:00.000Z');
    const knows = (person: string, device: string, since: string) => tries.knows(person, device, since);
    expect([
      await knows('p', 'd', '2023-12-31T00:00:00.000Z'),
      await knows('q', 'd', '2023-12-31T00:00:00.000Z'),
    ]).toEqual([true, false]);
    expect(await knows('p', 'd', '2024-01-02T00:00:00.000Z')).toBe(false);
    await tries.remember('p', 'd', '2024-01-02T08:00:00.000Z');
    expect(await knows('p', 'd', '2024-01-02T00:00:00.000Z')).toBe(true);
  });
};
