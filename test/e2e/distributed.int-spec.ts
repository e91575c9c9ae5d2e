import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Deployment, type Service } from '../support/distributed.js';
import { insist } from '../support/insist.js';
import { describeWithKafka, freshPrefix, kafkaBrokers } from '../support/kafka.js';
import { type FreshDatabase, freshDatabase } from '../support/services.js';
import { EventSource } from './event-source.js';

const BUREAU = '430922';
const OFFICES = ['43092201', '43092202', '43092203'] as const;
const office = (code: string) => ({
  code,
  parent: code === BUREAU ? null : BUREAU,
  bureau: BUREAU,
  name: code,
  kind: code === BUREAU ? 'bureau' : 'justice-office',
  validFrom: '2000-01-01',
  validTo: null,
  successor: null,
});
const figureAt = `/v1/indicators?bureau=${BUREAU}&period=2023&codes=CC-25-screenings`;

describeWithKafka('an API and workers with Kafka between them', () => {
  let database: FreshDatabase;
  let deployment: Deployment;
  let api: Service;
  let relay: Service;
  let projectors: readonly Service[];

  beforeAll(async () => {
    database = await freshDatabase();
    deployment = new Deployment({ databaseUrl: database.url, brokers: kafkaBrokers(), prefix: freshPrefix() });
    api = await deployment.api();
    relay = await deployment.worker('relay', 'relay,scheduler');
    projectors = [
      await deployment.worker('projector-1', 'projector'),
      await deployment.worker('projector-2', 'projector'),
    ];
    for (const service of [api, relay, ...projectors]) await service.ready();
    const offices = [BUREAU, ...OFFICES].map(office);
    const saved = await call('PUT', '/v1/offices', { offices });
    expect(saved.status).toBe(200);
  }, 120_000);
  afterAll(async () => {
    await deployment.stop();
    await database.drop();
  });

  const call = async (method: string, path: string, body?: object): Promise<Response> =>
    (await insist(
      { address: api.address, token: (path: string) => deployment.token(path) },
      {
        method,
        path,
        key: randomUUID(),
        ...(body === undefined ? {} : { body }),
      },
    )) as Response;
  const screen = async (at: number): Promise<number> => {
    const data = { heldOn: '2023-06-15', scope: 'corrections', screenedCount: 3, keyPersonsFound: [] };
    const response = await call('POST', `/v1/corrections/screening/${randomUUID()}/hold-safety-screening`, {
      office: OFFICES[at % 3],
      data,
    });
    const answer = (await response.json()) as { position: number };
    expect(response.status).toBe(201);
    return answer.position;
  };
  const figure = async (position: number): Promise<{ value: string | null; freshness: { position: number } }> => {
    for (let tries = 0; ; tries += 1) {
      const response = await call('GET', `${figureAt}&min-position=${position}`);
      const answer = (await response.json()) as {
        values: readonly { value: string | null }[];
        freshness: { position: number };
      };
      if (response.status === 200) return { value: answer.values[0]?.value ?? null, freshness: answer.freshness };
      expect(response.status).toBe(202);
      if (tries > 20) throw new Error(`never visible: ${deployment.log}`);
    }
  };

  it('shows what was recorded, and tells who listens', async () => {
    const source = await EventSource.open(`${api.address}/v1/live`, await deployment.token());
    let position = 0;
    for (let at = 0; at < 30; at += 1) position = await screen(at);
    const { value, freshness } = await figure(position);
    expect(value).toBe('30');
    expect(freshness.position).toBeGreaterThanOrEqual(position);
    await source.until(() => (source.lastId ?? 0) >= position && source.messages.length > 0);
    await source.close();
  }, 60_000);

  it('keeps figures exact when a projector leaves in the middle, and ends it with nothing undone', async () => {
    let position = 0;
    for (let at = 0; at < 10; at += 1) position = await screen(at);
    expect(await projectors[0]?.stop()).toBe(0);
    for (let at = 0; at < 10; at += 1) position = await screen(at);
    expect((await figure(position)).value).toBe('50');
    const pool = new pg.Client({ connectionString: database.url });
    await pool.connect();
    const { rows } = await pool.query<{ parked: string; behind: string }>(
      `select (select count(*) from ledger.parked) as parked,
              (select max(position) from es.event) - ledger.projected_to((select generation from ledger.live)) as behind`,
    );
    await pool.end();
    expect(rows[0]).toEqual({ parked: '0', behind: '0' });
  }, 60_000);

  it('tells Prometheus how it stands', async () => {
    const metrics = await relay.metrics();
    expect(metrics.get('taizhang_relay_leader')).toBe(1);
    expect(metrics.get('taizhang_relay_lag_events')).toBe(0);
    expect(metrics.get('taizhang_parked_streams')).toBe(0);
  });

  it('goes back to one process and forth again, and no figure moves', async () => {
    for (const service of [...projectors, relay, api]) await service.stop();
    const alone = await deployment.api('alone', { KAFKA_BROKERS: '', PROJECTOR: 'on' });
    await alone.ready();
    const distributed = api;
    api = alone;
    expect((await figure(0)).value).toBe('50');
    expect((await figure(await screen(0))).value).toBe('51');
    await alone.stop();
    api = distributed;
    for (const service of [relay, ...projectors, api]) await service.start();
    for (const service of [relay, ...projectors, api]) await service.ready();
    expect((await figure(0)).value).toBe('51');
    expect((await figure(await screen(1))).value).toBe('52');
  }, 120_000);
});
