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

const DECLARED = 'unnest($1::text[], $2::int[], $3::text[], $4::text[]) as d(code, version, unit, hash)';

/**
 * Records the measures in force with unit and hash; to be called when a process starts, before it projects. A number is drawn
 * only for a measure that has none: there are 32,767. Whatever is read begins with the measures, so the planner is told at
 * once how many there are: without that it takes the tables behind them for tenfold.
 * @throws MeasureChanged when a known version has another definition
 */
export const declareMeasures = async (pool: Pool, measures: readonly MeasureDefinition[]): Promise<void> => {
  const declared = [
    measures.map(({ code }) => code),
    measures.map(({ version }) => version),
    measures.map(({ unit }) => unit),
    measures.map(hashOf),
  ];
  await pool.query(
    `insert into ledger.measure (code, version, unit, hash)
     select * from ${DECLARED}
     where not exists (select from ledger.measure m where m.code = d.code and m.version = d.version)
     on conflict do nothing`,
    declared,
  );
  const { rows: changed } = await pool.query<{ code: string; version: number }>(
    `select code, version from ledger.measure m join ${DECLARED} using (code, version) where m.hash <> d.hash`,
    declared,
  );
  if (changed.length > 0) throw new MeasureChanged(changed.map(({ code, version }) => `${code} version ${version}`));
  await pool.query(
    `update ledger.measure m set unit = d.unit, hash = d.hash from ${DECLARED}
     where m.code = d.code and m.version = d.version and coalesce(m.hash, d.hash) = d.hash
       and (m.unit, m.hash) is distinct from (d.unit, d.hash)`,
    declared,
  );
  await pool.query('analyze ledger.measure');
};

/** Finds the short numbers of measure versions, and gives one to a version met for the first time. */
export class MeasureNumbers {
  /** By code, then by version. */
  private readonly known = new Map<string, number[]>();

  constructor(private readonly pool: Pool) {}

  private find({ measure, measureVersion }: MeasureVersion): number | undefined {
    return this.known.get(measure)?.[measureVersion];
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
    for (const { id, code, version } of rows) {
      const versions = this.known.get(code) ?? [];
      versions[version] = id;
      this.known.set(code, versions);
    }
  }
}
