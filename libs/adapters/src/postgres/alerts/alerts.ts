import type { Pool } from 'pg';
import type { Alert, AlertLook, AlertQuery, Alerts, StandingAlert } from '#application/ports/alerts.js';
import type { LocalDate } from '#kernel/dates.js';
import { inTransaction } from '../ledger/transaction.js';

/** Alerts in the database of the log. */
export class PostgresAlerts implements Alerts {
  constructor(private readonly pool: Pool) {}

  async lookedAt(day: LocalDate): Promise<ReadonlySet<string>> {
    const { rows } = await this.pool.query<{ bureau: string }>('select bureau from alert.look where looked_on >= $1', [
      day,
    ]);
    return new Set(rows.map(({ bureau }) => bureau));
  }

  settle(look: AlertLook, standing: readonly StandingAlert[]): ReturnType<Alerts['settle']> {
    const { bureau, day, now, position } = look;
    return inTransaction(this.pool, async (client) => {
      // Whoever looks at the same bureau at the same time waits here for the first, and then sees what it put down.
      const { rowCount: newest } = await client.query(
        `insert into alert.look as l (bureau, looked_on, position) values ($1, $2, $3)
         on conflict (bureau) do update set looked_on = excluded.looked_on, position = excluded.position
         where l.looked_on <= excluded.looked_on and l.position <= excluded.position`,
        [bureau, day, position],
      );
      if (newest === 0) return undefined;
      const names = [
        standing.map(({ kind }) => kind),
        standing.map(({ streamId }) => streamId),
        standing.map(({ item }) => item),
      ];
      const { rowCount: ended } = await client.query(
        `update alert.alert a set ended_on = $2, ended_at = $3
         where a.bureau = $1 and a.ended_at is null
           and not exists (select from unnest($4::text[], $5::uuid[], $6::text[]) as s(kind, stream_id, item)
                           where (s.kind, s.stream_id, s.item) = (a.kind, a.stream_id, a.item))`,
        [bureau, day, now, ...names],
      );
      const { rowCount: opened } = await client.query(
        `insert into alert.alert (bureau, kind, stream_id, item, episode, office, opened_on, opened_at, position, evidence)
         select $1, s.kind, s.stream_id, s.item,
                1 + (select count(*) from alert.alert a
                     where (a.bureau, a.kind, a.stream_id, a.item) = ($1, s.kind, s.stream_id, s.item)),
                s.office, $2, $3, $9, s.evidence::json
         from unnest($4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[])
                with ordinality as s(kind, stream_id, item, office, evidence, place)
         order by s.place
         on conflict (bureau, kind, stream_id, item) where ended_at is null do nothing`,
        [
          ...[bureau, day, now],
          ...names,
          standing.map(({ office }) => office),
          standing.map(({ evidence }) => JSON.stringify(evidence)),
          position,
        ],
      );
      return { opened: opened ?? 0, ended: ended ?? 0 };
    });
  }

  async list({ bureau, offices, state, kind, before, limit }: AlertQuery): Promise<readonly Alert[]> {
    const { rows } = await this.pool.query<Alert & { readonly position: string; readonly id: string }>(
      `select id, bureau, kind, stream_id as "streamId", item, episode, office, opened_on::text as "openedOn",
              to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "openedAt",
              position, evidence, ended_on::text as "endedOn"
       from alert.alert
       where bureau = $1 and office = any($2) and ($3 = 'all' or (ended_at is null) = ($3 = 'open'))
         and ($4::text is null or kind = $4) and ($5::bigint is null or id < $5)
       order by id desc limit $6`,
      [bureau, offices, state, kind ?? null, before ?? null, limit],
    );
    return rows.map((row) => ({ ...row, id: Number(row.id), position: Number(row.position) }));
  }
}
