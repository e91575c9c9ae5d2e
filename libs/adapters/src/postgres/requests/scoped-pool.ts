import pg from 'pg';
import type { Principal } from '#kernel/command.js';
import { whoAsks } from './caller-scope.js';

type Lent = (error: Error | undefined, client: pg.PoolClient | undefined, release: (error?: unknown) => void) => void;

const TELL = `select set_config('taizhang.scope', $1, false)`;

/** What is said of a caller to one session, by the process id of its backend. */
export type Introduce = (caller: Principal, session: number) => string;

/**
 * Connections for requests. Whoever takes one gets it told on whose behalf it reads, and it forgets when it is given back; asked
 * for on nobody's behalf, it shows nothing.
 */
export class ScopedPool extends pg.Pool {
  private readonly sessions = new WeakMap<pg.PoolClient, number>();

  constructor(
    config: pg.PoolConfig,
    private readonly introduce: Introduce,
  ) {
    super(config);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Lent): void;
  override connect(callback?: Lent): Promise<pg.PoolClient> | void {
    const lent = this.lend(whoAsks());
    if (callback === undefined) return lent;
    lent.then(
      (client) => callback(undefined, client, (error) => client.release(error as Error | undefined)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
  }

  private async lend(caller: Principal | undefined): Promise<pg.PoolClient> {
    const client = await super.connect();
    try {
      if (caller !== undefined) await client.query(TELL, [this.introduce(caller, await this.sessionOf(client))]);
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
    if (caller !== undefined) this.forgetWhenReleased(client);
    return client;
  }

  /** Asked, because a pooler between would have the driver know another number. */
  private async sessionOf(client: pg.PoolClient): Promise<number> {
    const known = this.sessions.get(client);
    if (known !== undefined) return known;
    const { rows } = await client.query<{ session: number }>('select pg_backend_pid() as session');
    const session = Number(rows[0]?.session);
    this.sessions.set(client, session);
    return session;
  }

  private forgetWhenReleased(client: pg.PoolClient): void {
    const release = client.release.bind(client);
    client.release = (error) => {
      client.release = release;
      if (error !== undefined && error !== false) return release(error);
      client.query(TELL, ['']).then(
        () => release(),
        (failed: Error) => release(failed),
      );
    };
  }
}
