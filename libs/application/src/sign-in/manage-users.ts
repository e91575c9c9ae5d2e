import { type Instant, type OfficeCode, Rejected, type Uuid, reject } from '../kernel.js';
import type { User } from '../ports/users.js';
import { type administrators, excludeEachOther } from '../roles/role-table.js';
import { choosePassword } from './choose-password.js';
import { type SignInParts, hashOfCode, hashOfSecret, newCode, newSecret } from './parts.js';
import type { Origin } from './sign-in.js';

/** A user as administrators see him: nothing by which to sign in. */
export interface UserEntry extends Omit<User, 'secrets' | 'version'> {
  readonly secondFactor: boolean;
  readonly passwordSetAt?: Instant;
  /** Until when the code to choose a password holds. */
  readonly resetUntil?: Instant;
}

export const entryOf = ({ secrets, version: _version, ...user }: User): UserEntry => ({
  ...user,
  secondFactor: secrets.secondFactor !== undefined,
  ...(secrets.password === undefined ? {} : { passwordSetAt: secrets.password.setAt }),
  ...(secrets.reset === undefined ? {} : { resetUntil: secrets.reset.until }),
});

export interface NewUser {
  readonly kind: User['kind'];
  readonly name: string;
  readonly roles: readonly string[];
  readonly offices: readonly OfficeCode[];
  readonly subject?: string;
}

/** What is shown once: the code by which a person chooses a password, or what a program shows to get its tokens. */
export interface Handed {
  readonly user: UserEntry;
  readonly code?: string;
  readonly secret?: string;
}

export interface FirstUser {
  readonly name: string;
  readonly password: string;
  readonly role: (typeof administrators)[number];
}

/** Milliseconds for which a code to choose a password holds. */
const CODE_HOLDS = 72 * 3_600_000;
const EVERYWHERE = ['*'];

/** @rejects roles-exclude-each-other */
const refuseClash = (roles: readonly string[]): void => {
  if (excludeEachOther(roles))
    throw new Rejected(reject('roles-exclude-each-other', { at: 'roles', code: 'roles-exclude-each-other' }));
};

/** Who may sign in, as the security administrator keeps it. Nobody knows another's password, and nobody widens his own rights. */
export class ManageUsers {
  constructor(
    private readonly parts: SignInParts,
    /** Called when something changed that this process may remember. */
    private readonly changed: () => void,
  ) {}

  async list(): Promise<readonly UserEntry[]> {
    return (await this.parts.users.list()).map(entryOf);
  }

  /** The code by which the first administrators are made, new at every start until they are; undefined once they are. */
  async offerSetup(): Promise<string | undefined> {
    const code = newCode(this.parts.random);
    return (await this.parts.users.offerSetup(hashOfCode(code))) ? code : undefined;
  }

  /**
   * Makes the security administrator, or all three administrators, once.
   * @rejects setup-refused it is the wrong code, or was done; invalid-data; too-busy
   */
  async setUp(code: string, first: readonly FirstUser[], from: Origin): Promise<readonly UserEntry[]> {
    const codeHash = hashOfCode(code);
    if (!(await this.parts.users.isOffered(codeHash))) throw new Rejected(reject('setup-refused'));
    const users: User[] = [];
    for (const [at, { name, password, role }] of first.entries()) {
      const user = this.blank({ kind: 'person', name, roles: [role], offices: EVERYWHERE });
      users.push({
        ...user,
        secrets: await choosePassword(this.parts, user, password, `administrators[${at}].password`),
      });
    }
    if (!(await this.parts.users.setUp(codeHash, users))) throw new Rejected(reject('setup-refused'));
    this.parts.note('info', 'the first administrators were made', { network: from.network });
    return users.map(entryOf);
  }

  /** @rejects name-taken; roles-exclude-each-other */
  async create(asked: NewUser, by?: User): Promise<Handed> {
    refuseClash(asked.roles);
    const { user, ...shown } = this.handing(this.blank(asked));
    if (!(await this.parts.users.add(user)))
      throw new Rejected(reject('name-taken', { at: 'name', code: 'name-taken' }));
    this.parts.note('info', 'a user was made', { userId: user.userId, by: by?.userId });
    return { user: entryOf(user), ...shown };
  }

