import type { Pool } from 'pg';
import type { FlowProgress, RefusedFlow } from '#application/ports/flow-progress.js';
import { inTransaction } from '../ledger/transaction.js';

/** How far flows have looked at the log, beside the log. */
export class PostgresFlowProgress implements FlowProgress {
  constructor(private readonly pool: Pool) {}

  async position(): Promise<number> {
    await this.pool.query(
      `insert into flow.progress (log_id, position)
       select log_id, (select coalesce(max(position), 0) from es.event) from es.log on conflict do nothing`,
    );
    return (await this.stand()) ?? 0;
  }

  async stand(): Promise<number | undefined> {
    // Another log, or one that went back: what stands there now was recorded before flows looked at it.
    const { rows } = await this.pool.query<{ position: string }>(
      `select case when p.log_id = l.log_id and p.position <= head then p.position else head end as position
       from flow.progress p cross join es.log l cross join (select coalesce(max(position), 0) as head from es.event) h`,
    );
    return rows[0] === undefined ? undefined : Number(rows[0].position);
  }

  moveTo(position: number, refused: readonly RefusedFlow[]): Promise<void> {
    return inTransaction(this.pool, async (client) => {
      for (const item of refused)
        await client.query(
          `insert into flow.refused (position, flow, command, stream_id, event_id, code)
           values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
          [item.position, item.flow, item.command, item.streamId, item.eventId, item.code],
        );
      await client.query('update flow.progress set position = $1, log_id = (select log_id from es.log)', [position]);
    });
  }

  async refused(limit: number): Promise<readonly RefusedFlow[]> {
    const { rows } = await this.pool.query<RefusedFlow & { position: string }>(
      `select position, flow, command, stream_id as "streamId", event_id as "eventId", code
       from flow.refused order by position desc, flow limit $1`,
      [limit],
    );
    return rows.map((row) => ({ ...row, position: Number(row.position) }));
  }
}
