/**
 * How long a year's sheet of one county takes over a log of 100,000 events: every indicator of the line that the log is of,
 * now and as of a past position. `lines` reads the indicators of all lines. EVENTS sets the size.
 */
import pg from 'pg';
import { evaluateIndicators } from '../../../dist/libs/application/src/evaluate-indicators.js';
import { PostgresLedger } from '../../../dist/libs/adapters/src/postgres/ledger/postgres-ledger.js';
import { rebuild } from '../../../dist/libs/adapters/src/postgres/ledger/rebuild.js';
import { fiscalYear } from '../../../dist/libs/kernel/src/period.js';
import { figure, fillLog, rebuildTask, registry } from './county-log.mjs';

const EVENTS = Number(process.env.EVENTS ?? 100_000);
const SHEETS = 40;
const BUREAU = '430900';
const OFFICES = Array.from({ length: 15 }, (_, at) => `${BUREAU}${String(at).padStart(3, '0')}`);

const p95 = (times) => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];

export const run = async ({ databaseUrl, rounds }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  try {
    const events = await fillLog(pool, { events: EVENTS, counties: 1, offices: OFFICES.length });
    await rebuild(pool, rebuildTask());
    const ledger = new PostgresLedger(pool);
    const line = registry.lines.find(({ code }) => code === 'corrections');
    const codes = line.indicators.map(({ code }) => code);
    const sheets = async (asOf) => {
      const times = [];
      for (let at = 0; at < SHEETS; at += 1) {
        const reading = { bureau: BUREAU, offices: OFFICES, ...(asOf === undefined ? {} : { asOf: asOf - at }) };
        const began = performance.now();
        await evaluateIndicators(ledger, registry, reading, fiscalYear(2023), codes);
        times.push(performance.now() - began);
      }
      return p95(times);
    };
    await sheets();
    const now = [];
    const past = [];
    for (let round = 0; round < rounds; round += 1) {
      now.push(await sheets());
      past.push(await sheets(Math.floor(events * 0.9)));
    }
    return { metrics: { sheet_p95_ms: figure(now, 'ms'), asof_p95_ms: figure(past, 'ms') } };
  } finally {
    await pool.end();
  }
};