  /**
   * Gives other roles or offices, puts out of office or back, binds to a subject of the identity provider. What was open ends.
   * @rejects not-found; own-rights; roles-exclude-each-other; name-taken the subject is bound to somebody else
   */
  async change(
    userId: Uuid,
    asked: Partial<Pick<User, 'roles' | 'offices' | 'disabled' | 'subject'>>,
    by?: User,
  ): Promise<UserEntry> {
    if (by?.userId === userId) throw new Rejected(reject('own-rights'));
    if (asked.roles !== undefined) refuseClash(asked.roles);
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    return this.put(userId, 'a user was changed', by, (user) => ({ ...user, ...given }));
  }

  /**
   * Starts a reset: what was open ends, the old password or secret is worth nothing, and what to go on with is shown once.
   * @rejects not-found; own-rights
   */
  async reset(userId: Uuid, also: { readonly secondFactor?: boolean }, by?: User): Promise<Handed> {
    if (by?.userId === userId) throw new Rejected(reject('own-rights'));
    let shown: Pick<Handed, 'code' | 'secret'> = {};
    const entry = await this.put(userId, 'a reset was started', by, (before) => {
      const { secondFactor, password, formerPasswords = [] } = before.secrets;
      const { user, ...handed } = this.handing(before);
      shown = handed;
      const former = password === undefined ? formerPasswords : [password.hash, ...formerPasswords];
      const kept = secondFactor === undefined || also.secondFactor === true ? {} : { secondFactor };
      return { ...user, secrets: { ...user.secrets, ...kept, formerPasswords: former } };
    });
    return { user: entry, ...shown };
  }

  /**
   * Chooses a password by the code of a reset. The code is spent, and the user signs in as always.
   * Nobody guesses a code, so tries are not counted.
   * @rejects sign-in-refused the code is wrong or late; invalid-data; too-busy
   */
  async redeem(name: string, code: string, password: string, from: Origin): Promise<void> {
    const { users, clock, note } = this.parts;
    const user = await users.named(name);
    const holds = ({ secrets: { reset }, disabled }: User): boolean =>
      !disabled && reset !== undefined && reset.codeHash === hashOfCode(code) && clock.now().now < reset.until;
    if (user === undefined || !holds(user)) {
      note('warn', 'a code was refused', { userId: user?.userId, network: from.network });
      throw new Rejected(reject('sign-in-refused'));
    }
    const { reset: _spent, ...secrets } = await choosePassword(this.parts, user, password);
    await this.put(user.userId, 'a password was chosen by a code', undefined, (current) => {
      if (!holds(current)) throw new Rejected(reject('sign-in-refused'));
      return { ...current, secrets };
    });
  }

  private blank({ kind, name, roles, offices, subject }: NewUser): User {
    const { ids, clock } = this.parts;
    const head = { userId: ids.next(), kind, name, roles, offices, disabled: false, version: 1 };
    return { ...head, createdAt: clock.now().now, ...(subject === undefined ? {} : { subject }), secrets: {} };
  }

  /** The user with a new way in, and that way. */
  private handing(user: User): { readonly user: User } & Pick<Handed, 'code' | 'secret'> {
    const { random, clock } = this.parts;
    if (user.kind === 'machine') {
      const secret = newSecret(random);
      return { user: { ...user, secrets: { machine: hashOfSecret(secret) } }, secret };
    }
    const code = newCode(random);
    const until = new Date(Date.parse(clock.now().now) + CODE_HOLDS).toISOString();
    return { user: { ...user, secrets: { reset: { codeHash: hashOfCode(code), until } } }, code };
  }

  private async put(
    userId: Uuid,
    what: string,
    by: User | undefined,
    change: (user: User) => User,
  ): Promise<UserEntry> {
    const changed = await this.parts.users.change(userId, (user) => ({ ...change(user), version: user.version + 1 }));
    this.changed();
    if (changed === undefined) throw new Rejected(reject('not-found'));
    this.parts.note('info', what, { userId, by: by?.userId });
    return entryOf(changed);
  }
}
