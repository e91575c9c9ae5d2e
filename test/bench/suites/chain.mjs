/**
 * The chain over the log: what it costs who appends, how fast it catches up, and how long a check of it all takes. Appends with
 * and without it take turns in one run. EVENTS sets the size of the log that is checked (1,000,000).
 */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { eventLog } from '../../../dist/libs/adapters/src/postgres/chain/chain-source.js';
import { PostgresChain } from '../../../dist/libs/adapters/src/postgres/chain/postgres-chain.js';
import { verifyChain } from '../../../dist/libs/adapters/src/postgres/chain/verify-chain.js';
import { openStorePool } from '../../../dist/libs/adapters/src/postgres/event-store/index.js';
import { systemClock } from '../../../dist/libs/adapters/src/system/clock.js';
import { chainRole } from '../../../dist/libs/adapters/src/worker/chain-role.js';
import { load, summary } from '../measure.mjs';
import { openStore } from '../store.mjs';
import { ours } from './append.mjs';
import { fillLog } from './county-log.mjs';

const EVENTS = Number(process.env.EVENTS ?? 1_000_000);
const STREAMS = 16;
const MILLISECONDS = 3000;

const TICK = 10_000;
const statOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');

/** Processor time that this process and every session of the database have taken so far, in microseconds. */
const processorTime = async (pool) => {
  const { user, system } = process.cpuUsage();
  const { rows } = await pool.query('select pid from pg_stat_activity where pid is not null');
  const ticks = rows.map(({ pid }) => statOf(pid)).map((stat) => Number(stat[11]) + Number(stat[12]));
  return user + system + ticks.reduce((sum, each) => sum + each, 0) * TICK;
};

/** Processor microseconds an event takes in some work; works on Linux, and does not hang on what else the machine does. */
const timed = async (pool, work) => {
  const before = await processorTime(pool);
  const events = await work();
  return ((await processorTime(pool)) - before) / events;
};

/** Appends to 16 streams, every other time with the chain at work in the same process, as it is in the standalone one. */
const appending = async (pool, databaseUrl, chain, rounds) => {
  const { store, close } = await openStore(databaseUrl);
  const act = ours(store);
  const found = { with: [], without: [], each: [], chained: [] };
  await load(act, STREAMS, 500);
  for (let round = 0; round < rounds * 2; round += 1) {
    // Nothing is left over from before, and each goes first every other time.
    const { position, head } = await chain.lag();
    if (head > position)
      found.chained.push(await timed(pool, () => chain.anchorAt().then((anchor) => anchor.position - position)));
    const chained = round % 4 === 0 || round % 4 === 3;
    const role = chainRole({ chain, anchor: () => chain.anchorAt() }, { log: () => undefined });
    if (chained) role.start();
    const each = await timed(pool, async () => {
      const { perSecond } = await load(act, STREAMS, MILLISECONDS);
      found[chained ? 'with' : 'without'].push(perSecond);
      return (perSecond * MILLISECONDS) / 1000;
    });
    if (!chained) found.each.push(each);
    if (chained) await role.stop();
  }
  await close();
  return found;
};

export const run = async ({ databaseUrl, rounds }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const { pool: chained } = await openStorePool(databaseUrl, 3);
  const chain = new PostgresChain(chained, { source: eventLog, algorithm: 'sha256', clock: systemClock });
  try {
    const events = await fillLog(pool, { events: EVENTS, counties: 10 });
    await pool.query(`select setval('es.position', $1)`, [events]);
    const began = performance.now();
    await chain.anchorAt();
    const chainedIn = (performance.now() - began) / 1000;
    const seconds = [];
    for (let round = 0; round < rounds; round += 1) {
      const from = performance.now();
      const { wrong, records } = await verifyChain(databaseUrl, eventLog);
      if (wrong > 0 || records !== events) throw new Error(`${wrong} wrong of ${records} records`);
      seconds.push((performance.now() - from) / 1000);
    }
    const peak = process.resourceUsage().maxRSS / 1024;
    const appends = await appending(pool, databaseUrl, chain, rounds);
    return {
      metrics: {
        chain_append16_per_s: summary(appends.with, '/s'),
        chain_append16_without_per_s: summary(appends.without, '/s'),
        chain_append16_ratio: summary(
          appends.with.map((rate, at) => rate / appends.without[at]),
          '×',
          3,
        ),
        append_cpu_us: summary(appends.each, 'µs', 1),
        chain_cpu_us: summary(appends.chained, 'µs', 1),
        chain_per_s: summary([events / chainedIn], '/s'),
        chain_verify_s: summary(seconds, 's', 1),
        chain_verify_peak_mib: summary([peak], 'MiB'),
      },
    };
  } finally {
    await chained.end();
    await pool.end();
  }
};
