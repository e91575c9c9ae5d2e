import type pg from 'pg';
import { personsIn } from '#application/persons/persons-in-event.js';
import type { Feed } from '#application/ports/feed.js';
import type { TakingPart } from '#application/ports/taking-part.js';
import type { Registry } from '#application/registry.js';
import type { Uuid } from '#kernel/ids.js';
import { inTransaction } from '../ledger/transaction.js';

/** Events read per transaction. */
const SLICE = 5000;

interface Read {
  readonly position: string;
  readonly log_id: string | null;
}

/** Reads off the log in which streams persons take part, whenever it is asked, as far as the log goes then. */
export class PostgresTakingPart implements TakingPart {
  constructor(
    private readonly pool: pg.Pool,
    private readonly feed: Feed,
    private readonly registry: Registry,
  ) {}

  async streamsOf(personRefs: readonly Uuid[]): Promise<ReadonlyMap<Uuid, readonly Uuid[]>> {
    await this.catchUp();
    const { rows } = await this.pool.query<{ person_ref: Uuid; streams: Uuid[] }>(
      `select person_ref, array_agg(stream_id::text order by stream_id) as streams from people.taking_part
       where person_ref = any($1) group by person_ref`,
      [personRefs],
    );
    return new Map(rows.map(({ person_ref, streams }) => [person_ref, streams]));
  }

  /** Also called when a process starts, so that the first who asks does not wait for the whole log. */
  async catchUp(): Promise<void> {
    const head = await this.feed.head();
    const logId = await this.feed.logId();
    const { rows } = await this.pool.query<Read>('select position, log_id from people.taking_part_read');
    if (rows[0]?.log_id === logId && Number(rows[0].position) === head) return;
    while (await this.step(logId));
  }

  private step(logId: string): Promise<boolean> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<Read>('select position, log_id from people.taking_part_read for update');
      const read = rows[0] as Read;
      const head = await this.feed.head();
      const isOther = read.log_id !== logId || Number(read.position) > head;
      if (isOther) await client.query('delete from people.taking_part');
      const { events } = await this.feed.read(isOther ? 0 : Number(read.position), SLICE);
      const found = events.flatMap((event) =>
        personsIn(this.registry, event).map((person) => [person, event.streamId] as const),
      );
      if (found.length > 0)
        await client.query(
          `insert into people.taking_part (person_ref, stream_id)
           select distinct * from unnest($1::uuid[], $2::uuid[]) on conflict (person_ref, stream_id) do nothing`,
          [found.map(([person]) => person), found.map(([, stream]) => stream)],
        );
      await client.query('update people.taking_part_read set position = $1, log_id = $2', [
        events.at(-1)?.position ?? (isOther ? 0 : Number(read.position)),
        logId,
      ]);
      return events.length > 0;
    });
  }
}
