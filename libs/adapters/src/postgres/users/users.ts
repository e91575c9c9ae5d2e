import type pg from 'pg';
import type { User, UserStore } from '#application/ports/users.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Uuid } from '#kernel/ids.js';
import { inTransaction } from '../ledger/transaction.js';
import type { UserVault } from './user-vault.js';

interface Row {
  readonly user_id: Uuid;
  readonly kind: User['kind'];
  readonly name: string;
  readonly roles: readonly string[];
  readonly offices: readonly string[];
  readonly disabled: boolean;
  readonly version: number;
  readonly created_at: Date;
  readonly subject: string | null;
  readonly secrets: string;
}

const COLUMNS = 'user_id, kind, name, roles, offices, disabled, version, created_at, subject, secrets';
/** SQLSTATE of a value that has to be unique and is not. */
const UNIQUE = '23505';
/** Whoever adds persons waits for whoever makes the first ones. */
const SETTING_UP = "select pg_advisory_xact_lock(hashtextextended('users setup', 0))";
const NO_PERSONS = "not exists (select from users.principal where kind = 'person')";

/** Users in the database of the log, their secrets sealed. */
export class PostgresUsers implements UserStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly vault: UserVault,
  ) {}

  add(user: User): Promise<boolean> {
    return this.insert(this.pool, user);
  }

  async offerSetup(codeHash: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `insert into users.setup (code_hash) select $1 where ${NO_PERSONS}
       on conflict (singleton) do update set code_hash = excluded.code_hash`,
      [codeHash],
    );
    return rowCount === 1;
  }

  async isOffered(codeHash: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(`select from users.setup where code_hash = $1 and ${NO_PERSONS}`, [
      codeHash,
    ]);
    return rowCount === 1;
  }

  setUp(codeHash: string, users: readonly User[]): Promise<boolean> {
    return inTransaction(this.pool, async (client) => {
      await client.query(SETTING_UP);
      const { rowCount } = await client.query(`delete from users.setup where code_hash = $1 and ${NO_PERSONS}`, [
        codeHash,
      ]);
      if (rowCount !== 1) return false;
      for (const user of users) if (!(await this.insert(client, user))) throw new Error(`${user.name} is there twice`);
      return true;
    });
  }

  async named(name: string): Promise<User | undefined> {
    return this.one('name = $1', name);
  }

  async get(userId: Uuid): Promise<User | undefined> {
    return this.one('user_id = $1', userId);
  }

  async ofSubject(subject: string): Promise<User | undefined> {
    return this.one('subject = $1', subject);
  }

  async list(): Promise<readonly User[]> {
    const { rows } = await this.pool.query<Row>(`select ${COLUMNS} from users.principal order by name`);
    return rows.map((row) => this.read(row));
  }

  change(userId: Uuid, change: (user: User) => User | undefined): Promise<User | undefined> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<Row>(
        `select ${COLUMNS} from users.principal where user_id = $1 for no key update`,
        [userId],
      );
      const user = rows[0] === undefined ? undefined : this.read(rows[0]);
      const changed = user === undefined ? undefined : change(user);
      if (changed === undefined) return user;
      await client.query(
        `update users.principal set (roles, offices, disabled, version, subject, secrets) = ($2, $3, $4, $5, $6, $7)
         where user_id = $1`,
        [
          userId,
          changed.roles,
          changed.offices,
          changed.disabled,
          changed.version,
          changed.subject ?? null,
          this.vault.seal(userId, changed.secrets),
        ],
      );
      if (changed.version !== user?.version)
        await client.query('delete from users.session where user_id = $1', [userId]);
      return changed;
    }).catch((error: unknown) => {
      throw (error as { readonly code?: unknown }).code === UNIQUE ? new Rejected(reject('name-taken')) : error;
    });
  }

  async signingKey(make: () => string): Promise<string> {
    const find = () => this.pool.query<{ sealed: string }>('select sealed from users.signing_key');
    const { rows } = await find();
    const sealed = rows[0]?.sealed ?? (await this.keepSigningKey(make).then(find)).rows[0]?.sealed;
    if (sealed === undefined) throw new Error('there is no signing key');
    return this.vault.openSigningKey(sealed);
  }

  private async keepSigningKey(make: () => string): Promise<void> {
    await this.pool.query('insert into users.signing_key (sealed) values ($1) on conflict (singleton) do nothing', [
      this.vault.sealSigningKey(make()),
    ]);
  }

  private async insert(to: Pick<pg.Pool, 'query'>, user: User): Promise<boolean> {
    const { rowCount } = await to.query(
      `insert into users.principal (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict do nothing`,
      [
        user.userId,
        user.kind,
        user.name,
        user.roles,
        user.offices,
        user.disabled,
        user.version,
        user.createdAt,
        user.subject ?? null,
        this.vault.seal(user.userId, user.secrets),
      ],
    );
    return rowCount === 1;
  }

  private async one(where: string, value: string): Promise<User | undefined> {
    const { rows } = await this.pool.query<Row>({
      name: `users ${where}`,
      text: `select ${COLUMNS} from users.principal where ${where}`,
      values: [value],
    });
    return rows[0] === undefined ? undefined : this.read(rows[0]);
  }

  private read({ user_id: userId, created_at: createdAt, subject, secrets, ...row }: Row): User {
    return {
      userId,
      ...row,
      createdAt: createdAt.toISOString(),
      ...(subject === null ? {} : { subject }),
      secrets: this.vault.open(userId, secrets),
    };
  }
}
