import type { Pool } from 'pg';
import type {
  StoredTemplate,
  TemplateEntry,
  TemplateKey,
  Templates,
  TemplateUpload,
} from '#application/ports/templates.js';
import { inTransaction } from '../ledger/transaction.js';

const ENTRY = `bureau, code, version, title, uploaded_by as "uploadedBy", encode(sha256(bytes), 'hex') as sha256,
  to_char(uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "uploadedAt"`;
const NEWEST = 'where bureau = $1 and code = $2 order by version desc limit 1';

/** Bureaus' own forms in the database of the log. */
export class PostgresTemplates implements Templates {
  constructor(private readonly pool: Pool) {}

  async list(bureau: string): Promise<readonly TemplateEntry[]> {
    const { rows } = await this.pool.query<TemplateEntry>(
      `select ${ENTRY} from template.form where bureau = $1 order by code, version desc`,
      [bureau],
    );
    return rows;
  }

  keep(upload: TemplateUpload): Promise<{ readonly entry: TemplateEntry; readonly kept: boolean }> {
    const { bureau, code, title, uploadedBy, uploadedAt, bytes } = upload;
    return inTransaction(this.pool, async (client) => {
      // Two at a time would both be the next version.
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`template ${bureau} ${code}`]);
      const same = await client.query<TemplateEntry>(
        `select * from (select ${ENTRY} from template.form ${NEWEST}) as newest
         where title = $3 and sha256 = encode(sha256($4::bytea), 'hex')`,
        [bureau, code, title, Buffer.from(bytes)],
      );
      if (same.rows[0] !== undefined) return { entry: same.rows[0], kept: false };
      const { rows } = await client.query<TemplateEntry>(
        `insert into template.form (bureau, code, version, title, uploaded_by, uploaded_at, bytes)
         values ($1, $2, coalesce((select version from template.form ${NEWEST}), 0) + 1, $3, $4, $5, $6)
         returning ${ENTRY}`,
        [bureau, code, title, uploadedBy, uploadedAt, Buffer.from(bytes)],
      );
      return { entry: rows[0] as TemplateEntry, kept: true };
    });
  }

  async find({ bureau, code, version }: TemplateKey): Promise<StoredTemplate | undefined> {
    const { rows } = await this.pool.query<TemplateEntry & { readonly bytes: Buffer }>(
      `select ${ENTRY}, bytes from template.form
       where bureau = $1 and code = $2 and ($3::integer is null or version = $3) order by version desc limit 1`,
      [bureau, code, version ?? null],
    );
    return rows.map(({ bytes, ...entry }) => ({ entry, bytes }))[0];
  }
}
