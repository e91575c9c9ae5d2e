import type { Pool, PoolClient } from 'pg';
import type { Look, LookPurpose, NewLook } from '#application/looks/look.js';
import type { LookQuestion, Looks } from '#application/ports/looks.js';
import type { Uuid } from '#kernel/ids.js';
import { Rejected, reject } from '#kernel/reject.js';
import { inTransaction } from '../ledger/transaction.js';

/** Puts a look on record within the transaction of what is looked at. @rejects look-not-recorded */
export type WriteLook = (look: NewLook) => Promise<void>;

const WRITE = 'select looks.write($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)';

const COLUMNS = `position, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, name, user_id, roles, offices,
  address, request_id, purpose, route, object, reason, subjects::text[], minors::text[], bureaus`;

interface LookRow {
  readonly position: string;
  readonly at: string;
  readonly name: string;
  readonly user_id: Uuid | null;
  readonly roles: readonly string[];
  readonly offices: readonly string[];
  readonly address: string;
  readonly request_id: Uuid;
  readonly purpose: LookPurpose;
  readonly route: string;
  readonly object: string;
  readonly reason: string | null;
  readonly subjects: readonly Uuid[];
  readonly minors: readonly Uuid[];
  readonly bureaus: readonly string[];
}

const lookOfRow = ({ position, user_id, request_id, reason, ...same }: LookRow): Look => ({
  ...same,
  position: Number(position),
  requestId: request_id,
  ...(user_id === null ? {} : { userId: user_id }),
  ...(reason === null ? {} : { reason }),
});

const writeBy = async (client: Pool | PoolClient, look: NewLook): Promise<void> => {
  const { name, userId, roles, offices, address, requestId, purpose, route, object, reason } = look;
  const values = [
    ...[name, userId ?? null, roles, offices, address, requestId, purpose, route, object, reason ?? null],
    ...[look.subjects, look.minors, look.bureaus],
  ];
  try {
    await client.query({ name: 'look_write', text: WRITE, values });
  } catch (cause) {
    throw Object.assign(new Rejected(reject('look-not-recorded')), { cause });
  }
};

/**
 * Records of looking in PostgreSQL. The pool is one of the event store: its sessions work as the role that may add and read
 * them, and nothing else.
 */
export class PostgresLooks implements Looks {
  constructor(private readonly pool: Pool) {}

  async write(look: NewLook): Promise<void> {
    await this.whileRecording((_, write) => write(look));
  }

  /** Reads what is looked at and writes who looked, in one transaction: both, or neither. */
  async whileRecording<Answer>(work: (client: PoolClient, write: WriteLook) => Promise<Answer>): Promise<Answer> {
    return inTransaction(this.pool, (client) => work(client, (look) => writeBy(client, look)));
  }

  async find(question: LookQuestion): Promise<readonly Look[]> {
    const { subjects, caller, purpose, from, to, bureaus, minors, before, limit } = question;
    const values: unknown[] = [];
    const holds = (given: unknown, condition: (place: string) => string): string[] =>
      given === undefined ? [] : [condition(`$${values.push(given)}`)];
    const conditions = [
      ...holds(subjects, (place) => `subjects && ${place}::uuid[]`),
      ...holds(caller, (place) => `name = ${place}`),
      ...holds(purpose, (place) => `purpose = ${place}`),
      ...holds(from, (place) => `at >= ${place}`),
      ...holds(to, (place) => `at < ${place}`),
      ...holds(bureaus, (place) => `bureaus && ${place}::text[]`),
      ...holds(before, (place) => `position < ${place}`),
      ...(minors === true ? [`minors <> '{}'`] : []),
    ];
    const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
    // A person's looks are few and lie anywhere: taken by the index of persons first, and put in order then. Going back through
    // all looks until enough of his are met would be taken for cheaper, and is not.
    const source =
      subjects === undefined ? `looks.look ${where}` : `(select * from looks.look ${where} offset 0) as his`;
    const { rows } = await this.pool.query<LookRow>(
      `select ${COLUMNS} from ${source} order by position desc limit $${values.push(limit)}`,
      values,
    );
    return rows.map(lookOfRow);
  }

  async expire(): Promise<number | undefined> {
    const { rows } = await this.pool.query<{ gone: string | null }>('select looks.expire_due() as gone');
    const gone = rows[0]?.gone ?? null;
    return gone === null ? undefined : Number(gone);
  }
}
