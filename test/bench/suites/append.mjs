import pg from 'pg';
import { BUREAU, STREAM_TYPE, data, event, id, item, office } from '../events.mjs';
import { load, summary } from '../measure.mjs';
import { peer } from '../peers/peer.mjs';
import { openStore } from '../store.mjs';

const STREAMS = 16;
const MILLISECONDS = 1500;
/** A worker turns to a new stream after so many events. */
const LONGEST = 200;

const RAW = `insert into bench_event (position, recorded_at, stream_id, event_id, command_id, correlation_id, version,
  schema_version, occurred_on, stream_type, type, bureau, office, owner, recorded_by, source, data)
  values (nextval('bench_position'), now(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

/** Gives each worker its stream and the version it stands at, a new one when the last grew long. */
const streams = (start) => {
  const open = new Map();
  return (worker) => {
    const stream = open.get(worker);
    if (stream !== undefined && stream.length < LONGEST) return stream;
    open.set(worker, { id: id(), version: start, length: 0 });
    return open.get(worker);
  };
};

/** The least a writer can do: one row of the same columns and indexes, one statement, one connection per writer. */
const rawInsert = async (admin, databaseUrl) => {
  await admin.query('create table if not exists bench_event (like es.event including all)');
  await admin.query('create sequence if not exists bench_position');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: STREAMS });
  const streamOf = streams(0);
  let number = 0;
  const act = async (worker) => {
    const stream = streamOf(worker);
    const {
      eventId,
      type,
      schemaVersion,
      occurredOn,
      recordedBy,
      source,
      correlationId,
      data: payload,
    } = event((number += 1));
    stream.length += 1;
    const what = [stream.id, eventId, id(), correlationId, stream.length, schemaVersion, occurredOn, STREAM_TYPE, type];
    const who = [BUREAU, office(number), office(number), recordedBy, source, JSON.stringify(payload)];
    await pool.query({ name: 'raw', text: RAW, values: [...what, ...who] });
    return 1;
  };
  return { act, close: () => pool.end() };
};

/** The whole of our append: receipt, expected version, commit, answer. */
export const ours = (store) => {
  const streamOf = streams(0);
  let number = 0;
  return async (worker) => {
    const stream = streamOf(worker);
    const outcome = await store.append(item(stream.id, stream.length, (number += 1)));
    if (outcome.outcome !== 'appended') throw new Error(`append answered ${outcome.outcome}`);
    stream.length += 1;
    return 1;
  };
};

const emmett = async (databaseUrl) => {
  const { getPostgreSQLEventStore } = await peer('@event-driven-io/emmett-postgresql');
  const store = getPostgreSQLEventStore(databaseUrl);
  await store.schema.migrate();
  const streamOf = streams(0n);
  let number = 0;
  const act = async (worker) => {
    const stream = streamOf(worker);
    const written = [{ type: 'corrections.SubjectReceived', data: data((number += 1)) }];
    const { nextExpectedStreamVersion } = await store.appendToStream(stream.id, written, {
      expectedStreamVersion: stream.version,
    });
    stream.version = nextExpectedStreamVersion;
    stream.length += 1;
    return 1;
  };
  return { act, close: () => store.close() };
};

/**
 * Single-event appends to 16 streams at once: raw inserts, our store and emmett, one after the other in every round, so
 * that a slow moment of the machine meets all three.
 */
export const run = async ({ databaseUrl, rounds }) => {
  const { store, admin, close } = await openStore(databaseUrl);
  const raw = await rawInsert(admin, databaseUrl);
  const other = await emmett(databaseUrl);
  const cases = { raw: raw.act, ours: ours(store), emmett: other.act };
  const found = { raw: [], ours: [], emmett: [] };
  for (const act of Object.values(cases)) await load(act, STREAMS, 500);
  for (let round = 0; round < rounds; round += 1)
    for (const [name, act] of Object.entries(cases)) found[name].push(await load(act, STREAMS, MILLISECONDS));
  await other.close();
  await raw.close();
  await close();
  const rates = (name) => found[name].map(({ perSecond }) => perSecond);
  const against = (name) => found.ours.map(({ perSecond }, at) => perSecond / found[name][at].perSecond);
  return {
    metrics: {
      append16_per_s: summary(rates('ours'), '/s'),
      append16_p95_ms: summary(
        found.ours.map(({ p95 }) => p95),
        'ms',
        2,
      ),
      append16_raw_per_s: summary(rates('raw'), '/s'),
      append16_emmett_per_s: summary(rates('emmett'), '/s'),
      append16_vs_raw: summary(against('raw'), '×', 2),
      append16_vs_emmett: summary(against('emmett'), '×', 2),
    },
  };
};
