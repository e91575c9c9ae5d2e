import { Rejected, type Uuid, reject } from '../kernel.js';
import type { Session } from '../ports/sessions.js';
import type { User } from '../ports/users.js';
import { choosePassword } from './choose-password.js';
import { guardTries } from './guard-tries.js';
import type { SignInParts } from './parts.js';
import type { SessionCheck, SignedIn } from './session-check.js';
import type { Opened, Origin, SignIn } from './sign-in.js';
import { passwordThrottle, secondFactorThrottle } from './throttle.js';
import { enrolmentUri, stepOf, toBase32 } from './totp.js';

/** Bytes of the key of an authenticator. @source RFC 4226 4 R6 */
const KEY = 20;

/** What a person does about his own sign-in. */
export class OwnSignIn {
  constructor(
    private readonly parts: SignInParts,
    private readonly check: SessionCheck,
    private readonly signIn: SignIn,
  ) {}

  /** His open sessions, the newest first. */
  sessions({ user }: SignedIn): Promise<readonly Session[]> {
    return this.parts.sessions.of(user.userId);
  }

  /** @rejects not-found he has no such session */
  async end({ user }: SignedIn, sessionId: Uuid): Promise<void> {
    const ended = await this.parts.sessions.end(user.userId, sessionId);
    this.check.forget();
    if (!ended) throw new Rejected(reject('not-found'));
  }

  async signOut({ user, session }: SignedIn): Promise<void> {
    await this.parts.sessions.end(user.userId, session.sessionId);
    this.check.forget();
  }

  /**
   * Takes another password. Every session ends, and a new one is opened.
   * @rejects password-wrong; invalid-data; too-many-tries; too-busy
   */
  async changePassword({ user }: SignedIn, current: string, wanted: string, from: Origin): Promise<Opened> {
    await this.confirm(user, current, from);
    const secrets = await choosePassword(this.parts, user, wanted);
    const changed = await this.change(user, (now) => ({ ...now, version: now.version + 1, secrets }));
    this.parts.note('info', 'a password was changed', { userId: user.userId, network: from.network });
    return this.signIn.open(changed, from);
  }

  /**
   * Makes a key for an authenticator. It counts once a one-time password of it was given.
   * @rejects password-wrong; too-many-tries; too-busy
   */
  async enrol(
    { user }: SignedIn,
    password: string,
    from: Origin,
  ): Promise<{ readonly key: string; readonly uri: string }> {
    await this.confirm(user, password, from);
    const key = toBase32(this.parts.random(KEY));
    await this.change(user, (now) => ({ ...now, secrets: { ...now.secrets, enrolling: key } }));
    return { key, uri: enrolmentUri(key, user.name, this.parts.rules.issuer) };
  }

  /**
   * Puts the new authenticator in force. Every session ends, and a new one is opened.
   * @rejects sign-in-refused the one-time password is wrong, or no key was made; too-many-tries
   */
  async confirmEnrolment({ user }: SignedIn, password: string, from: Origin): Promise<Opened> {
    const guarded = await guardTries(this.parts, secondFactorThrottle, user.name, from, 'second-factor');
    const { now } = this.parts.clock.now();
    let taken = false;
    const changed = await this.change(user, (current) => {
      const { enrolling, ...secrets } = current.secrets;
      const step = enrolling === undefined ? undefined : stepOf(enrolling, password, now, -1);
      if (enrolling === undefined || step === undefined) return undefined;
      taken = true;
      const secondFactor = { key: enrolling, usedStep: step };
      return { ...current, version: current.version + 1, secrets: { ...secrets, secondFactor } };
    });
    if (!taken) throw new Rejected(reject('one-time-password-wrong'));
    await guarded.forgive();
    this.parts.note('info', 'a second factor was put in force', { userId: user.userId, network: from.network });
    return this.signIn.open(changed, from);
  }

  /** Asks for the password again before something that an open session alone does not allow. */
  private async confirm({ name, secrets }: User, password: string, from: Origin): Promise<void> {
    const { hasher, rules } = this.parts;
    const guarded = await guardTries(this.parts, passwordThrottle[rules.profile], name, from, 'own-password');
    if (!(await hasher.verify(password, secrets.password?.hash, guarded.known)))
      throw new Rejected(reject('password-wrong'));
    await guarded.forgive();
  }

  /** A change of the user as he was when the request came; of another version it is not his to make any more. */
  private async change({ userId, version }: User, change: (user: User) => User | undefined): Promise<User> {
    const changed = await this.parts.users.change(userId, (now) => {
      if (now.version !== version || now.disabled) throw new Rejected(reject('unauthenticated'));
      return change(now);
    });
    this.check.forget();
    if (changed === undefined) throw new Rejected(reject('unauthenticated'));
    return changed;
  }
}
