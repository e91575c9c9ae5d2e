import { Seeded } from '../../simulation/seeded.js';
import { Deployment, type Service } from '../../support/distributed.js';
import { describeWithKafka, freshPrefix, kafkaBrokers } from '../../support/kafka.js';
import { type FreshDatabase, freshDatabase } from '../../support/services.js';
import { Clerks, SOUND, judge, much, saveOffices, say, settle, spread } from './campaign.js';

const KILLS = Number(process.env['KILLS'] ?? much(9, 100));

describeWithKafka('kill -9 of API, relay and projector while clerks record', () => {
  let database: FreshDatabase;
  let deployment: Deployment;

  beforeAll(async () => {
    database = await freshDatabase();
    deployment = new Deployment({
      databaseUrl: database.url,
      brokers: kafkaBrokers(),
      prefix: freshPrefix(),
      supervised: true,
      env: { KAFKA_SESSION_MS: '3000' },
    });
  });
  afterAll(async () => {
    await deployment.stop();
    await database.drop();
  });

  it(`loses no acknowledged event and counts none twice, over ${KILLS} kills`, async () => {
    const api = await deployment.api();
    const relays = [await deployment.worker('relay-1', 'relay'), await deployment.worker('relay-2', 'relay')];
    const projectors = [
      await deployment.worker('projector-1', 'projector'),
      await deployment.worker('projector-2', 'projector'),
    ];
    for (const service of [api, ...relays, ...projectors]) await service.ready();
    await saveOffices(deployment, api);
    const clerks = new Clerks(deployment, api);
    const random = new Seeded(Number(process.env['KILL_SEED'] ?? 1));
    const restarts: number[] = [];
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100 + random.below(400)));
        const victim = random.pick<Service>([api, ...relays, ...projectors]);
        const began = performance.now();
        await victim.kill();
        await victim.ready();
        restarts.push(performance.now() - began);
      }
    } finally {
      await clerks.stop();
    }
    const drained = await settle(database.url);
    const verdict = await judge(database.url, clerks.acknowledged);
    expect(clerks.refusals).toEqual([]);
    expect(clerks.acknowledged.length).toBeGreaterThan(KILLS);
    expect(new Set(clerks.acknowledged).size).toBe(clerks.acknowledged.length);
    expect(verdict).toMatchObject(SOUND);
    say(
      `kill -9, distributed: ${KILLS} kills, ${clerks.acknowledged.length} acknowledged, 0 lost, 0 doubled; ready again ${spread(restarts)}; figures at the end of the log after ${Math.round(drained)} ms`,
    );
  }, 1_800_000);

  it('would notice an acknowledged event that is not there', async () => {
    const verdict = await judge(database.url, ['00000000-0000-0000-0000-000000000000']);
    expect(verdict.lost).toHaveLength(1);
  });
});
