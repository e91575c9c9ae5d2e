import type { Pool } from 'pg';
import {
  type Lease,
  LeaseLost,
  type PartitionEnd,
  type RelayProgress,
  type RelayStand,
} from '#application/ports/relay.js';
import { type TopicPartition, partitionName } from '#application/ports/topics.js';

const partitionNamed = (name: string): TopicPartition => {
  const at = name.lastIndexOf('/');
  return { topic: name.slice(0, at), partition: Number(name.slice(at + 1)) };
};

/** How far the log is published, beside the log. Each change is one statement that compares the lease's epoch. */
export class PostgresRelayProgress implements RelayProgress {
  constructor(private readonly pool: Pool) {}

  async stand(): Promise<RelayStand> {
    const { rows } = await this.pool.query<{ position: string; life: number; asked: boolean; same_log: boolean }>(
      `select r.position, r.life, r.asked = r.life as asked,
              r.log_id = l.log_id and r.position <= (select coalesce(max(position), 0) from es.event) as same_log
       from relay.progress r cross join es.log l`,
    );
    if (rows[0] === undefined) throw new Error('relay.progress is empty: the database was not set up');
    const ends = await this.pool.query<{ name: string; position: string; next_offset: string }>(
      'select name, position, next_offset from relay.partition',
    );
    return {
      position: Number(rows[0].position),
      life: rows[0].life,
      asked: rows[0].asked,
      sameLog: rows[0].same_log,
      ends: ends.rows.map(({ name, position, next_offset }) => ({
        ...partitionNamed(name),
        position: Number(position),
        nextOffset: Number(next_offset),
      })),
    };
  }

  async advance({ epoch }: Lease, position: number, ends: readonly PartitionEnd[]): Promise<void> {
    const { rows } = await this.pool.query<{ done: boolean }>({
      name: 'relay_advance',
      text: 'select relay.advance($1, $2, $3, $4, $5) as done',
      values: [
        epoch,
        position,
        ends.map(partitionName),
        ends.map((end) => end.position),
        ends.map((end) => end.nextOffset),
      ],
    });
    if (rows[0]?.done !== true) throw new LeaseLost('another process publishes the log by now');
  }

  async startAgain({ epoch }: Lease): Promise<number> {
    const { rows } = await this.pool.query<{ life: number | null }>('select relay.start_again($1) as life', [epoch]);
    const life = rows[0]?.life ?? null;
    if (life === null) throw new LeaseLost('another process publishes the log by now');
    return life;
  }
}
