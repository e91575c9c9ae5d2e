import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveAgain } from '#adapters/platform/derive-again.js';
import { aloneRebuilding } from '#adapters/postgres/ledger/generation.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { mediation } from '#lines/mediation/index.js';
import { notary } from '../support/notary.js';
import { freshDatabase } from '../support/services.js';
import { ApiWorld, BUREAU, type Person, matter } from './api-world.js';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let world: ApiWorld;
beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'taizhang-rules-'));
  world = await ApiWorld.open([notary, mediation], { place: { url: database.url, folder } });
});
afterAll(async () => {
  await world.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const get = async (path: string, as: Person = 'keeper') => (await world.call('GET', path, { as })).body;
const put = (year: number, body: object, as: Person = 'keeper') =>
  world.call('PUT', `/v1/calendars/${year}`, { as, body });

it('code tables are told with their official Chinese, and terms with the day they hold from', async () => {
  const { lines } = await get('/v1/code-tables');
  expect(lines.map(({ title }: { title: string }) => title)).toEqual(['notary', '人民调解', '各业务通用']);
  expect(lines[2].tables[0].title).toBe('更正事由');
  const kinds = lines[1].tables.find(({ title }: { title: string }) => title === '纠纷类型');
  expect(kinds).toMatchObject({ name: 'mediation.dispute-kind', origin: 'form', source: '人民调解案件统计表' });
  expect(kinds.values[0]).toEqual({ value: 'marriage-family', title: '婚姻家庭纠纷' });
  const rules = await get('/v1/deadline-rules', 'reader');
  expect(rules.lines[0].deadlines).toMatchObject([
    { code: 'NT-D01', versions: [{ days: 15, count: 'working-days', rolls: false }] },
  ]);
  expect((await world.call('GET', '/v1/code-tables', { as: 'guard' })).status).toBe(403);
});

describe('the calendar of a year', () => {
  const notice = {
    source: '国务院办公厅关于2019年部分节假日安排的通知',
    daysOff: ['2019-12-25', '2019-12-26'],
    daysWorked: ['2019-12-28'],
  };
  const dueOn = async (): Promise<readonly string[]> => {
    await world.platform.projector.catchUp();
    const { rows } = (await world.call('GET', `/v1/deadlines?bureau=${BUREAU}&dueBy=2020-12-31`)).body;
    return rows.map((item: { dueOn: string; provisional: boolean }) => `${item.dueOn} ${item.provisional}`);
  };

  it('comes in with its notice, and whatever runs is counted by it, in every process', async () => {
    // Seven of the fifteen working days lie in a year that no notice tells of.
    await world.command('accept-matter', randomUUID(), matter('K-1', { acceptedOn: '2019-12-20' }));
    expect(await dueOn()).toEqual(['2020-01-13 true']);
    const beside = await openPlatform({ databaseUrl: database.url, lines: [notary, mediation] });
    try {
      expect((await put(2019, notice)).status).toBe(201);
      expect(await dueOn()).toEqual(['2020-01-14 false']);
      expect(beside.calendar().knows('2019-01-01')).toBe(false);
      await beside.definitions.refresh();
      expect(beside.calendar().knows('2019-01-01')).toBe(true);
      // What is recorded from now on is counted so too, and rebuilding changes nothing of it.
      await world.command('accept-matter', randomUUID(), matter('K-2', { acceptedOn: '2019-12-19' }));
      await beside.projector.catchUp();
      expect(await dueOn()).toEqual(['2020-01-13 false', '2020-01-14 false']);
      expect((await deriveAgain(beside)).differences).toEqual([]);
    } finally {
      await beside.close();
    }
  });

  it('is kept once, and a new version beside the old', async () => {
    const same = await put(2019, { ...notice, daysOff: [...notice.daysOff].reverse() });
    expect([same.status, same.body.version]).toEqual([200, 1]);
    // While the rows are being derived again for another reason the caller is told to come back; then it is made good.
    const amended = { ...notice, daysWorked: [] };
    const busy = await aloneRebuilding(world.platform.pool, () => put(2019, amended));
    expect([busy.status, busy.body.code]).toEqual([503, 'too-busy']);
    expect(await dueOn()).toEqual(['2020-01-13 false', '2020-01-14 false']);
    const again = await put(2019, amended);
    expect([again.status, again.body.version]).toEqual([200, 2]);
    expect(await dueOn()).toEqual(['2020-01-14 false', '2020-01-15 false']);
    const { years } = await get('/v1/calendars', 'reader');
    expect(years.slice(-3).map(({ year, version }: { year: number; version: number }) => [year, version])).toEqual([
      [2020, 1],
      [2019, 2],
      [2019, 1],
    ]);
  });

  it('is refused where a day is no text', async () => {
    const wrong = await put(2028, { source: '通知', daysOff: ['2028-01-01'], daysWorked: [['x'], 5] });
    expect([wrong.status, wrong.body.details]).toMatchObject([400, [{ at: 'daysWorked', code: 'not-text' }]]);
  });

  it('is refused with every day that is wrong, and from whoever has no such post', async () => {
    const wrong = await put(2028, { source: '通知', daysOff: ['2027-12-31'], daysWorked: ['2028-01-03'] });
    expect([wrong.status, wrong.body.details]).toMatchObject([
      400,
      [
        { at: 'daysOff[0]', code: 'not-a-date' },
        { at: 'daysWorked[0]', code: 'not-a-day-off' },
      ],
    ]);
    expect((await put(2028, notice, 'supervisor')).status).toBe(403);
    expect((await get('/v1/calendars')).years[0].year).toBe(2026);
  });
});
