/**
 * The way over Kafka, beside what it is made of: publishing a log (and only reading it), projecting it from topics (and from
 * the log itself), consuming it raw; how long a command takes to show; and how long it takes to come back when the cluster
 * has lost everything. One broker on this machine. EVENTS is what is published and projected a round (200,000), RECOVER what
 * is recovered (1,000,000).
 */
import { openKafka, partitionOf } from '../../../dist/libs/adapters/src/kafka/index.js';
import kafkajs from 'kafkajs';
import pg from 'pg';
import { openPlatform } from '../../../dist/libs/adapters/src/platform/open-platform.js';
import { rebuild } from '../../../dist/libs/adapters/src/postgres/ledger/rebuild.js';
import { partitionsOf, topicsOf } from '../../../dist/libs/application/src/line-topics.js';
import { PartitionProjector } from '../../../dist/libs/application/src/project-partition.js';
import { LEDGER_VIEW } from '../../../dist/libs/application/src/project-slice.js';
import { Relay } from '../../../dist/libs/application/src/relay-events.js';
import { lines } from '../../../dist/libs/lines/index.js';
import { startKafka } from '../../../infra/kafka/cluster.mjs';
import { startServer } from '../server.mjs';
import { figure, fillLog, rebuildTask } from './county-log.mjs';
import { visibleIn } from './live.mjs';

const EVENTS = Number(process.env.EVENTS ?? 200_000);
const RECOVER = Number(process.env.RECOVER ?? 1_000_000);
const BATCH = 2000;
const COUNTIES = 10;

const seconds = async (work) => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/** Databases of the run, each a copy of one that holds a log. */
const copies = (databaseUrl) => {
  let count = 0;
  const admin = async (sql) => {
    const url = new URL(databaseUrl);
    url.pathname = '/postgres';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  const named = (name) => {
    const url = new URL(databaseUrl);
    url.pathname = `/${name}`;
    return url.href;
  };
  const base = new URL(databaseUrl).pathname.slice(1);
  return {
    fresh: async () => {
      count += 1;
      const name = `${base}_${count}`;
      await admin(`create database ${name} template ${base}`);
      return { url: named(name), drop: () => admin(`drop database ${name} with (force)`) };
    },
  };
};

const fill = async (databaseUrl, events) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const filled = await fillLog(pool, { events, counties: COUNTIES });
  await pool.end();
  return filled;
};

const relayOf = (platform, kafka, prefix) => {
  const publisher = kafka.publisher();
  const relay = new Relay(
    {
      feed: platform.feed,
      progress: platform.relayProgress,
      leases: platform.leases,
      publisher,
      registry: platform.registry,
      partitionOf,
    },
    { topics: topicsOf(lines, { prefix, replicas: 1 }), prefix, holder: 'bench', term: 60_000, batchSize: BATCH },
  );
  const publishAll = async () => {
    for (;;) if ((await relay.step()) === 0) return;
  };
  return { publishAll, close: () => publisher.close() };
};

/** Reads everything there is in topics and does nothing with it. */
const consumeRaw = async (brokers, topics, events) => {
  const client = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING });
  const consumer = client.consumer({
    groupId: `raw-${performance.now()}`,
    maxBytesPerPartition: 1_500_000,
    maxWaitTimeInMs: 50,
  });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  let read = 0;
  let began;
  await new Promise((resolve) => {
    void consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        began ??= performance.now();
        read += batch.messages.length;
        if (read >= events) resolve();
      },
    });
  });
  const took = (performance.now() - began) / 1000;
  await consumer.disconnect();
  return events / took;
};

/** Projects from topics until the figures have reached the end of the log; seconds from the first batch on. */
const projectFromTopics = async (platform, kafka, prefix) => {
  const topics = topicsOf(lines, { prefix, replicas: 1 });
  await platform.projections.feedFromTopics(LEDGER_VIEW, partitionsOf(topics));
  const head = await platform.feed.head();
  const { store, projections, registry, calendar } = platform;
  const projector = new PartitionProjector(
    { store, projections, registry, calendar },
    { batchSize: 1000, gapPatience: 10_000 },
  );
  const consumer = kafka.consumer(`${prefix}.${LEDGER_VIEW}`, { atOnce: 4 });
  let began;
  await consumer.start(
    topics.map(({ name }) => name),
    (batch, holding) => {
      began ??= performance.now();
      return projector.handle(batch, holding);
    },
    (reason) => console.error(reason),
  );
  while ((await platform.ledger.watermark()).position < head) await new Promise((resolve) => setTimeout(resolve, 20));
  const took = (performance.now() - began) / 1000;
  await consumer.stop();
  return took;
};

