import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import type { KafkaCluster } from '../../../infra/kafka/cluster.mjs';
import { Deployment, type Service } from '../../support/distributed.js';
import { describeWithKafka, ownCluster } from '../../support/kafka.js';
import { type FreshDatabase, freshDatabase } from '../../support/services.js';
import { Clerks, SOUND, judge, much, saveOffices, say, settle, spread } from './campaign.js';

/** Seconds all brokers are down. */
const OUTAGE = much(6, 60);
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describeWithKafka('brokers that are not there', () => {
  let cluster: KafkaCluster;
  let database: FreshDatabase;
  let deployment: Deployment;
  let api: Service;
  let relay: Service;
  const recorded: string[] = [];

  beforeAll(async () => {
    cluster = await ownCluster();
    database = await freshDatabase();
    deployment = new Deployment({
      databaseUrl: database.url,
      brokers: cluster.brokers,
      prefix: 'faults',
      supervised: true,
      env: { KAFKA_SESSION_MS: '3000' },
    });
    api = await deployment.api();
    relay = await deployment.worker('relay', 'relay');
    for (const name of ['projector-1', 'projector-2']) await (await deployment.worker(name, 'projector')).ready();
    await relay.ready();
    await saveOffices(deployment, api);
  }, 120_000);
  afterAll(async () => {
    await deployment.stop();
    await cluster.stop();
    await database.drop();
  });

  /** Clerks work while something happens; then everything must come right again. Gives what they saw. */
  const during = async (fault: (clerks: Clerks) => Promise<void>): Promise<{ clerks: Clerks; drained: number }> => {
    const clerks = new Clerks(deployment, api, 5);
    try {
      await fault(clerks);
    } finally {
      await clerks.stop();
    }
    const drained = await settle(database.url);
    recorded.push(...clerks.acknowledged);
    expect(clerks.refusals).toEqual([]);
    expect(await judge(database.url, recorded)).toMatchObject(SOUND);
    return { clerks, drained };
  };

  const freshness = async (): Promise<{ position: number; head: number; lag: number; stale: boolean }> => {
    const answer = await fetch(`${api.address}/health/ready`);
    return ((await answer.json()) as { freshness: { position: number; head: number; lag: number; stale: boolean } })
      .freshness;
  };

  const watermark = async (): Promise<number> => {
    const pool = new pg.Client({ connectionString: database.url });
    await pool.connect();
    const { rows } = await pool.query<{ position: string }>(
      'select ledger.projected_to(generation) as position from ledger.live',
    );
    await pool.end();
    return Number(rows[0]?.position);
  };

  it('a broker killed and started again costs nothing but a moment', async () => {
    const { clerks, drained } = await during(async () => {
      await pause(1000);
      await cluster.nodes[0]?.kill();
      await cluster.start();
      await pause(1000);
    });
    say(
      `broker restarted: ${clerks.acknowledged.length} acknowledged, 0 failed, 0 lost, 0 doubled; answers ${spread(clerks.took)}; caught up after ${Math.round(drained)} ms`,
    );
  }, 300_000);

  it(`all brokers down for ${OUTAGE} s: clerks record on, figures say they are stale, and catch up`, async () => {
    let stale = { lag: 0, stale: false, head: 0, position: 0 };
    const { clerks, drained } = await during(async () => {
      await cluster.nodes[0]?.kill();
      await pause(OUTAGE * 1000);
      stale = await freshness();
      await cluster.start();
    });
    expect(stale.stale).toBe(true);
    expect(stale.head).toBeGreaterThan(stale.position);
    say(
      `brokers down ${OUTAGE} s: ${clerks.acknowledged.length} acknowledged, 0 failed, 0 lost, 0 doubled; answers ${spread(clerks.took)}; figures said ${stale.head - stale.position} events and ${Math.round(stale.lag / 1000)} s behind; caught up ${Math.round(drained)} ms after the clerks stopped`,
    );
  }, 600_000);

  it('all data of the brokers deleted: everything is published again, and no figure goes back', async () => {
    const before = await watermark();
    let lowest = Number.MAX_SAFE_INTEGER;
    let watching = true;
    const watch = (async () => {
      while (watching) {
        lowest = Math.min(lowest, await watermark());
        await pause(50);
      }
    })();
    const { clerks, drained } = await during(async () => {
      await pause(500);
      await cluster.wipe();
      await pause(1500);
    });
    watching = false;
    await watch;
    expect(lowest).toBeGreaterThanOrEqual(before);
    const pool = new pg.Client({ connectionString: database.url });
    await pool.connect();
    const { rows } = await pool.query<{ life: number; position: string }>('select life, position from relay.progress');
    await pool.end();
    expect(rows[0]?.life).toBeGreaterThan(1);
    say(
      `broker data deleted: ${clerks.acknowledged.length} acknowledged meanwhile, ${rows[0]?.position} positions published again, 0 lost, 0 doubled; caught up after ${Math.round(drained)} ms`,
    );
  }, 600_000);

  it('topics deleted under running brokers are made and filled again', async () => {
    const { drained } = await during(async () => {
      const admin = new Kafka({ brokers: [...cluster.brokers], logLevel: logLevel.NOTHING }).admin();
      await admin.connect();
      const topics = (await admin.listTopics()).filter((topic) => topic.startsWith('faults.'));
      await admin.deleteTopics({ topics });
      await admin.disconnect();
      await pause(3000);
    });
    say(`topics deleted: filled again, 0 lost, 0 doubled; caught up after ${Math.round(drained)} ms`);
  }, 600_000);
});
