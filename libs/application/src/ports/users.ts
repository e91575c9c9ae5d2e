import type { Instant, OfficeCode, Uuid } from '../kernel.js';

/** A password as it is kept: never the word itself. */
export interface KeptPassword {
  /** As `PasswordHasher` writes it. */
  readonly hash: string;
  readonly setAt: Instant;
}

/** What must not be read off a stolen disk: kept sealed, whole. */
export interface UserSecrets {
  readonly password?: KeptPassword;
  /** Hashes of the passwords before, the newest first. */
  readonly formerPasswords?: readonly string[];
  /** Key of the one-time passwords (base32), and the last step one was taken for: none is taken twice. */
  readonly secondFactor?: { readonly key: string; readonly usedStep: number };
  /** A key shown to the user and not yet confirmed with a first one-time password. */
  readonly enrolling?: string;
  /** SHA-256 of the one-time code by which the user chooses a password, and until when it holds. */
  readonly reset?: { readonly codeHash: string; readonly until: Instant };
  /** SHA-256 of what a program shows to get its short-lived tokens. */
  readonly machine?: string;
}

/** Who may sign in (用户): a person, or a program. Never deleted, since events name their users for ever. */
export interface User {
  readonly userId: Uuid;
  readonly kind: 'person' | 'machine';
  /** Unique, and never given to another. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly offices: readonly OfficeCode[];
  readonly disabled: boolean;
  /** Rises with every change that ends what was opened before: sessions and tokens of an older one are worth nothing. */
  readonly version: number;
  readonly createdAt: Instant;
  /** Who this is to the identity provider: issuer and subject. */
  readonly subject?: string;
  readonly secrets: UserSecrets;
}

export interface UserStore {
  /** False where the name or the subject is taken. */
  add(user: User): Promise<boolean>;
  /** Keeps the hash of the code that opens the first set-up, in place of any before; false where persons are there. */
  offerSetup(codeHash: string): Promise<boolean>;
  /** Whether it is the code offered, and nobody has used it. */
  isOffered(codeHash: string): Promise<boolean>;
  /** Adds the first persons for the code offered, once; false where it is another code, or persons are there. */
  setUp(codeHash: string, users: readonly User[]): Promise<boolean>;
  named(name: string): Promise<User | undefined>;
  get(userId: Uuid): Promise<User | undefined>;
  ofSubject(subject: string): Promise<User | undefined>;
  /** By name. */
  list(): Promise<readonly User[]>;
  /**
   * Changes a user while nobody else does; `change` gives the new one, or nothing for no change. Gives what is kept then.
   * @rejects name-taken another has the subject
   */
  change(userId: Uuid, change: (user: User) => User | undefined): Promise<User | undefined>;
  /** The key that signs tokens of programs, the same for every process; made at the first call. */
  signingKey(make: () => string): Promise<string>;
}
