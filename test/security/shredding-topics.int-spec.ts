import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import kafkajs from 'kafkajs';
import pg from 'pg';
import type { KafkaCluster } from '../../infra/kafka/cluster.mjs';
import { BUREAU, OFFICE, OFFICES } from '../e2e/api-world.js';
import { WRAPPED_KEY, filesIn, hitsIn, markedPerson, marksOf, textOf } from '../support/canaries.js';
import { Deployment, type Service } from '../support/distributed.js';
import { type LaunchedServer, launchEmbedded, temporaryFolder } from '../support/embedded-server.js';
import { insist } from '../support/insist.js';
import { describeWithKafka, freshPrefix } from '../support/kafka.js';

const SUBJECTS = process.env['SECURITY'] === 'long' ? 100 : 6;
jest.setTimeout(600_000);

/** Everything in every topic, as a consumer reads it: a broker may keep it compressed. */
const readTopics = async (brokers: readonly string[]): Promise<readonly string[]> => {
  const kafka = new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  const ends = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
  await admin.disconnect();
  let left = ends.flat().reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  const texts: string[] = [];
  const consumer = kafka.consumer({ groupId: freshPrefix() });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise<void>((resolve, fail) => {
    consumer
      .run({
        eachMessage: async ({ message }) => {
          texts.push(JSON.stringify(message.headers), String(message.key), String(message.value));
          left -= 1;
          if (left === 0) resolve();
        },
      })
      .catch(fail);
  });
  await consumer.disconnect();
  return texts;
};

describeWithKafka('persons in the distributed form', () => {
  const folder = temporaryFolder();
  const [dataDir, brokerDir, written] = ['data', 'broker', 'written'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  let server: LaunchedServer;
  let cluster: KafkaCluster;
  let deployment: Deployment;
  let api: Service;

  beforeAll(async () => {
    const { startKafka } = await import('../../infra/kafka/cluster.mjs');
    mkdirSync(written);
    [server, cluster] = await Promise.all([launchEmbedded(dataDir), startKafka({ dataDir: brokerDir })]);
    deployment = new Deployment({
      ...{ databaseUrl: server.url, brokers: cluster.brokers, prefix: freshPrefix() },
      supervised: true,
    });
    api = await deployment.api();
    const worker = await deployment.worker('worker', 'relay,projector,scheduler');
    for (const service of [api, worker]) await service.ready();
  });
  afterAll(async () => {
    await deployment.stop();
    await cluster.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const call = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const asked = { method, path, key: randomUUID(), ...(body === undefined ? {} : { body }) };
    const answer = await insist({ address: api.address, token: deployment.token }, asked);
    const text = (await answer?.text()) ?? '';
    if (answer?.ok !== true) throw new Error(`${method} ${path}: ${answer?.status} ${text}`);
    return JSON.parse(text) as Answer;
  };

  it(`${SUBJECTS} persons leave nothing in clear, nor any key, with the brokers`, async () => {
    await call('PUT', '/v1/offices', { offices: OFFICES });
    const people = Array.from({ length: SUBJECTS }, (_, at) => markedPerson(at));
    const refs: string[] = [];
    let position = 0;
    for (const [at, person] of people.entries()) {
      const asked = { bureau: BUREAU, ...person, idType: 'passport', sex: 'female', birthDate: '1980-01-02' };
      const { personRef } = await call<{ personRef: string }>('POST', '/v1/persons', asked);
      refs.push(personRef);
      const data = { personRef, sourceKind: 'prison', releasedOn: '2023-03-01', certificateNo: `Z-${at}` };
      const path = `/v1/aftercare/case/${randomUUID()}/record-release`;
      ({ position } = await call<{ position: number }>('POST', path, { office: OFFICE, data }));
      await call('GET', `/v1/persons?q=${encodeURIComponent(person.name)}&bureau=${BUREAU}`);
    }
    // Visible in a figure: it went through the brokers and came back.
    const figure = `/v1/indicators?bureau=${BUREAU}&period=2023&min-position=${position}`;
    const end = performance.now() + 120_000;
    while ((await call<{ values?: object }>('GET', figure)).values === undefined)
      if (performance.now() > end) throw new Error(`never visible: ${deployment.log}`);

    const texts = await readTopics(cluster.brokers);
    for (const ref of refs) expect(texts.some((text) => text.includes(ref))).toBe(true);
    writeFileSync(join(written, 'topics.txt'), texts.join('\n'));
    writeFileSync(join(written, 'log.txt'), deployment.log);
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('checkpoint');
    await client.end();

    const marks = marksOf(people);
    // Indexes are laid out ahead and hold offsets.
    const carried = [written, brokerDir].flatMap(filesIn).filter((file) => !/\.(time)?index$/.test(file));
    const { hits, bytes } = await hitsIn([...carried, ...filesIn(dataDir)], marks);
    expect(hits).toEqual([]);
    // Neither is there anything that a key could open later: no key, however wrapped, leaves the database.
    expect(carried.filter((file) => textOf(file).match(WRAPPED_KEY) !== null)).toEqual([]);
    // The search is not blind.
    writeFileSync(join(written, 'planted.txt'), `${texts.join('\n')}${people[0]?.name}`);
    expect((await hitsIn(filesIn(written), marks)).hits).toHaveLength(1);
    process.stdout.write(
      `shredding with Kafka: ${SUBJECTS} subjects, ${marks.length} marks, ${texts.length / 3} messages of all topics, ${bytes} bytes searched: ${hits.length} hits in clear\n`,
    );
  });
});
