import type { Pool } from 'pg';
import { type Lease, LeaseLost, type Leases } from '#application/ports/relay.js';

/** Leases in the database of the log, timed by its clock alone. */
export class PostgresLeases implements Leases {
  constructor(private readonly pool: Pool) {}

  async take(role: string, holder: string, milliseconds: number): Promise<Lease | undefined> {
    const { rows } = await this.pool.query<{ epoch: string }>(
      `insert into relay.lease as l (role, epoch, holder, until) values ($1, 1, $2, now() + $3 * interval '1 ms')
       on conflict (role) do update set epoch = l.epoch + 1, holder = excluded.holder, until = excluded.until
         where l.until < now() or l.holder = excluded.holder
       returning epoch`,
      [role, holder, milliseconds],
    );
    return rows[0] === undefined ? undefined : { role, epoch: Number(rows[0].epoch) };
  }

  async renew({ role, epoch }: Lease, milliseconds: number): Promise<void> {
    const { rowCount } = await this.pool.query(
      `update relay.lease set until = now() + $3 * interval '1 ms' where role = $1 and epoch = $2`,
      [role, epoch, milliseconds],
    );
    if (rowCount === 0) throw new LeaseLost(`another process took over the role ${role}`);
  }

  async release({ role, epoch }: Lease): Promise<void> {
    await this.pool.query('update relay.lease set until = now() where role = $1 and epoch = $2', [role, epoch]);
  }
}
