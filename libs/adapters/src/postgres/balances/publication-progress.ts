import type { Pool } from 'pg';
import type {
  PartitionOffset,
  Publication,
  PublicationProgress,
  PublicationStand,
} from '#application/ports/balances.js';
import { type Lease, LeaseLost } from '#application/ports/relay.js';
import { type TopicPartition, partitionName } from '#application/ports/topics.js';

const partitionNamed = (name: string): TopicPartition => {
  const at = name.lastIndexOf('/');
  return { topic: name.slice(0, at), partition: Number(name.slice(at + 1)) };
};

interface Row {
  readonly log_id: string | null;
  readonly generation: number | null;
  readonly position: string;
  readonly parked_streams: readonly string[];
  readonly parked_positions: readonly string[];
  readonly life: number;
}

/** What is published of the figures, beside them. Each change is one statement that compares the lease's epoch. */
export class PostgresPublicationProgress implements PublicationProgress {
  constructor(private readonly pool: Pool) {}

  async stand(): Promise<PublicationStand> {
    const { rows } = await this.pool.query<Row>('select * from balances.progress');
    if (rows[0] === undefined) throw new Error('balances.progress is empty: the database was not set up');
    const ends = await this.pool.query<{ name: string; next_offset: string }>('select * from balances.partition');
    const known = await this.pool.query<{ log_id: string }>('select log_id from balances.source order by log_id');
    const sources = known.rows.map(({ log_id }) => log_id);
    return {
      published: publicationOf(rows[0], sources),
      sources,
      life: rows[0].life,
      ends: ends.rows.map(({ name, next_offset }) => ({ ...partitionNamed(name), nextOffset: Number(next_offset) })),
    };
  }

  async advance({ epoch }: Lease, published: Publication, ends: readonly PartitionOffset[]): Promise<void> {
    const { source, generation, position, parked } = published;
    const { rows } = await this.pool.query<{ done: boolean }>({
      name: 'balances_advance',
      text: 'select balances.advance($1, $2, $3, $4, $5, $6, $7, $8) as done',
      values: [
        epoch,
        source,
        generation,
        position,
        parked.map(({ streamId }) => streamId),
        parked.map((mark) => mark.position),
        ends.map(partitionName),
        ends.map(({ nextOffset }) => nextOffset),
      ],
    });
    if (rows[0]?.done !== true) throw new LeaseLost('another process publishes the balances by now');
  }

  async startAgain({ epoch }: Lease): Promise<number> {
    const { rows } = await this.pool.query<{ life: number | null }>('select balances.start_again($1) as life', [epoch]);
    const life = rows[0]?.life ?? null;
    if (life === null) throw new LeaseLost('another process publishes the balances by now');
    return life;
  }
}

const publicationOf = (row: Row, sources: readonly string[]): Publication | undefined => {
  const { log_id: source, generation, position, parked_streams: streams, parked_positions: positions } = row;
  if (source === null || generation === null) return undefined;
  return {
    source,
    generation,
    position: Number(position),
    parked: streams.map((streamId, at) => ({ streamId, position: Number(positions[at]) })),
    formerly: sources.filter((known) => known !== source),
  };
};
