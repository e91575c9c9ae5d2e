import kafkajs from 'kafkajs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKafka } from '#adapters/kafka/index.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { rebuild } from '#adapters/postgres/ledger/rebuild.js';
import { PostgresRollUpLedger } from '#adapters/postgres/roll-up/roll-up-ledger.js';
import { balancesRole } from '#adapters/worker/balances-role.js';
import type { Role } from '#adapters/worker/role.js';
import { rollUpRole } from '#adapters/worker/roll-up-role.js';
import { FactPoster } from '#application/post-facts.js';
import type { SumTerm } from '#application/ports/ledger.js';
import { provinceTable } from '#application/province-table.js';
import { Projector } from '#application/run-view.js';
import { exact } from '#kernel/money.js';
import { fiscalYear } from '#kernel/period.js';
import { describeWithKafka, freshPrefix, kafkaBrokers } from '../support/kafka.js';
import { notary } from '../support/notary.js';
import { notaryLog, writeLog } from '../support/notary-log.js';
import { freshDatabase } from '../support/services.js';
import { PROJECT, runCli } from './run-cli.js';

jest.setTimeout(180_000);

type OpenPlatform = Awaited<ReturnType<typeof openPlatform>>;
const YEAR = fiscalYear(2023);
const COUNTIES = ['430922', '430181'] as const;
const quiet = () => undefined;

