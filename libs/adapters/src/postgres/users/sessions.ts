import type pg from 'pg';
import type { Session, SessionStore } from '#application/ports/sessions.js';
import type { Instant } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';

interface Row {
  readonly session_id: Uuid;
  readonly user_id: Uuid;
  readonly version: number;
  readonly stage: Session['stage'];
  readonly opened_at: Date;
  readonly seen_at: Date;
  readonly network: string;
  readonly agent: string;
}

const COLUMNS = 'session_id, user_id, version, stage, opened_at, seen_at, network, agent';

const read = ({ session_id: sessionId, user_id: userId, opened_at, seen_at, ...row }: Row): Session => ({
  sessionId,
  userId,
  ...row,
  openedAt: opened_at.toISOString(),
  seenAt: seen_at.toISOString(),
});

/** Sessions in the database of the log: every process that answers sees the same. */
export class PostgresSessions implements SessionStore {
  constructor(private readonly pool: pg.Pool) {}

  async open(tokenHash: string, session: Session, most: number): Promise<void> {
    const { sessionId, userId, version, stage, openedAt, seenAt, network, agent } = session;
    await this.pool.query(
      `insert into users.session (${COLUMNS}, token_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [sessionId, userId, version, stage, openedAt, seenAt, network, agent, tokenHash],
    );
    if (stage !== 'open') return;
    await this.pool.query(
      `delete from users.session where session_id in (
         select session_id from users.session where user_id = $1 and stage = 'open' and session_id <> $3
         order by opened_at desc, session_id desc offset $2)`,
      [userId, most - 1, sessionId],
    );
  }

  async find(tokenHash: string): Promise<Session | undefined> {
    const { rows } = await this.pool.query<Row>({
      name: 'session by token',
      text: `select ${COLUMNS} from users.session where token_hash = $1`,
      values: [tokenHash],
    });
    return rows[0] === undefined ? undefined : read(rows[0]);
  }

  async see(sessionId: Uuid, at: Instant): Promise<void> {
    await this.pool.query('update users.session set seen_at = greatest(seen_at, $2) where session_id = $1', [
      sessionId,
      at,
    ]);
  }

  async of(userId: Uuid): Promise<readonly Session[]> {
    const { rows } = await this.pool.query<Row>(
      `select ${COLUMNS} from users.session where user_id = $1 and stage = 'open'
       order by opened_at desc, session_id desc`,
      [userId],
    );
    return rows.map(read);
  }

  async end(userId: Uuid, sessionId: Uuid): Promise<boolean> {
    const { rowCount } = await this.pool.query('delete from users.session where user_id = $1 and session_id = $2', [
      userId,
      sessionId,
    ]);
    return rowCount === 1;
  }

  async endAll(userId?: Uuid): Promise<void> {
    await this.pool.query('delete from users.session where $1::uuid is null or user_id = $1', [userId ?? null]);
  }

  async forget(before: Instant): Promise<void> {
    await this.pool.query('delete from users.session where opened_at < $1', [before]);
  }
}
