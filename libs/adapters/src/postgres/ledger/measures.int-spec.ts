import type { MeasureDefinition } from '#application/measure.js';
import { type LedgerDatabase, ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { notary } from '../../../../../test/support/notary.js';
import { sqlOf } from '../sql-folder.js';
import { MeasureChanged, declareMeasures } from './measures.js';

const [known, other] = notary.measures as readonly [MeasureDefinition, MeasureDefinition];
const another = (code: string): MeasureDefinition => ({ ...other, code });

describe('measures declared when a process starts', () => {
  let database: LedgerDatabase;
  beforeEach(async () => (database = await ledgerDatabase()));
  afterEach(() => database.close());

  const declare = (...measures: readonly MeasureDefinition[]): Promise<void> =>
    declareMeasures(database.pool, measures);
  const numbers = async (): Promise<Record<string, number>> => {
    const { rows } = await database.pool.query<{ code: string; id: number }>('select code, id from ledger.measure');
    return Object.fromEntries(rows.map(({ code, id }) => [code, id]));
  };

  it('draw a number once, however often it starts: there are 32,767', async () => {
    for (let start = 0; start < 50; start += 1) await declare(known, other);
    const first = await numbers();
    await declare(known, other, another('notary.another'));
    expect(await numbers()).toEqual({ ...first, 'notary.another': Math.max(...Object.values(first)) + 1 });
  });

  it('go on after the last that is used where an earlier release has drawn them all', async () => {
    await declare(known);
    await database.pool.query(`select setval(pg_get_serial_sequence('ledger.measure', 'id'), 32767)`);
    await expect(declare(known, other)).rejects.toThrow('32767');
    for (const sql of sqlOf('measure-numbers')) await database.pool.query(sql);
    await declare(known, other);
    expect(await numbers()).toEqual({ [known.code]: 1, [other.code]: 2 });
  });

  it('take up unit and definition of one that was met before it was declared, and refuse another definition later', async () => {
    await database.pool.query('insert into ledger.measure (code, version) values ($1, $2)', [
      known.code,
      known.version,
    ]);
    await declare(known);
    const { rows } = await database.pool.query<{ unit: string; hash: string }>('select unit, hash from ledger.measure');
    expect(rows).toEqual([{ unit: known.unit, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    await expect(declare({ ...known, unit: '份' }, other)).rejects.toThrow(MeasureChanged);
    expect((await database.pool.query('select unit from ledger.measure where code = $1', [known.code])).rows).toEqual([
      { unit: known.unit },
    ]);
  });
});
