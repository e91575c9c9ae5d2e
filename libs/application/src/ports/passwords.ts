/** Turns passwords into what may be kept, slowly. */
export interface PasswordHasher {
  /** @rejects too-busy more are waiting than may */
  hash(password: string): Promise<string>;
  /**
   * Whether it is the password behind a hash; with none the same work is done, and the answer is no. `first` goes before
   * those that wait.
   * @rejects too-busy more are waiting than may
   */
  verify(password: string, hash: string | undefined, first?: boolean): Promise<boolean>;
  /** Whether a hash is what `hash` would write today; another one is replaced at the next sign-in. */
  isCurrent(hash: string): boolean;
}
