import type { Instant, Uuid } from '../kernel.js';

/** What a person opened by signing in. Its token is with the browser alone; kept is a hash. */
export interface Session {
  readonly sessionId: Uuid;
  readonly userId: Uuid;
  /** Of the user, when it was opened. */
  readonly version: number;
  /** `second-factor`: the password was right, and the one-time password is awaited. */
  readonly stage: 'second-factor' | 'open';
  readonly openedAt: Instant;
  readonly seenAt: Instant;
  /** Where from, as `networkOf` says. */
  readonly network: string;
  /** What the browser calls itself, shortened. */
  readonly agent: string;
}

export interface SessionStore {
  /** Keeps a session; of the user's open ones no more than `most` stay, the newest. */
  open(tokenHash: string, session: Session, most: number): Promise<void>;
  find(tokenHash: string): Promise<Session | undefined>;
  /** Notes that it was used. */
  see(sessionId: Uuid, at: Instant): Promise<void>;
  /** Open ones of a user, the newest first. */
  of(userId: Uuid): Promise<readonly Session[]>;
  /** Ends one of a user's sessions; false where there is none. */
  end(userId: Uuid, sessionId: Uuid): Promise<boolean>;
  /** Ends all there are: of one user, or of everybody. */
  endAll(userId?: Uuid): Promise<void>;
  /** Forgets those opened before. */
  forget(before: Instant): Promise<void>;
}

/** A try to sign in that was looked at, and may have been wrong. */
export interface Try {
  readonly source: string;
  readonly at: Instant;
}

/** Tries by the name they were made for, whether or not there is such a user. `name` is a hash. */
export interface TryStore {
  /**
   * Shows the tries of a name since `from` to `decide` while nobody else decides about the name, and keeps this one where
   * it gives 0. Gives what `decide` gave: milliseconds to wait.
   */
  take(name: string, made: Try, from: Instant, decide: (before: readonly Try[]) => number): Promise<number>;
  /** Forgets tries of one source, which were right in the end. */
  forgive(name: string, source: string): Promise<void>;
  /** Whether somebody of that name has signed in on the device since. */
  knows(name: string, device: string, since: Instant): Promise<boolean>;
  remember(name: string, device: string, at: Instant): Promise<void>;
}
