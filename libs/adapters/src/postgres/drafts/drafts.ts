import type { Pool } from 'pg';
import type { DraftEntry, DraftFailure, DraftFiles, DraftFormat, DraftKey, Drafts } from '#application/ports/drafts.js';
import type { LocalDate } from '#kernel/dates.js';
import { inTransaction } from '../ledger/transaction.js';

const KEY = 'year, bureau, subject, document';
const ofKey = ({ year, bureau, subject, document }: DraftKey) => [year, bureau, subject, document];
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type EntryRow = DraftKey & {
  readonly title: string;
  readonly position: string;
  readonly made_at: string;
  readonly docx: string;
  readonly xlsx: string;
};

/** Drafts in the database of the log. */
export class PostgresDrafts implements Drafts {
  constructor(private readonly pool: Pool) {}

  async list(year: number, bureau?: string): Promise<readonly DraftEntry[]> {
    const { rows } = await this.pool.query<EntryRow>(
      `select ${KEY}, title, position, ${instant('made_at')} as made_at,
              encode(sha256(docx), 'hex') as docx, encode(sha256(xlsx), 'hex') as xlsx
       from draft.document where year = $1 and ($2::text is null or bureau = $2) order by ${KEY}`,
      [year, bureau ?? null],
    );
    return rows.map(({ position, made_at: madeAt, docx, xlsx, ...row }) => ({
      ...row,
      position: Number(position),
      madeAt,
      hashes: { docx, xlsx },
    }));
  }

  async failures(year: number, bureau?: string): Promise<readonly DraftFailure[]> {
    const { rows } = await this.pool.query<DraftFailure>(
      `select ${KEY}, reason, attempts, ${instant('failed_at')} as "failedAt"
       from draft.failure where year = $1 and ($2::text is null or bureau = $2) order by ${KEY}`,
      [year, bureau ?? null],
    );
    return rows;
  }

  keep(key: DraftKey, { title, position, files }: DraftFiles): Promise<boolean> {
    return inTransaction(this.pool, async (client) => {
      await client.query(`delete from draft.failure where (${KEY}) = ($1, $2, $3, $4)`, ofKey(key));
      const { rowCount } = await client.query(
        `insert into draft.document (${KEY}, title, position, docx, xlsx) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict do nothing`,
        [...ofKey(key), title, position, Buffer.from(files.docx), Buffer.from(files.xlsx)],
      );
      return rowCount === 1;
    });
  }

  async fail(key: DraftKey, reason: string, failedAt: string): Promise<void> {
    await this.pool.query(
      `insert into draft.failure as f (${KEY}, reason, attempts, failed_at) values ($1, $2, $3, $4, $5, 1, $6)
       on conflict (${KEY}) do update
       set reason = excluded.reason, failed_at = excluded.failed_at, attempts = f.attempts + 1`,
      [...ofKey(key), reason, failedAt],
    );
  }

  async recover(key: DraftKey): Promise<void> {
    await this.pool.query(`delete from draft.failure where (${KEY}) = ($1, $2, $3, $4)`, ofKey(key));
  }

  async file(key: DraftKey, format: DraftFormat): Promise<Uint8Array | undefined> {
    const column = format === 'docx' ? 'docx' : 'xlsx';
    const { rows } = await this.pool.query<{ file: Buffer }>(
      `select ${column} as file from draft.document where (${KEY}) = ($1, $2, $3, $4)`,
      ofKey(key),
    );
    return rows[0]?.file;
  }

  async lookedAt(year: number, day: LocalDate): Promise<ReadonlySet<string>> {
    const { rows } = await this.pool.query<{ bureau: string }>(
      'select bureau from draft.look where year = $1 and looked_on >= $2',
      [year, day],
    );
    return new Set(rows.map(({ bureau }) => bureau));
  }

  async look(year: number, bureau: string, day: LocalDate): Promise<void> {
    await this.pool.query(
      `insert into draft.look as l (year, bureau, looked_on) values ($1, $2, $3)
       on conflict (year, bureau) do update set looked_on = greatest(l.looked_on, excluded.looked_on)`,
      [year, bureau, day],
    );
  }
}
