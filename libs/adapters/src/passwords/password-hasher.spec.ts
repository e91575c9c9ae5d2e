import { Later } from '#application/sign-in/later.js';
import { systemRandom } from '../system/random.js';
import { BoundedQueue } from '../bounded-queue.js';
import { QueuedPasswordHasher } from './password-hasher.js';
import { argon2id, pbkdf2Sm3, schemes } from './schemes.js';

it.each([
  ['Argon2id', argon2id(64)],
  ['PBKDF2-HMAC-SM3', pbkdf2Sm3(10)],
])('%s: knows its own passwords and no others, and never writes one hash twice', async (_, scheme) => {
  const hasher = new QueuedPasswordHasher(scheme, systemRandom);
  const [one, two] = [await hasher.hash('Ｆünf kleine Boote'), await hasher.hash('Fünf kleine Boote')];
  expect(one).not.toBe(two);
  expect(await hasher.verify('Fünf kleine Boote', one)).toBe(true);
  expect(await hasher.verify('fünf kleine Boote', one)).toBe(false);
  expect(await hasher.verify('Fünf kleine Boote', undefined)).toBe(false);
  expect(hasher.isCurrent(one)).toBe(true);
  const dearer = new QueuedPasswordHasher(argon2id(128), systemRandom);
  expect([await dearer.verify('Fünf kleine Boote', one), dearer.isCurrent(one)]).toEqual([true, false]);
});

it('what is written today costs what it should', () => {
  expect(schemes.argon2id.head).toBe('$argon2id$v=19$m=47104,t=1,p=1');
  expect(schemes['pbkdf2-hmac-sm3'].head).toBe('$pbkdf2-hmac-sm3$i=600000');
});

it('PBKDF2 with HMAC-SM3 gives the known answer', async () => {
  // Two rounds by hand: HMAC-SM3 over salt and block number, then over that, both added without carry.
  const { createHmac } = await import('node:crypto');
  const mac = (data: Buffer) => createHmac('sm3', '口令').update(data).digest();
  const first = mac(Buffer.concat([Buffer.from('salt'), Buffer.from([0, 0, 0, 1])]));
  const second = mac(first);
  const added = first.map((byte, at) => byte ^ (second[at] ?? 0));
  expect((await pbkdf2Sm3(2).derive('口令', Buffer.from('salt'))).equals(Buffer.from(added))).toBe(true);
});

it('does a few at a time, lets a few wait, and sends the others away; who is known goes first', async () => {
  const queue = new BoundedQueue(1, 2, 7);
  const order: string[] = [];
  let free = () => undefined as void;
  const gate = new Promise<void>((resolve) => (free = resolve));
  const work = (name: string, first = false) => queue.do(async () => void order.push(name), first);
  const running = queue.do(() => gate);
  const waiting = [work('a'), work('b')];
  const refused = await work('c').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Later);
  expect((refused as Later).seconds).toBe(7);
  waiting.push(work('known', true), work('known too', true));
  await expect(work('third known', true)).rejects.toThrow('too-busy');
  free();
  await Promise.all([running, ...waiting]);
  expect(order).toEqual(['known too', 'known', 'a', 'b']);
  await expect(queue.do(() => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong');
  expect(await queue.do(async () => 'goes on')).toBe('goes on');
});
