import type { Pool } from 'pg';
import type { OwnDefinition, StoredDefinition } from '#application/own-definition.js';
import type { DefinitionStore } from '#application/ports/definitions.js';
import { inTransaction } from '../ledger/transaction.js';

interface Row {
  readonly id: string;
  readonly kind: OwnDefinition['kind'];
  readonly version: number;
  readonly bureau: string;
  readonly body: { readonly title: string; readonly definition: OwnDefinition['body'] };
  readonly defined_by: string;
  readonly defined_at: Date;
}

const COLUMNS = 'id, kind, version, bureau, body, defined_by, defined_at';

const definitionOf = ({ id, kind, version, bureau, body, defined_by, defined_at }: Row): StoredDefinition =>
  ({
    id: Number(id),
    kind,
    title: body.title,
    body: body.definition,
    version,
    bureau,
    definedBy: defined_by,
    definedAt: defined_at.toISOString(),
  }) as StoredDefinition;

/** Definitions of bureaus, beside the ledger. */
export class PostgresDefinitionStore implements DefinitionStore {
  constructor(private readonly pool: Pool) {}

  async all(): Promise<readonly StoredDefinition[]> {
    const { rows } = await this.pool.query<Row>(`select ${COLUMNS} from ledger.definition order by id`);
    return rows.map(definitionOf);
  }

  add(definitions: readonly OwnDefinition[], bureau: string, by: string): Promise<readonly StoredDefinition[]> {
    return inTransaction(this.pool, async (client) => {
      // One at a time, so that versions of a code follow each other.
      await client.query(`select pg_advisory_xact_lock(hashtextextended('taizhang.definitions', 0))`);
      const added: StoredDefinition[] = [];
      for (const { kind, title, body } of definitions) {
        const { rows } = await client.query<Row>(
          `insert into ledger.definition (kind, code, version, bureau, body, defined_by)
           select $1, $2, 1 + coalesce(max(version), 0), $3, $4, $5 from ledger.definition where code = $2
           returning ${COLUMNS}`,
          [kind, body.code, bureau, JSON.stringify({ title, definition: body }), by],
        );
        added.push(...rows.map(definitionOf));
      }
      return added;
    });
  }

  async live(): Promise<number> {
    const { rows } = await this.pool.query<{ definitions: string }>('select definitions from ledger.live');
    return Number(rows[0]?.definitions ?? 0);
  }
}
