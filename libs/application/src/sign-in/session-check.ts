import type { Session } from '../ports/sessions.js';
import type { User } from '../ports/users.js';
import { isSpent, passwordProfiles } from './password-profile.js';
import { type SignInParts, hashOfSecret } from './parts.js';
import { isOver, isToBeSeen } from './session-rules.js';
import { ShortMemory } from './short-memory.js';

/** Whose session it is. */
export interface SignedIn {
  readonly user: User;
  readonly session: Session;
}

/** What a user has to do before anything else, by the code of the refusal. */
export type Duty = 'password-must-change' | 'second-factor-missing';

/** Finds whose session a token is of: every change of the user or the session counts with the next request. */
export class SessionCheck {
  private readonly memory = new ShortMemory<SignedIn>();

  constructor(private readonly parts: SignInParts) {}

  /**
   * The session of a token that still holds, at whatever stage; undefined for any other text. Being looked for keeps it from
   * idling, unless it is not `used`.
   */
  async find(token: string, used = true): Promise<SignedIn | undefined> {
    const { sessions, clock, rules } = this.parts;
    const key = hashOfSecret(token);
    const { now } = clock.now();
    const signedIn = await this.memory.get(key, now, () => this.lookUp(key));
    if (signedIn === undefined) return undefined;
    const { user, session } = signedIn;
    if (user.disabled || session.version !== user.version || isOver(rules.sessions, session, now)) {
      this.memory.forget();
      await sessions.end(user.userId, session.sessionId);
      return undefined;
    }
    if (!used || session.stage !== 'open' || !isToBeSeen(session, now)) return signedIn;
    await sessions.see(session.sessionId, now);
    const seen = { user, session: { ...session, seenAt: now } };
    this.memory.amend(key, seen);
    return seen;
  }

  dutyOf({ secrets }: User): Duty | undefined {
    const { rules, clock } = this.parts;
    const { password, secondFactor } = secrets;
    const profile = passwordProfiles[rules.profile];
    if (password !== undefined && isSpent(profile, password.setAt, clock.now().now)) return 'password-must-change';
    return rules.secondFactor === 'required' && secondFactor === undefined ? 'second-factor-missing' : undefined;
  }

  /** Looks everything up again: something was changed in this process. */
  forget(): void {
    this.memory.forget();
  }

  private async lookUp(key: string): Promise<SignedIn | undefined> {
    const session = await this.parts.sessions.find(key);
    const user = session === undefined ? undefined : await this.parts.users.get(session.userId);
    return session === undefined || user === undefined ? undefined : { user, session };
  }
}
