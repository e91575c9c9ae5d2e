import { Rejected, reject } from '../kernel.js';
import type { Session } from '../ports/sessions.js';
import type { User } from '../ports/users.js';
import { type SignInParts, hashOfSecret, newSecret } from './parts.js';
import { type SessionCheck, type SignedIn } from './session-check.js';
import { guardTries } from './guard-tries.js';
import { passwordThrottle, secondFactorThrottle } from './throttle.js';
import { stepOf } from './totp.js';

/** Where a request comes from. */
export interface Origin {
  readonly network: string;
  /** What the browser calls itself. */
  readonly agent: string;
  /** The token of a device, where it has one. */
  readonly device?: string;
}

/** A session that was opened: its token and the token of the device go to the browser, and nowhere else. */
export interface Opened {
  readonly stage: 'open';
  readonly token: string;
  readonly device: string;
  readonly signedIn: SignedIn;
}

/** The password was right; the ticket is to be shown with the one-time password. */
export interface Halfway {
  readonly stage: 'second-factor';
  readonly ticket: string;
}

const LONGEST_AGENT = 120;

/** Opens sessions. Whatever is wrong (the name, the password, a user put out of office), the answer is the same. */
export class SignIn {
  constructor(
    private readonly parts: SignInParts,
    private readonly check: SessionCheck,
  ) {}

  /** @rejects sign-in-refused; too-many-tries; too-busy */
  async withPassword(name: string, password: string, from: Origin): Promise<Opened | Halfway> {
    const { users, hasher, rules, note } = this.parts;
    const guarded = await guardTries(this.parts, passwordThrottle[rules.profile], name, from);
    const user = await users.named(name);
    const kept = user?.secrets.password?.hash;
    const right = await hasher.verify(password, kept, guarded.known);
    if (!right || user === undefined || user.disabled || user.kind !== 'person') {
      note('warn', 'a sign-in was refused', { userId: user?.userId, network: from.network });
      throw new Rejected(reject('sign-in-refused'));
    }
    await guarded.forgive();
    if (kept !== undefined && !hasher.isCurrent(kept)) await this.hashAgain(user, password, kept);
    return this.proceed(user, from);
  }

  /**
   * For whoever the identity provider says it is; undefined where it said nothing to rest on.
   * @rejects sign-in-refused nobody is bound to the subject
   */
  async withSubject(subject: string | undefined, from: Origin): Promise<Opened | Halfway> {
    const user = subject === undefined ? undefined : await this.parts.users.ofSubject(subject);
    if (user === undefined || user.disabled || user.kind !== 'person') {
      this.parts.note('warn', 'a sign-in was refused', {
        userId: user?.userId,
        network: from.network,
        elsewhere: true,
      });
      throw new Rejected(reject('sign-in-refused'));
    }
    return this.proceed(user, from);
  }

  /**
   * What follows once somebody is known: the second factor where he has one, else a session.
   * @rejects too-busy
   */
  async proceed(user: User, from: Origin): Promise<Opened | Halfway> {
    if (user.secrets.secondFactor === undefined) return this.open(user, from);
    return { stage: 'second-factor', ticket: await this.keep(user, 'second-factor', from).then(({ token }) => token) };
  }

  /** @rejects sign-in-refused the ticket or the one-time password is wrong, late or spent; too-many-tries */
  async withOneTimePassword(ticket: string, password: string, from: Origin): Promise<Opened> {
    const { users, sessions, clock, note } = this.parts;
    const found = await this.check.find(ticket);
    if (found?.session.stage !== 'second-factor') throw new Rejected(reject('sign-in-refused'));
    const { user, session } = found;
    const guarded = await guardTries(this.parts, secondFactorThrottle, user.name, from, 'second-factor');
    let taken = false;
    const kept = await users.change(user.userId, (current) => {
      const { secondFactor } = current.secrets;
      if (secondFactor === undefined || current.version !== user.version) return undefined;
      const step = stepOf(secondFactor.key, password, clock.now().now, secondFactor.usedStep);
      if (step === undefined) return undefined;
      taken = true;
      return { ...current, secrets: { ...current.secrets, secondFactor: { ...secondFactor, usedStep: step } } };
    });
    if (!taken || kept === undefined) {
      note('warn', 'a one-time password was refused', { userId: user.userId, network: from.network });
      throw new Rejected(reject('sign-in-refused'));
    }
    await guarded.forgive();
    await sessions.end(user.userId, session.sessionId);
    return this.open(kept, from);
  }

  /** Opens a session for a user who has shown all that is asked for. */
  async open(user: User, from: Origin): Promise<Opened> {
    const { tries, random, clock, note } = this.parts;
    const { token, session } = await this.keep(user, 'open', from);
    const device = from.device ?? newSecret(random);
    await tries.remember(hashOfSecret(user.name), hashOfSecret(device), clock.now().now);
    note('info', 'signed in', { userId: user.userId, sessionId: session.sessionId, network: from.network });
    return { stage: 'open', token, device, signedIn: { user, session } };
  }

  private async keep(
    user: User,
    stage: Session['stage'],
    { network, agent }: Origin,
  ): Promise<{ readonly token: string; readonly session: Session }> {
    const { sessions, clock, ids, random, rules } = this.parts;
    const { now } = clock.now();
    const token = newSecret(random);
    const session: Session = {
      sessionId: ids.next(),
      userId: user.userId,
      version: user.version,
      stage,
      openedAt: now,
      seenAt: now,
      network,
      agent: agent.slice(0, LONGEST_AGENT),
    };
    await sessions.forget(new Date(Date.parse(now) - rules.sessions.absolute).toISOString());
    await sessions.open(hashOfSecret(token), session, rules.sessions.most);
    this.check.forget();
    return { token, session };
  }

  /** Hashes a password that was right as passwords are hashed today. */
  private async hashAgain(user: User, password: string, before: string): Promise<void> {
    const hash = await this.parts.hasher.hash(password);
    await this.parts.users.change(user.userId, (current) => {
      const kept = current.secrets.password;
      return kept?.hash === before
        ? { ...current, secrets: { ...current.secrets, password: { ...kept, hash } } }
        : undefined;
    });
  }
}