const visible = async (databaseUrl, brokers, prefix, rounds) => {
  const env = { KAFKA_BROKERS: brokers.join(','), KAFKA_PREFIX: prefix };
  const api = await startServer(databaseUrl, { app: 'api', env });
  const workers = [];
  try {
    for (const WORKER_ROLES of ['relay', 'projector'])
      workers.push(await startServer(databaseUrl, { app: 'worker', env: { ...env, WORKER_ROLES } }));
    for (const { address } of workers)
      while ((await fetch(`${address}/health/ready`)).status !== 200)
        await new Promise((resolve) => setTimeout(resolve, 50));
    await visibleIn(api);
    const times = [];
    for (let at = 0; at < rounds; at += 1) times.push(await visibleIn(api));
    return times;
  } finally {
    for (const worker of workers) await worker.stop();
    await api.stop();
  }
};

export const run = async ({ databaseUrl, rounds }) => {
  const cluster = await startKafka();
  const kafka = openKafka({ brokers: cluster.brokers, clientId: 'bench', log: () => undefined });
  const found = { read: [], relay: [], raw: [], topics: [], log: [], ratio: [] };
  try {
    const make = copies(databaseUrl);
    const empty = await make.fresh();
    const large = await make.fresh();
    const events = await fill(databaseUrl, EVENTS);
    for (let round = 0; round < rounds; round += 1) {
      const one = await make.fresh();
      const other = await make.fresh();
      const prefix = `bench${round}`;
      const platform = await openPlatform({ databaseUrl: one.url, lines });
      const reading = await seconds(async () => {
        for (let after = 0; ;) {
          const slice = (await platform.feed.read(after, BATCH)).events;
          if (slice.length === 0) return;
          after = slice.at(-1).position;
        }
      });
      found.read.push(events / reading);
      const relay = relayOf(platform, kafka, prefix);
      found.relay.push(events / (await seconds(relay.publishAll)));
      await relay.close();
      const topics = topicsOf(lines, { prefix, replicas: 1 }).map(({ name }) => name);
      found.raw.push(await consumeRaw(cluster.brokers, topics, events));
      const overTopics = events / (await projectFromTopics(platform, kafka, prefix));
      await platform.close();
      const plain = await openPlatform({ databaseUrl: other.url, lines });
      const overLog = events / (await seconds(() => plain.projector.catchUp()));
      await plain.close();
      found.topics.push(overTopics);
      found.log.push(overLog);
      found.ratio.push(overTopics / overLog);
      await one.drop();
      await other.drop();
    }
    const times = await visible(empty.url, cluster.brokers, 'visible', rounds);
    await empty.drop();
    const recovered = await recover(large, cluster, kafka);
    return {
      metrics: {
        feed_read_per_s: figure(found.read, 'events/s'),
        relay_events_per_s: figure(found.relay, 'events/s'),
        consume_raw_per_s: figure(found.raw, 'events/s'),
        project_log_per_s: figure(found.log, 'events/s'),
        project_kafka_per_s: figure(found.topics, 'events/s'),
        project_kafka_vs_log: figure(found.ratio, 'ratio'),
        visible_p95_ms: figure(times, 'ms'),
        recover_s: figure([recovered], 's'),
      },
    };
  } finally {
    await cluster.stop();
  }
};

/** The cluster has lost everything: publishes the log again, rebuilds the figures, and lets projectors come to its end. */
const recover = async (database, cluster, kafka) => {
  const events = await fill(database.url, RECOVER);
  const platform = await openPlatform({ databaseUrl: database.url, lines });
  const prefix = 'recover';
  const topics = topicsOf(lines, { prefix, replicas: 1 });
  await platform.projections.feedFromTopics(LEDGER_VIEW, partitionsOf(topics));
  await cluster.wipe();
  const took = await seconds(async () => {
    const relay = relayOf(platform, kafka, prefix);
    await relay.publishAll();
    await relay.close();
    await rebuild(platform.pool, rebuildTask({ catchUp: async () => undefined }));
    await projectFromTopics(platform, kafka, prefix);
  });
  if ((await platform.relayProgress.stand()).position < events) throw new Error('not everything was published again');
  await platform.close();
  await database.drop();
  return took;
};