describeWithKafka('a province adds up its counties', () => {
  const undo: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  const database = async (): Promise<string> => {
    const { url, drop } = await freshDatabase();
    undo.push(drop);
    return url;
  };
  const open = async (): Promise<OpenPlatform> => {
    const platform = await openPlatform({ databaseUrl: await database(), lines: [notary] });
    undo.push(() => platform.close());
    return platform;
  };
  const start = (role: Role): void => {
    role.start();
    undo.push(() => role.stop());
  };
  const kafka = () => openKafka({ brokers: kafkaBrokers(), clientId: 'test', log: quiet });
  const publish = (platform: Pick<OpenPlatform, 'pool' | 'leases'>, prefix: string): void =>
    start(balancesRole(platform, kafka(), { prefix, replicas: 1, holder: 'test', log: quiet, term: 1500 }));
  const gather = (platform: Pick<OpenPlatform, 'pool'>, topics: readonly string[]): void => {
    const onDead = (reason: string): never => {
      throw new Error(reason);
    };
    start(rollUpRole(platform, kafka(), { prefix: freshPrefix(), replicas: 1, topics, log: quiet, onDead }));
  };
  const deleteTopic = async (name: string): Promise<void> => {
    const client = new kafkajs.Kafka({ brokers: [...kafkaBrokers()], logLevel: kafkajs.logLevel.NOTHING });
    const admin = client.admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [name] });
    await admin.disconnect();
  };

  const measures = [...notary.measures].sort((a, b) => (a.code < b.code ? -1 : 1));
  const terms: readonly SumTerm[] = measures.map(({ code, kind }) =>
    kind === 'stock' ? { measure: code, mode: 'stock', to: YEAR.to } : { measure: code, mode: kind, ...YEAR },
  );
  /** What the ledgers of the counties say, added up; each with every office that has postings. */
  const addedUp = async (counties: readonly OpenPlatform[]): Promise<readonly string[]> => {
    const sheets = await Promise.all(
      counties.map(async ({ pool, ledger }, at) => {
        const { rows } = await pool.query<{ generation: number }>('select generation from ledger.live');
        const offices = await pool.query<{ office: string }>(
          `select distinct office from ledger_g${rows[0]?.generation}.account`,
        );
        return ledger.sums(
          { bureau: COUNTIES[at] as string, offices: offices.rows.map(({ office }) => office) },
          terms,
        );
      }),
    );
    return terms.map((_, at) => sheets.reduce((sum, sheet) => sum.plus(sheet[at] ?? 0), exact(0)).toFixed());
  };
  const ofProvince = async (province: OpenPlatform): Promise<readonly string[]> => {
    const figures = new PostgresRollUpLedger(province.pool);
    const table = await provinceTable(figures, province.registry, { period: YEAR, by: 'province' });
    return measures.map(({ code }) => table.measures.find(({ measure }) => measure === code)?.amounts['430000'] ?? '0');
  };
  const comesTo = async (province: OpenPlatform, expected: readonly string[]): Promise<void> => {
    const end = performance.now() + 60_000;
    for (;;) {
      const found = await ofProvince(province);
      if (JSON.stringify(found) === JSON.stringify(expected) || performance.now() > end)
        return expect(found).toEqual(expected);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  it.each([
    ['each through a topic of its own', true],
    ['all through one topic', false],
  ])('%s: after a correction, a rebuild and the loss of a topic', async (_, apart) => {
    const counties = [await open(), await open()];
    const province = await open();
    const shared = freshPrefix();
    const prefixes = apart ? [freshPrefix(), freshPrefix()] : [shared, shared];
    const logs = COUNTIES.map((bureau) => notaryLog(70, bureau));
    const record = async (from: number, to: number): Promise<void> => {
      for (const [at, county] of counties.entries()) {
        await writeLog(county.pool, (logs[at] ?? []).slice(from, to));
        await county.projector.catchUp();
      }
    };
    await record(0, 120);
    for (const [at, county] of counties.entries()) publish(county, prefixes[at] as string);
    gather(province, [...new Set(prefixes.map((prefix) => `${prefix}.balances.v1`))]);
    const first = await addedUp(counties);
    expect(first.filter((sum) => sum !== '0').length).toBeGreaterThan(3);
    await comesTo(province, first);

    // What follows goes on with the same matters; the end of the log moves, issues, corrects and voids.
    await record(120, 220);
    const second = await addedUp(counties);
    expect(second).not.toEqual(first);
    await comesTo(province, second);

    const [county] = counties as [OpenPlatform];
    const { pool, registry, calendar, store, feed } = county;
    await rebuild(pool, {
      measures: [...registry.measures.values()],
      fold: (sink, history) => new FactPoster(registry, calendar(), history, sink),
      catchUp: (projections) => new Projector({ store, feed, projections, registry, calendar }).catchUp(),
    });
    await record(220, 260);
    await comesTo(province, await addedUp(counties));
    const { rows } = await province.pool.query('select distinct source, generation from rollup.balance');
    expect(rows).toHaveLength(2);

    await deleteTopic(`${prefixes[0]}.balances.v1`);
    await record(260, 10_000);
    const last = await addedUp(counties);
    expect(last).not.toEqual(second);
    await comesTo(province, last);

    // Whoever begins to read now sees the same.
    const late = await open();
    gather(late, [...new Set(prefixes.map((prefix) => `${prefix}.balances.v1`))]);
    await comesTo(late, last);
  });

  it('prints the year of two counties of one city as one sheet', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'province-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    interface Value {
      readonly code: string;
      readonly value: string | null;
      readonly numerator?: string;
    }
    const env = async () => ({ DATABASE_URL: await database(), KEY_FILE: join(folder, 'person.key') });
    const json = async <Answer>(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<Answer> => {
      const { code, out, err } = await runCli([...args, '--json'], environment);
      expect([code, err]).toEqual([0, expect.any(String)]);
      return JSON.parse(out) as Answer;
    };
    const cases = [
      ['430922', 'taojiang-2023-corrections'],
      ['430902', 'ziyang-2022-corrections'],
    ] as const;
    const province = { env: await env(), platform: await open() };
    const { platform } = province;
    const topics: string[] = [];
    const sheets = new Map<string, readonly Value[]>();
    for (const [bureau, name] of cases) {
      const environment = await env();
      await json(environment, 'simulate', '--case', join(PROJECT, `cases/${name}.json`), '--bureau', bureau);
      const sheet = await json<{ indicators: readonly Value[] }>(
        environment,
        'indicators',
        '--bureau',
        bureau,
        '--year',
        '2023',
      );
      sheets.set(bureau, sheet.indicators);
      const county = await openPlatform({ databaseUrl: environment.DATABASE_URL, lines: [] });
      undo.push(() => county.close());
      const prefix = freshPrefix();
      publish(county, prefix);
      topics.push(`${prefix}.balances.v1`);
    }
    gather(platform, topics);
    const figures = new PostgresRollUpLedger(platform.pool);
    for (const end = performance.now() + 60_000; performance.now() < end;) {
      const sources = await figures.sources();
      if (sources.length === 2 && sources.every(({ awaited }) => !awaited)) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { rows } = await platform.pool.query<{ name: string }>('select current_database() as name');
    const url = new URL(province.env.DATABASE_URL);
    url.pathname = `/${rows[0]?.name}`;
    const environment = { ...province.env, DATABASE_URL: url.href };
    interface Sheet {
      readonly areas: readonly { readonly code: string }[];
      readonly indicators: readonly { readonly area: string; readonly values: readonly Value[] }[];
      readonly untold: readonly { readonly code: string }[];
      readonly measures: readonly { readonly measure: string; readonly name: string; readonly unit: string }[];
    }
    const bureaus = await json<Sheet>(environment, 'province', '--year', '2023', '--by', 'bureau');
    expect(bureaus.areas.map(({ code }) => code)).toEqual(['430902', '430922']);
    const untold = new Set(bureaus.untold.map(({ code }) => code));
    for (const { area, values } of bureaus.indicators)
      expect(values).toMatchObject((sheets.get(area) ?? []).filter(({ code }) => !untold.has(code)) as Value[]);
    expect(bureaus.indicators[0]?.values.length).toBeGreaterThan(20);

    const city = await json<Sheet>(environment, 'province', '--year', '2023', '--by', 'city');
    expect(city.indicators.map(({ area }) => area)).toEqual(['430900']);
    for (const { code, value, numerator } of city.indicators[0]?.values ?? []) {
      const parts = [...sheets.values()].map((sheet) => sheet.find((own) => own.code === code));
      const added = (read: (own: Value | undefined) => string | null | undefined): string =>
        parts.reduce((sum, own) => sum.plus(read(own) ?? 0), exact(0)).toFixed();
      if (numerator === undefined) expect([code, value ?? '0']).toEqual([code, added((own) => own?.value)]);
      else expect([code, numerator]).toEqual([code, added((own) => own?.numerator)]);
    }
    expect(city.measures.every(({ measure, name }) => measure !== name)).toBe(true);
    const unitOf = (code: string) => city.measures.find(({ measure }) => measure === code)?.unit;
    // Comings are counted, not persons; who stands in the register stands there once.
    expect([unitOf('corrections.received'), unitOf('corrections.in-register')]).toEqual(['人次', '人']);

    const { out, code } = await runCli(['province', '--year', '2023'], environment);
    expect(code).toBe(0);
    expect(out).toContain('须由县级统计的指标');
    const refused = await runCli(['province', '--period', '2023-01-01..2023-12-06'], environment);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('whole months')]);
  });
});
