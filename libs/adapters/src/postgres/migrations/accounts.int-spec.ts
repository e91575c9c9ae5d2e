import { RebuildWorld } from '../../../../../test/support/rebuild-world.js';
import { rebuild } from '../ledger/rebuild.js';
import { verifyBalances } from '../ledger/verify-balances.js';
import { sqlOf } from '../sql-folder.js';

const [sql = ''] = sqlOf('accounts');
const [lists = ''] = sqlOf('register-lists');
const [index = ''] = sqlOf('posting-index');

/** The live rows as they were kept before accounts: everything named in every posting. */
const inWords = (schema: string): string => `
  create table ${schema}.old as select * from ${schema}.entry;
  drop view ${schema}.entry;
  drop table ${schema}.posting, ${schema}.account;
  alter table ${schema}.old rename to posting;
  create index posting_by_measure on ${schema}.posting (bureau, measure_id, on_date);
  create index posting_by_stream on ${schema}.posting (stream_id);
  drop index ${schema}.register_row_listed;
  alter table ${schema}.register_row drop column list;
  create index register_row_listed on ${schema}.register_row (bureau, register, ordered_by);
  create index posting_by_position on ${schema}.posting using brin (position)`;

it('writes the postings of a ledger made before accounts under numbers, each as it was', async () => {
  const world = await RebuildWorld.open();
  try {
    const [before, shape] = [await world.contents(), await shapeOf(world)];
    await world.pool.query(inWords(`ledger_g${await world.generation()}`));
    await world.pool.query(sql);
    await world.pool.query(lists);
    expect(await shapeOf(world)).not.toEqual(shape);
    await world.pool.query(index);
    expect(await world.contents()).toEqual(before);
    expect(await shapeOf(world)).toEqual(shape);
    expect(await verifyBalances(world.pool)).toEqual([]);
    await world.pool.query(sql);
    expect(await world.contents()).toEqual(before);
    await world.projector().catchUp();
    expect((await rebuild(world.pool, world.task())).differences).toEqual([]);
  } finally {
    await world.close();
  }
});

/** Columns, indexes, triggers and rights of the live tables. */
const shapeOf = async (world: RebuildWorld): Promise<readonly unknown[]> => {
  const schema = `ledger_g${await world.generation()}`;
  const { rows } = await world.pool.query(
    `select table_name || '.' || column_name || ' ' || data_type as shape from information_schema.columns where table_schema = $1
     union all select indexdef from pg_indexes where schemaname = $1
     union all select tgname from pg_trigger where tgrelid = ($1 || '.posting')::regclass
     union all select table_name || ' ' || privilege_type from information_schema.role_table_grants
       where table_schema = $1 and grantee = 'taizhang_app' and table_name in ('posting', 'account')
     order by 1`,
    [schema],
  );
  return rows;
};
