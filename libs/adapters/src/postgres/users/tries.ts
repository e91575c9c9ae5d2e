import type pg from 'pg';
import type { Try, TryStore } from '#application/ports/sessions.js';
import type { Instant } from '#kernel/dates.js';
import { inTransaction } from '../ledger/transaction.js';

/** Tries to sign in, counted for all processes together. */
export class PostgresTries implements TryStore {
  constructor(private readonly pool: pg.Pool) {}

  take(subject: string, made: Try, from: Instant, decide: (before: readonly Try[]) => number): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 17))', [subject]);
      const { rows } = await client.query<{ source: string; at: Date }>(
        'select source, at from users.try where subject = $1 and at >= $2 order by at',
        [subject, from],
      );
      const pause = decide(rows.map(({ source, at }) => ({ source, at: at.toISOString() })));
      if (pause === 0) {
        await client.query('insert into users.try (subject, source, at) values ($1, $2, $3)', [
          subject,
          made.source,
          made.at,
        ]);
        await client.query('delete from users.try where at < $1', [from]);
      }
      return pause;
    });
  }

  async forgive(subject: string, source: string): Promise<void> {
    await this.pool.query('delete from users.try where subject = $1 and source = $2', [subject, source]);
  }

  async knows(person: string, device: string, since: Instant): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'select from users.device where person = $1 and device = $2 and seen_at >= $3',
      [person, device, since],
    );
    return rowCount === 1;
  }

  async remember(person: string, device: string, at: Instant): Promise<void> {
    await this.pool.query(
      `insert into users.device (person, device, seen_at) values ($1, $2, $3)
       on conflict (person, device) do update set seen_at = excluded.seen_at`,
      [person, device, at],
    );
  }
}
