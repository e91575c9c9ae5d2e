/**
 * Questions to the records of looking: three years of them, 10,000,000 by default, written straight into their tables month by month.
 * LOOKS sets how many. Each question is asked of other persons and users every time.
 */
import pg from 'pg';
import { PostgresLooks } from '../../../dist/libs/adapters/src/postgres/looks/looks.js';
import { openStorePool } from '../../../dist/libs/adapters/src/postgres/event-store/index.js';
import { uuidV5 } from '../../../dist/libs/kernel/src/ids.js';
import { summary } from '../measure.mjs';

const LOOKS = Number(process.env.LOOKS ?? 10_000_000);
const MONTHS = 36;
const PERSONS = 200_000;
const USERS = 400;
const BUREAUS = 20;
const ASKED = 40;
const PAGE = 100;

/** A look is at one person, every tenth at a list of twenty; every twentieth person is a minor. */
const FILL = `
insert into looks.look
select $1::bigint + n, $2::timestamptz + n * $3::interval, 'user-' || seed.who, null, '{office-clerk}', '{43092201}', '10.0.0.9',
  gen_random_uuid(), case when n % 50 = 0 then 'export' else 'read' end, 'GET /v1/persons/:personRef', 'person', '日常办案',
  seen.persons, seen.minors, array['4309' || lpad((seed.who % ${BUREAUS})::text, 2, '0')]
from generate_series(1, $4::int) n
cross join lateral (select (random() * ${USERS - 1})::int as who, case when n % 10 = 0 then 20 else 1 end as many) seed
cross join lateral (
  select array_agg(id) as persons, coalesce(array_agg(id) filter (where one % 20 = 0), '{}') as minors
  from (select one, md5('person-' || one)::uuid as id
        from (select (random() * ${PERSONS - 1} + n * 0)::int as one from generate_series(1, seed.many)) drawn) named
) seen`;

/** The tables are filled before their indexes are made, as a database that grew for years would take hours. */
const fill = async (pool) => {
  const { rows: indexes } = await pool.query(
    `select indexname, indexdef from pg_indexes where schemaname = 'looks' and tablename = 'look' and indexname not like '%pkey'`,
  );
  for (const { indexname } of indexes) await pool.query(`drop index looks.${indexname}`);
  const each = Math.ceil(LOOKS / MONTHS);
  const from = new Date();
  for (let month = 0; month < MONTHS; month += 1) {
    const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() - MONTHS + 1 + month, 1));
    await pool.query('select looks.open_month($1)', [first]);
    await pool.query(FILL, [month * each, first, `${(27 * 86_400) / each} seconds`, each]);
  }
  await pool.query(`set maintenance_work_mem = '512MB'`);
  // As it is written down, an index is of the whole table without its months.
  for (const { indexdef } of indexes) await pool.query(indexdef.replace(' ON ONLY ', ' ON '));
  await pool.query('vacuum analyze looks.look');
  return each * MONTHS;
};

const personAt = async (pool, at) =>
  (await pool.query(`select md5('person-' || $1::int)::uuid as id`, [(at * 7919) % PERSONS])).rows[0].id;

export const run = async ({ databaseUrl, rounds }) => {
  const filling = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const { pool } = await openStorePool(databaseUrl, 3);
  const looks = new PostgresLooks(pool);
  try {
    const filled = await fill(filling);
    const now = new Date();
    const week = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 8)).toISOString();
    const questions = {
      who_saw_a_person: async (at) => ({ subjects: [await personAt(filling, at)] }),
      who_saw_a_person_of_the_bureau: async (at) => ({
        subjects: [await personAt(filling, at)],
        bureaus: [`4309${String(at % BUREAUS).padStart(2, '0')}`],
      }),
      what_a_user_saw: (at) => ({ caller: `user-${(at * 31) % USERS}` }),
      what_a_user_saw_before: (at) => ({
        caller: `user-${(at * 31) % USERS}`,
        before: Math.floor(filled / (1 + (at % 7))),
      }),
      what_a_user_exported: (at) => ({ caller: `user-${(at * 31) % USERS}`, purpose: 'export' }),
      minors_since: () => ({ minors: true, from: week }),
      of_a_bureau: (at) => ({ bureaus: [`4309${String(at % BUREAUS).padStart(2, '0')}`] }),
      of_a_bureau_unknown: () => ({ bureaus: ['110101'] }),
      of_a_user_unknown: (at) => ({ caller: uuidV5('bench', 'nobody', String(at)) }),
    };
    const found = {};
    for (let round = 0; round < rounds; round += 1)
      for (const [name, question] of Object.entries(questions)) {
        const times = [];
        for (let at = round * ASKED; at < (round + 1) * ASKED; at += 1) {
          const asked = await question(at);
          const began = performance.now();
          await looks.find({ ...asked, limit: PAGE });
          times.push(performance.now() - began);
        }
        times.sort((a, b) => a - b);
        (found[name] ??= []).push(times[Math.floor(times.length * 0.95)]);
      }
    return {
      metrics: {
        looks: summary([filled], 'looks'),
        ...Object.fromEntries(Object.entries(found).map(([name, p95s]) => [`${name}_p95_ms`, summary(p95s, 'ms', 1)])),
      },
    };
  } finally {
    await pool.end();
    await filling.end();
  }
};
