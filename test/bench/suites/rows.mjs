/**
 * What row-level security costs: reads of one county over a log of 50,000 events, through the owner's pool and through the pool of
 * requests in turn, as a whole bureau and as one office; and appends with and without noting who else recorded. EVENTS sets the
 * size.
 */
import pg from 'pg';
import { evaluateIndicators } from '../../../dist/libs/application/src/evaluate-indicators.js';
import { PostgresLedger } from '../../../dist/libs/adapters/src/postgres/ledger/postgres-ledger.js';
import { rebuild } from '../../../dist/libs/adapters/src/postgres/ledger/rebuild.js';
import { readStreams } from '../../../dist/libs/adapters/src/postgres/event-store/read-store.js';
import { onBehalfOf } from '../../../dist/libs/adapters/src/postgres/requests/caller-scope.js';
import { openReads } from '../../../dist/libs/adapters/src/postgres/requests/reads-of-callers.js';
import { fiscalYear } from '../../../dist/libs/kernel/src/period.js';
import { uuidV5 } from '../../../dist/libs/kernel/src/ids.js';
import { load, summary } from '../measure.mjs';
import { openStore } from '../store.mjs';
import { ours } from './append.mjs';
import { fillLog, rebuildTask, registry } from './county-log.mjs';

const EVENTS = Number(process.env.EVENTS ?? 50_000);
const READS = 10;
const BUREAU = '430900';
const OFFICES = Array.from({ length: 15 }, (_, at) => `${BUREAU}${String(at).padStart(3, '0')}`);
const STREAMS = 16;
const MILLISECONDS = 250;
const TURNS = 8;

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

/** A directory of one bureau: as much of it as a scope is made from. */
const tree = [
  { code: BUREAU, parent: null, bureau: BUREAU },
  ...OFFICES.map((code) => ({ code, parent: BUREAU, bureau: BUREAU })),
];
const offices = { all: () => tree, find: (code) => tree.find((office) => office.code === code) };

const readsThrough = ({ ledger, store }, chosen, events) => {
  const reading = { bureau: BUREAU, offices: chosen };
  const codes = [...registry.indicators.keys()];
  const sheet = (asOf) => evaluateIndicators(ledger, registry, { ...reading, asOf }, fiscalYear(2023), codes);
  const term = { measure: 'corrections.in-register', mode: 'stock', to: '2023-12-31' };
  return {
    sheet: () => sheet(undefined),
    as_of: () => sheet(Math.floor(events * 0.9)),
    evidence: () => ledger.evidence(reading, term, { limit: 100 }),
    register: () => ledger.registerRows(reading, { register: 'corrections.cases', filters: {}, limit: 50 }),
    case: (at) => store.loadMany([uuidV5('bench', 'case', String(at * 16))]),
  };
};

export const run = async ({ databaseUrl, rounds }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const found = {};
  const keep = (name, value) => (found[name] ??= []).push(value);
  try {
    const events = await fillLog(pool, { events: EVENTS, counties: 1, offices: OFFICES.length, placed: true });
    await rebuild(pool, rebuildTask());
    const ledger = new PostgresLedger(pool);
    const whole = { ledger, store: { loadMany: (ids) => readStreams(pool, ids) } };
    const { reads, pool: scoped } = await openReads(databaseUrl, { pool, store: whole.store, ledger, offices }, {});
    const scopes = { bureau: [BUREAU, ...OFFICES], office: OFFICES.slice(1, 2) };
    for (let round = 0; round <= rounds; round += 1)
      for (const [scope, chosen] of Object.entries(scopes)) {
        const caller = { name: scope, roles: [], offices: scope === 'bureau' ? [BUREAU] : chosen };
        const [plain, bound] = [whole, reads].map((ports) => readsThrough(ports, chosen, events));
        for (const name of Object.keys(plain)) {
          const times = { plain: [], bound: [] };
          for (let at = 0; at < READS; at += 1)
            for (const [kind, read] of [
              ['plain', () => plain[name](at)],
              ['bound', () => onBehalfOf(caller, () => bound[name](at))],
            ]) {
              const began = performance.now();
              await read();
              times[kind].push(performance.now() - began);
            }
          if (round === 0) continue;
          keep(`${name}_${scope}_ms`, median(times.bound));
          keep(`${name}_${scope}_ratio`, median(times.bound) / median(times.plain));
        }
      }
    await scoped.end();
    const { store, close } = await openStore(databaseUrl);
    await pool.query(`select setval('es.position', $1)`, [events]);
    const act = ours(store);
    for (let round = 0; round <= rounds; round += 1) {
      const speeds = { disable: [], enable: [] };
      for (let turn = 0; turn < TURNS; turn += 1)
        for (const noting of Object.keys(speeds)) {
          await pool.query(`alter table es.event ${noting} trigger note_office`);
          speeds[noting].push((await load(act, STREAMS, MILLISECONDS)).perSecond);
        }
      const [plain, noted] = [median(speeds.disable), median(speeds.enable)];
      if (round > 0) keep('append_per_second', noted);
      if (round > 0) keep('append_ratio', noted / plain);
    }
    await close();
    return {
      metrics: Object.fromEntries(
        Object.entries(found).map(([name, values]) => [
          name,
          name.endsWith('_ms')
            ? summary(values, 'ms', 1)
            : name.endsWith('ratio')
              ? summary(values, '×', 2)
              : summary(values, '/s'),
        ]),
      ),
    };
  } finally {
    await pool.end();
  }
};
