/**
 * How fast a whole log becomes facts, postings, balances, registers, duties and their indexes, beside the most that could
 * be reached: reading the same log and counting it. Interleaved in one run. EVENTS sets the size (1,000,000).
 */
import pg from 'pg';
import { copyLog } from '../../../dist/libs/adapters/src/postgres/ledger/log-copy.js';
import { PostgresLedger } from '../../../dist/libs/adapters/src/postgres/ledger/postgres-ledger.js';
import { rebuild } from '../../../dist/libs/adapters/src/postgres/ledger/rebuild.js';
import { figure, fillLog, rebuildTask } from './county-log.mjs';

const EVENTS = Number(process.env.EVENTS ?? 1_000_000);
const COUNTIES = 10;
const term = { measure: 'corrections.received', mode: 'stock', to: '2099-12-31' };

/** Reads and parses every event, and counts it; events per second. */
const ceiling = async (pool) => {
  const began = performance.now();
  const counts = new Map();
  let events = 0;
  for await (const piece of copyLog(pool, Number.MAX_SAFE_INTEGER)) {
    for (const { office, type } of piece) {
      const key = `${office}|${type}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    events += piece.length;
  }
  return (events * 1000) / (performance.now() - began);
};

/** Reads a figure all the while; gives how often, and the longest wait in ms. */
const reading = (ledger) => {
  const waits = [];
  let over = false;
  const loop = async () => {
    while (!over) {
      const began = performance.now();
      await ledger.sums({ bureau: '430900', offices: ['430900000'] }, [term]);
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const done = loop();
  return async () => {
    over = true;
    await done;
    return { reads: waits.length, longest: Math.max(...waits) };
  };
};

export const run = async ({ databaseUrl, rounds }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  try {
    const events = await fillLog(pool, { events: EVENTS, counties: COUNTIES });
    const speeds = [];
    const ceilings = [];
    const waits = [];
    const ledger = new PostgresLedger(pool);
    for (let round = 0; round < rounds; round += 1) {
      ceilings.push(await ceiling(pool));
      const stop = reading(ledger);
      const began = performance.now();
      const report = await rebuild(pool, rebuildTask());
      speeds.push((events * 1000) / (performance.now() - began));
      const { longest } = await stop();
      waits.push(longest);
      if (process.env.VERBOSE) console.error(JSON.stringify({ ...report, differences: report.differences?.length }));
    }
    return {
      metrics: {
        rebuild_events_per_s: figure(speeds, 'events/s'),
        rebuild_ceiling_per_s: figure(ceilings, 'events/s'),
        rebuild_vs_ceiling: figure(
          speeds.map((speed, at) => speed / ceilings[at]),
          'ratio',
        ),
        rebuild_read_max_ms: figure(waits, 'ms'),
      },
    };
  } finally {
    await pool.end();
  }
};
