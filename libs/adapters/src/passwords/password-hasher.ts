import { timingSafeEqual } from 'node:crypto';
import type { PasswordHasher } from '#application/ports/passwords.js';
import type { Random } from '../system/random.js';
import { BoundedQueue } from '../bounded-queue.js';
import { type PasswordScheme, schemeOf } from './schemes.js';

const SALT = 16;
/** The machine's libuv threads are four by default: two are left for everything else. */
const queueOf = (): BoundedQueue => new BoundedQueue(2, 100, 5);

const encoded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** Hashes passwords slowly, a few at a time. The same text in another form of Unicode is the same password. */
export class QueuedPasswordHasher implements PasswordHasher {
  /** Whoever has no password is checked against this, and takes as long. */
  private readonly nobody: string;

  constructor(
    private readonly scheme: PasswordScheme,
    private readonly random: Random,
    private readonly queue = queueOf(),
  ) {
    this.nobody = this.written(random(SALT), random(32));
  }

  hash(password: string): Promise<string> {
    const salt = this.random(SALT);
    return this.queue.do(async () => this.written(salt, await this.scheme.derive(password.normalize('NFKC'), salt)));
  }

  async verify(password: string, hash: string | undefined, first = false): Promise<boolean> {
    const kept = hash ?? this.nobody;
    const [salt = '', expected = ''] = kept.split('$').slice(-2);
    const scheme = schemeOf(kept);
    const derived = await this.queue.do(
      () => scheme.derive(password.normalize('NFKC'), Buffer.from(salt, 'base64')),
      first,
    );
    const same = timingSafeEqual(derived, Buffer.from(expected, 'base64'));
    return same && hash !== undefined;
  }

  isCurrent(hash: string): boolean {
    return hash.startsWith(`${this.scheme.head}$`);
  }

  private written(salt: Buffer, derived: Buffer): string {
    return `${this.scheme.head}$${encoded(salt)}$${encoded(derived)}`;
  }
}
