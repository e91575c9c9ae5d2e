import type pg from 'pg';
import type { Demo, DemoMark } from '#application/ports/demo.js';

/** SQLSTATE by which the database refuses to mark an installation in use. */
const IN_USE = '42501';
const MARK = 'insert into demo.mark (only_one) select true where not exists (select from demo.mark)';
const READ = `
  select to_char(m.marked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "markedAt", l.log_id as "logId",
    (select count(*)::int from es.event) as events,
    (select count(*)::int from es.event where recorded_by in (select name from users.principal)) as recorded
  from demo.mark m, es.log l`;

/** The mark of a demo in the database of its log. */
export class PostgresDemoMark implements DemoMark {
  constructor(private readonly pool: pg.Pool) {}

  async mark(): Promise<boolean> {
    try {
      await this.pool.query(MARK);
      return true;
    } catch (error) {
      if ((error as { readonly code?: string }).code === IN_USE) return false;
      throw error;
    }
  }

  async read(): Promise<Demo | undefined> {
    return (await this.pool.query<Demo>(READ)).rows[0];
  }
}
