import { Deployment, type Service } from '../../support/distributed.js';
import { describeWithKafka, freshPrefix, kafkaBrokers } from '../../support/kafka.js';
import { type FreshDatabase, freshDatabase } from '../../support/services.js';
import { Clerks, SOUND, judge, much, saveOffices, say, settle } from './campaign.js';

const REBALANCES = much(6, 50);
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describeWithKafka('projectors that come and go', () => {
  let database: FreshDatabase;
  let deployment: Deployment;
  let api: Service;

  beforeAll(async () => {
    database = await freshDatabase();
    deployment = new Deployment({
      databaseUrl: database.url,
      brokers: kafkaBrokers(),
      prefix: freshPrefix(),
      env: { KAFKA_SESSION_MS: '3000' },
    });
    api = await deployment.api();
    await (await deployment.worker('relay', 'relay')).ready();
    await saveOffices(deployment, api);
  }, 120_000);
  afterAll(async () => {
    await deployment.stop();
    await database.drop();
  });

  it(`keeps every stream in order and counts nothing twice over ${REBALANCES} forced rebalances`, async () => {
    const workers: Service[] = [];
    for (let at = 1; at <= 3; at += 1) workers.push(await deployment.worker(`projector-${at}`, 'projector'));
    for (const worker of workers) await worker.ready();
    const clerks = new Clerks(deployment, api, 2);
    let gaps = 0;
    let repeats = 0;
    let zombies = 0;
    const count = async (worker: Service): Promise<void> => {
      const metrics = await worker.metrics();
      gaps += metrics.get('taizhang_stream_gaps_total') ?? 0;
      repeats += metrics.get('taizhang_consumer_repeats_total') ?? 0;
    };
    try {
      for (let done = 0; done < REBALANCES;) {
        const worker = workers[done % 3] as Service;
        if (done % 5 === 4) {
          // A zombie: it sleeps until the others have taken its share, then wakes and goes on as if nothing had been.
          await worker.kill('SIGSTOP');
          await pause(4500);
          await worker.kill('SIGCONT');
          await pause(500);
          zombies += 1;
          done += 2;
        } else {
          await count(worker);
          expect(await worker.stop()).toBe(0);
          await worker.start();
          await worker.ready();
          done += 2;
        }
      }
    } finally {
      await clerks.stop();
    }
    await settle(database.url);
    for (const worker of workers) await count(worker);
    const verdict = await judge(database.url, clerks.acknowledged);
    expect(verdict).toMatchObject(SOUND);
    expect(gaps).toBe(0);
    say(
      `rebalances: ${REBALANCES} forced with 3 projectors (${zombies} by a process that slept through its session), ${clerks.acknowledged.length} events, 0 inversions, 0 doubled, ${repeats} records delivered again and passed over`,
    );
  }, 1_800_000);
});

describeWithKafka('a projector that is stuck', () => {
  let database: FreshDatabase;
  let deployment: Deployment;

  beforeAll(async () => {
    database = await freshDatabase();
    deployment = new Deployment({
      databaseUrl: database.url,
      brokers: kafkaBrokers(),
      prefix: freshPrefix(),
      env: { KAFKA_SESSION_MS: '30000' },
    });
  });
  afterAll(async () => {
    await deployment.stop();
    await database.drop();
  });

  it('holds up its own offices only, is seen in the lag, and catches up', async () => {
    const api = await deployment.api();
    const relay = await deployment.worker('relay', 'relay');
    const projectors = [
      await deployment.worker('projector-1', 'projector'),
      await deployment.worker('projector-2', 'projector'),
    ];
    for (const service of [relay, ...projectors]) await service.ready();
    await saveOffices(deployment, api);
    const clerks = new Clerks(deployment, api, 5);
    await pause(2000);
    const before = (await projectors[1]?.metrics())?.get('taizhang_consumer_events_total') ?? 0;
    await projectors[0]?.kill('SIGSTOP');
    await pause(much(6000, 20_000));
    const after = (await projectors[1]?.metrics())?.get('taizhang_consumer_events_total') ?? 0;
    const lag = (await relay.metrics()).get('taizhang_projector_lag_seconds') ?? 0;
    const answer = (await (await fetch(`${api.address}/health/ready`)).json()) as { freshness: { stale: boolean } };
    await projectors[0]?.kill('SIGCONT');
    await clerks.stop();
    const drained = await settle(database.url);
    expect(after).toBeGreaterThan(before);
    expect(lag).toBeGreaterThan(4);
    expect(answer.freshness.stale).toBe(true);
    expect(await judge(database.url, clerks.acknowledged)).toMatchObject(SOUND);
    say(
      `stuck projector: the other applied ${after - before} events meanwhile, the lag showed ${lag.toFixed(1)} s and stale; caught up ${Math.round(drained)} ms after it woke`,
    );
  }, 300_000);
});
