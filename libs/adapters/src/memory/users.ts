import type { User, UserStore } from '#application/ports/users.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Uuid } from '#kernel/ids.js';
import type { MemorySessions } from './sessions.js';

/** Users without a database. */
export class MemoryUsers implements UserStore {
  private readonly kept = new Map<Uuid, User>();
  private offered: string | undefined;
  private key: string | undefined;

  constructor(private readonly sessions: MemorySessions) {}

  async add(user: User): Promise<boolean> {
    if (this.find((other) => other.name === user.name || this.isSubject(other, user.subject))) return false;
    this.kept.set(user.userId, user);
    return true;
  }

  async offerSetup(codeHash: string): Promise<boolean> {
    if (this.hasPersons()) return false;
    this.offered = codeHash;
    return true;
  }

  async isOffered(codeHash: string): Promise<boolean> {
    return this.offered === codeHash && !this.hasPersons();
  }

  async setUp(codeHash: string, users: readonly User[]): Promise<boolean> {
    if (this.offered !== codeHash || this.hasPersons()) return false;
    this.offered = undefined;
    for (const user of users) this.kept.set(user.userId, user);
    return true;
  }

  async named(name: string): Promise<User | undefined> {
    return this.find((user) => user.name === name);
  }

  async get(userId: Uuid): Promise<User | undefined> {
    return this.kept.get(userId);
  }

  async ofSubject(subject: string): Promise<User | undefined> {
    return this.find((user) => this.isSubject(user, subject));
  }

  async list(): Promise<readonly User[]> {
    return [...this.kept.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async change(userId: Uuid, change: (user: User) => User | undefined): Promise<User | undefined> {
    const user = this.kept.get(userId);
    const changed = user === undefined ? undefined : change(user);
    if (changed === undefined) return user;
    if (this.find((other) => other.userId !== userId && this.isSubject(other, changed.subject)))
      throw new Rejected(reject('name-taken'));
    this.kept.set(userId, changed);
    if (changed.version !== user?.version) await this.sessions.endAll(userId);
    return changed;
  }

  async signingKey(make: () => string): Promise<string> {
    return (this.key ??= make());
  }

  private find(is: (user: User) => boolean): User | undefined {
    return [...this.kept.values()].find(is);
  }

  private isSubject(user: User, subject: string | undefined): boolean {
    return subject !== undefined && user.subject === subject;
  }

  private hasPersons(): boolean {
    return this.find(({ kind }) => kind === 'person') !== undefined;
  }
}
