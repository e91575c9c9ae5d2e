import { timingSafeEqual } from 'node:crypto';
import { type Instant, Rejected, reject } from '../kernel.js';
import type { User } from '../ports/users.js';
import { MachineTokenForm, TOKEN_LASTS, newSigningKey } from './machine-token.js';
import { type SignInParts, hashOfSecret } from './parts.js';
import { ShortMemory } from './short-memory.js';

const NO_SECRET = hashOfSecret('');

/** Lets programs in: they show their secret, get a token for some minutes, and call with that. */
export class MachineSignIn {
  private readonly memory = new ShortMemory<User>();

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
    const claims = this.form.read(token, now);
    if (claims === undefined) return undefined;
    const user = await this.memory.get(claims.userId, now, () => this.parts.users.get(claims.userId));
    const same = user?.kind === 'machine' && !user.disabled && user.version === claims.version;
    return same ? user : undefined;
  }

  /** Looks everything up again: something was changed in this process. */
  forget(): void {
    this.memory.forget();
  }
}
