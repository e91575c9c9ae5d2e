/**
 * One county's year of every line, 100,000 events and more: loaded through the bulk API of the process a user would start,
 * derived again from the log, and read as one sheet of every indicator there is. YEARS sets how many times a published year
 * is scaled.
 */
import pg from 'pg';
import { readFile } from 'node:fs/promises';
import { evaluateIndicators } from '../../../dist/libs/application/src/evaluate-indicators.js';
import { commandsOf, withoutRegistering } from '../../../dist/libs/application/src/simulate.js';
import { fiscalYear } from '../../../dist/libs/kernel/src/period.js';
import { PostgresLedger } from '../../../dist/libs/adapters/src/postgres/ledger/postgres-ledger.js';
import { rebuild } from '../../../dist/libs/adapters/src/postgres/ledger/rebuild.js';
import { BUREAU, office } from '../events.mjs';
import { startServer } from '../server.mjs';
import { figure, rebuildTask, registry } from './county-log.mjs';

const YEARS = Number(process.env.YEARS ?? 5);
const SHEETS = 40;
const BATCH = 500;
/** Requests on their way at once; what happens to one record stays in one lane, in order. */
const LANES = 4;
const OFFICES = Array.from({ length: 15 }, (_, at) => office(at));

const p95 = (times) => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];
const caseFile = async (name) => JSON.parse(await readFile(`cases/${name}.json`, 'utf8'));

const scaled = (section, factor) =>
  Object.fromEntries(
    Object.entries(section ?? {}).map(([leaf, fact]) => [
      leaf,
      isRate(leaf) ? fact : { ...fact, value: fact.value * factor },
    ]),
  );

/** A sum a case is paid stays what it is, however many cases there are. */
const isRate = (leaf) => leaf.startsWith('tariff');

/** A published year, some of its counts many times over, with the sections it lacks taken from others. */
const wholeYear = async () => {
  const base = await caseFile('dawukou-2020-transfer');
  const other = await caseFile('funing-2020-targets');
  const { window, constraints, ...own } = base.activity;
  const many = ['aftercare', 'corrections', 'mediation', 'legalAid'];
  const { publicity, training, reconsideration } = other.activity;
  return {
    ...base,
    activity: {
      window,
      constraints,
      ...Object.fromEntries(
        Object.entries(own).map(([name, section]) => [name, many.includes(name) ? scaled(section, YEARS) : section]),
      ),
      publicity,
      training,
      reconsideration,
    },
  };
};

const laneOf = (streamId) => Number.parseInt(streamId.slice(0, 6), 16) % LANES;

const send = async ({ address, headers }, commands) => {
  const lanes = Array.from({ length: LANES }, () => []);
  for (const command of commands) lanes[laneOf(command.streamId)].push(command);
  const post = async (lane) => {
    for (let at = 0; at < lane.length; at += BATCH) {
      const batch = lane
        .slice(at, at + BATCH)
        .map(({ type, streamId, commandId, office: by, data, evidence, approvedBy }) => ({
          type,
          streamId,
          commandId,
          office: by,
          data,
          ...(evidence === undefined ? {} : { evidence }),
          ...(approvedBy === undefined ? {} : { approvedBy }),
        }));
      const answer = await fetch(`${address}/v1/commands`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ atomic: false, commands: batch }),
      });
      const { recorded, answers } = await answer.json();
      if (recorded !== batch.length) {
        const wrong = answers?.findIndex((item) => 'code' in item) ?? 0;
        throw new Error(`${answer.status} ${JSON.stringify(answers?.[wrong])} ${JSON.stringify(batch[wrong])}`);
      }
    }
  };
  const began = performance.now();
  await Promise.all(lanes.map(post));
  return commands.length / ((performance.now() - began) / 1000);
};

export const run = async ({ databaseUrl, rounds }) => {
  const stage = { bureau: BUREAU, offices: OFFICES, seed: 'bench' };
  const commands = await commandsOf([await wholeYear()], registry, withoutRegistering, stage);
  if (commands.length < 100_000) throw new Error(`${commands.length} events are too few, raise YEARS`);
  const server = await startServer(databaseUrl);
  const loaded = await send(server, commands).finally(() => server.stop());
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  try {
    const rebuilt = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      const { events } = await rebuild(pool, rebuildTask());
      rebuilt.push(events / ((performance.now() - began) / 1000));
    }
    const ledger = new PostgresLedger(pool);
    const codes = [...registry.indicators.keys()];
    const reading = { bureau: BUREAU, offices: [BUREAU, ...OFFICES] };
    const sheets = async () => {
      const times = [];
      for (let at = 0; at < SHEETS; at += 1) {
        const began = performance.now();
        await evaluateIndicators(ledger, registry, reading, fiscalYear(2020), codes);
        times.push(performance.now() - began);
      }
      return p95(times);
    };
    await sheets();
    const read = [];
    for (let round = 0; round < rounds; round += 1) read.push(await sheets());
    return {
      metrics: {
        lines_events: figure([commands.length], 'events'),
        lines_indicators: figure([codes.length], 'indicators'),
        lines_load_per_s: figure([loaded], 'events/s'),
        lines_rebuild_per_s: figure(rebuilt, 'events/s'),
        lines_sheet_p95_ms: figure(read, 'ms'),
      },
    };
  } finally {
    await pool.end();
  }
};
