import { timingSafeEqual } from 'node:crypto';
import { type Instant, Rejected, reject } from '../kernel.js';
import type { User } from '../ports/users.js';
import { MachineTokenForm, type ReadToken, TOKEN_LASTS, newSigningKey, secondsOf } from './machine-token.js';
import { type SignInParts, hashOfSecret } from './parts.js';
import { ShortMemory } from './short-memory.js';

const NO_SECRET = hashOfSecret('');

/** Lets programs in: they show their secret, get a token for some minutes, and call with that. */
export class MachineSignIn {
  private readonly memory = new ShortMemory<{ readonly user: User; readonly token: ReadToken }>();

  private constructor(
    private readonly parts: SignInParts,
    private readonly form: MachineTokenForm,
  ) {}

  static async open(parts: SignInParts): Promise<MachineSignIn> {
    return new MachineSignIn(parts, new MachineTokenForm(await parts.users.signingKey(newSigningKey)));
  }

  /** @rejects sign-in-refused */
  async exchange(
    name: string,
    secret: string,
    network: string,
  ): Promise<{ readonly token: string; readonly expiresAt: Instant }> {
    const { users, clock, ids, note } = this.parts;
    const user = await users.named(name);
    const right = timingSafeEqual(Buffer.from(hashOfSecret(secret)), Buffer.from(user?.secrets.machine ?? NO_SECRET));
    if (!right || user?.kind !== 'machine' || user.disabled) {
      note('warn', 'a program was refused', { userId: user?.userId, network });
      throw new Rejected(reject('sign-in-refused'));
    }
    const madeAt = clock.now().now;
    return {
      token: this.form.write({ userId: user.userId, version: user.version, tokenId: ids.next(), madeAt }),
      expiresAt: new Date((Math.floor(Date.parse(madeAt) / 1000) + TOKEN_LASTS) * 1000).toISOString(),
    };
  }

  /** Whose token it is; undefined for any other text, and for one of somebody who was changed since. */
  async find(token: string): Promise<User | undefined> {
    const { now } = this.parts.clock.now();
    // A signature is dear: a busy program's is looked at once a second.
    const found = await this.memory.get(token, now, async () => {
      const read = this.form.read(token, now);
      const user = read === undefined ? undefined : await this.parts.users.get(read.userId);
      return read === undefined || user === undefined ? undefined : { user, token: read };
    });
    if (found === undefined || secondsOf(now) >= found.token.until) return undefined;
    const { user } = found;
    return user.kind === 'machine' && !user.disabled && user.version === found.token.version ? user : undefined;
  }

  /** Looks everything up again: something was changed in this process. */
  forget(): void {
    this.memory.forget();
  }
}
