import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { MeasureDefinition } from '#application/measure.js';

/** A measure version as postings name it. */
export interface MeasureVersion {
  readonly measure: string;
  readonly measureVersion: number;
}

/** A definition was changed without a new version, so figures of both would be added up as one. */
export class MeasureChanged extends Error {
  constructor(readonly measures: readonly string[]) {
    super(`Changed without a new version: ${measures.join(', ')}. Raise \`version\` and rebuild.`);
  }
}

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, canonical(part)]),
  );
};

const hashOf = (measure: MeasureDefinition): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(measure)))
    .digest('hex');

/**
 * Records the measures in force with unit and hash; to be called when a process starts, before it projects. Whatever is read
 * begins with them, so the planner is told at once how many there are: without that it takes the tables behind them for tenfold.
 * @throws MeasureChanged when a known version has another definition
 */
export const declareMeasures = async (pool: Pool, measures: readonly MeasureDefinition[]): Promise<void> => {
  const { rows } = await pool.query<{ code: string; version: number; same: boolean }>(
    `with declared as (
       select * from unnest($1::text[], $2::int[], $3::text[], $4::text[]) as d(code, version, unit, hash)
     )
     insert into ledger.measure as m (code, version, unit, hash) select * from declared
     on conflict (code, version) do update set unit = excluded.unit, hash = coalesce(m.hash, excluded.hash)
     returning m.code, m.version, m.hash = (select d.hash from declared d where d.code = m.code and d.version = m.version) as same`,
    [
      measures.map(({ code }) => code),
      measures.map(({ version }) => version),
      measures.map(({ unit }) => unit),
      measures.map(hashOf),
    ],
  );
  const changed = rows.filter((row) => !row.same);
  if (changed.length > 0) throw new MeasureChanged(changed.map(({ code, version }) => `${code} version ${version}`));
  await pool.query('analyze ledger.measure');
};

/** Finds the short numbers of measure versions, and gives one to a version met for the first time. */
export class MeasureNumbers {
  /** By code, then by version. */
  private readonly known = new Map<string, Map<number, number>>();

  constructor(private readonly pool: Pool) {}

  private find({ measure, measureVersion }: MeasureVersion): number | undefined {
    return this.known.get(measure)?.get(measureVersion);
  }

  /** Number of a version that `learn` has met. */
  of(version: MeasureVersion): number {
    const id = this.find(version);
    if (id === undefined) throw new Error(`measure ${version.measure} version ${version.measureVersion} has no number`);
    return id;
  }

  /** Commits by itself: a number outlives the batch that first needed it, even when that batch is refused. */
  async learn(versions: Iterable<MeasureVersion>): Promise<void> {
    const unknown = [...versions].filter((version) => this.find(version) === undefined);
    if (unknown.length === 0) return;
    const parameters = [unknown.map(({ measure }) => measure), unknown.map(({ measureVersion }) => measureVersion)];
    await this.pool.query(
      `insert into ledger.measure (code, version)
       select distinct code, version from unnest($1::text[], $2::int[]) as u(code, version)
       where not exists (select from ledger.measure m where m.code = u.code and m.version = u.version)
       on conflict do nothing`,
      parameters,
    );
    const { rows } = await this.pool.query<{ id: number; code: string; version: number }>(
      `select id, code, version from ledger.measure where (code, version) in (select * from unnest($1::text[], $2::int[]))`,
      parameters,
    );
    for (const { id, code, version } of rows)
      this.known.set(code, (this.known.get(code) ?? new Map<number, number>()).set(version, id));
  }
}
