import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freshDatabase } from '../support/services.js';
import { PROJECT, type Ran, runCli } from './run-cli.js';

jest.setTimeout(180_000);

const CASE = join(PROJECT, 'cases/taojiang-2023-corrections.json');
const WINDOW = ['--bureau', '430922', '--period', '2023-01-01..2023-12-06'];

let folder: string;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let environment: Record<string, string>;
const cli = (...args: string[]): Promise<Ran> => runCli(args, environment);
const json = async <Answer>(...args: string[]): Promise<Answer> => {
  const { code, out, err } = await cli(...args, '--json');
  expect([code, err]).toEqual([0, expect.any(String)]);
  return JSON.parse(out) as Answer;
};
/** Changes rows behind the back of everything that watches over them. */
const tamper = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ generation: number }>('select generation from ledger.live');
  await client.query("set session_replication_role = 'replica'");
  await client.query(sql.replaceAll('LIVE', `ledger_g${rows[0]?.generation}`));
  await client.end();
};
interface Sheet {
  position: number;
  indicators: { code: string; value: string | null; printed: string; name: string }[];
}
const valueOf = (sheet: Sheet, code: string) => sheet.indicators.find((item) => item.code === code)?.value;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
  database = await freshDatabase();
  environment = { DATABASE_URL: database.url, KEY_FILE: join(folder, 'person.key') };
  const first = await json<{ stored: boolean; commands: number; position: number }>('simulate', '--case', CASE);
  expect(first).toMatchObject({ caseId: 'taojiang-2023-corrections', bureau: '430922', seed: '1', stored: true });
  expect(first.position).toBe(first.commands);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('simulate', () => {
  it('loads nothing twice', async () => {
    const again = await json<{ stored: boolean; position: number }>('simulate', '--case', CASE);
    expect(again).toMatchObject({ stored: false });
    expect((await json<Sheet>('indicators', ...WINDOW)).position).toBe(again.position);
  });

  it('refuses another year over the one that is there', async () => {
    const { code, err } = await cli('simulate', '--case', CASE, '--seed', 'other');
    expect([code, err]).toEqual([1, expect.stringContaining('another simulation of this bureau and year is loaded')]);
  });

  it('refuses a case that breaks the schema, or counts what nobody knows, naming it', async () => {
    const file = JSON.parse(await readFile(CASE, 'utf8')) as Record<string, Record<string, unknown>>;
    const broken = join(folder, 'broken.json');
    await writeFile(broken, JSON.stringify({ ...file, surplus: 1 }));
    expect(await cli('simulate', '--case', broken)).toMatchObject({
      code: 1,
      err: expect.stringContaining('unknown key "surplus"'),
    });
    const corrections = {
      ...(file['activity']?.['corrections'] as object),
      sentByPost: { value: 1, unit: '人', assumed: false },
    };
    await writeFile(broken, JSON.stringify({ ...file, activity: { ...file['activity'], corrections } }));
    expect(await cli('simulate', '--case', broken)).toMatchObject({
      code: 1,
      err: expect.stringContaining('activity.corrections.sentByPost: unknown key'),
    });
    expect(await cli('simulate', '--case', join(folder, 'none.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('ENOENT'),
    });
  });
});

describe('indicators', () => {
  it('prints the figures, the same as JSON and as a table', async () => {
    const sheet = await json<Sheet>('indicators', ...WINDOW);
    expect([valueOf(sheet, 'CC-07'), valueOf(sheet, 'CC-01'), valueOf(sheet, 'CC-09-received')]).toEqual([
      '271',
      '268',
      '3402',
    ]);
    expect(sheet.indicators.find(({ code }) => code === 'CC-07')?.name).toBe('在册社区矫正对象');
    const { out } = await cli('indicators', ...WINDOW, '--indicator', 'CC-07,CC-32');
    expect(out).toMatch(/CC-07 +在册社区矫正对象 +271 人/);
    expect(out).toMatch(/CC-32 +人均经费 +\d+\.\d\d 元/);
  });

  it('narrows to an office, and to what was known at a position', async () => {
    const office = '430922003';
    type Evidence = { terms: { rows: { office: string }[] }[] };
    const { terms } = await json<Evidence>('evidence', '--indicator', 'CC-02', ...WINDOW);
    const there = terms[0]?.rows.filter((row) => row.office === office).length;
    const narrowed = await json<Sheet>('indicators', ...WINDOW, '--indicator', 'CC-02', '--office', office);
    expect(valueOf(narrowed, 'CC-02')).toBe(String(there));
    // The opening balance came with the first batch, and not much else.
    const early = await json<Sheet>('indicators', ...WINDOW, '--as-of', '500');
    expect(early.position).toBe(500);
    expect(Math.abs(Number(valueOf(early, 'CC-07')) - 284)).toBeLessThan(25);
    expect(Number(valueOf(early, 'CC-02'))).toBeLessThan(50);
  });

  it('says what is wrong with a call', async () => {
    const wrong = async (...args: string[]) => {
      const { code, err } = await cli('indicators', ...args);
      return [code, err.split('\n')[0]];
    };
    expect(await wrong('--bureau', '430922')).toEqual([2, '--year or --period is missing']);
    expect(await wrong('--year', '2023')).toEqual([2, '--bureau is missing']);
    expect(await wrong('--bureau', '430922', '--year', '2023', '--indicator', 'CC-99')).toEqual([
      2,
      'no indicator CC-99',
    ]);
    expect(await wrong('--bureau', '999999', '--year', '2023')).toEqual([1, '未找到 (not-found)']);
    expect((await wrong('--bureau', '430922', '--period', '2023-13'))[0]).toBe(1);
    expect((await wrong('--bureau', '430922', '--year', '2023', '--as-of', '99999999'))[0]).toBe(1);
  });
});

it('evidence names as many records as the figure says', async () => {
  type Evidence = { value: string; terms: { total: string; rows: { streamId: string; positions: number[] }[] }[] };
  for (const [code, count] of [
    ['CC-01d', 1],
    ['CC-02', 227],
    ['CC-07', 271],
  ] as const) {
    const { value, terms } = await json<Evidence>('evidence', '--indicator', code, ...WINDOW);
    expect([code, value, terms.length, terms[0]?.rows.length]).toEqual([code, String(count), 1, count]);
  }
});

it('findings finds that computed figures agree, but for the worker in service without a post', async () => {
  const { findings } = await json<{ findings: { code: string; rows: string[] }[] }>('findings', ...WINDOW);
  expect(findings.map(({ code }) => code)).toEqual(['count-exceeds-population']);
});

it('lists the streams that are set aside, which there are none of, and has none to take up', async () => {
  expect(await json('parked', 'list')).toEqual([]);
  expect(await json('parked', 'retry')).toEqual([]);
  expect(await cli('parked', 'retry', '--stream', '00000000-0000-0000-0000-000000000000')).toMatchObject({ code: 2 });
  expect(await cli('parked', 'drop')).toMatchObject({ code: 2 });
  expect(await cli('migrate')).toMatchObject({ code: 0, out: 'up to date\n' });
});

describe('verify and rebuild', () => {
  interface Verified {
    sound: boolean;
    streams: number;
    postings: number;
    differences: {
      office: string;
      period: string;
      measure: string;
      expected: string;
      found: string;
      records: object[];
    }[];
    balances: { office: string; month: string; measure: string; expected: string; found: string }[];
  }
  const verified = async (): Promise<readonly [number | null, Verified]> => {
    const { code, out } = await cli('verify', '--json');
    return [code, JSON.parse(out) as Verified];
  };

  it('finds nothing where nothing is wrong', async () => {
    const [code, found] = await verified();
    expect([code, found.sound, found.differences, found.balances]).toEqual([0, true, [], []]);
    expect(found.streams).toBeGreaterThan(700);
    expect(found.postings).toBeGreaterThan(10_000);
  });

  it('names a posting nobody can explain by office, period, measure and record, and a rebuild puts it right', async () => {
    await tamper(`insert into LIVE.posting select p.* from LIVE.posting p join LIVE.account a on a.id = p.account
      join ledger.measure m on m.id = a.measure_id
      where m.code = 'corrections.received' order by position limit 1`);
    const [code, found] = await verified();
    expect([code, found.sound, found.differences.length]).toEqual([1, false, 1]);
    const [difference] = found.differences;
    expect(difference).toMatchObject({
      measure: 'corrections.received',
      period: expect.stringMatching(/^2023-/),
      office: expect.stringMatching(/^430922\d{3}$/),
    });
    expect([Number(difference?.found) - Number(difference?.expected), difference?.records.length]).toEqual([1, 1]);
    // The balance was kept right by the rows there were; against the postings it is one short now.
    expect(found.balances).toMatchObject([{ measure: 'corrections.received', office: difference?.office }]);
    const { out } = await cli('verify');
    expect(out).toMatch(
      /posting: bureau 430922 office 430922\d{3} period 2023-\d\d measure corrections\.received: events give \d+, posted \d+\n {2}record [0-9a-f-]{36} case/,
    );
    expect((await cli('rebuild')).code).toBe(0);
    expect((await verified())[1]).toMatchObject({ sound: true, differences: [], balances: [] });
  });

  it('names a balance that is not the sum of its postings', async () => {
    await tamper(`update LIVE.balance set amount = amount + 5 where ctid = (select b.ctid from LIVE.balance b
      join ledger.measure m on m.id = b.measure_id where m.code = 'corrections.released' limit 1)`);
    const [code, found] = await verified();
    expect([code, found.differences, found.balances.length, found.balances[0]?.measure]).toEqual([
      1,
      [],
      1,
      'corrections.released',
    ]);
    await cli('rebuild');
    expect((await verified())[0]).toBe(0);
  });
});

describe('export and import', () => {
  const path = () => join(folder, 'log.ndjson');
  const elsewhere = async (use: (run: (...args: string[]) => Promise<Ran>) => Promise<void>): Promise<void> => {
    const other = await freshDatabase();
    try {
      await use((...args) => runCli(args, { ...environment, DATABASE_URL: other.url }));
    } finally {
      await other.drop();
    }
  };

  it('carry every event to an empty store, and every figure with it, as known then too', async () => {
    await cli('export', '--out', path());
    await elsewhere(async (run) => {
      const imported = await run('import', path());
      expect(imported).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ events stored/) });
      for (const asOf of [[], ['--as-of', '6000']]) {
        const [here, there] = await Promise.all([
          cli('indicators', ...WINDOW, ...asOf, '--json'),
          run('indicators', ...WINDOW, ...asOf, '--json'),
        ]);
        expect(there.out).toBe(here.out);
      }
      expect((await run('verify')).code).toBe(0);
      expect(await run('import', path())).toMatchObject({ code: 1, out: expect.stringContaining('nothing stored') });
      expect(await run('simulate', '--case', CASE)).toMatchObject({
        code: 0,
        out: expect.stringContaining('are there already'),
      });
    });
  });

  it('refuse a file with a wrong line by its number, and store nothing', async () => {
    const lines = (await readFile(path(), 'utf8')).trimEnd().split('\n');
    const event = (at: number) => JSON.parse(lines[at] as string) as Record<string, unknown>;
    const spoilt = [...lines];
    spoilt[9] = (lines[9] as string).slice(0, 40);
    spoilt[99] = JSON.stringify({ ...event(99), surplus: 1 });
    spoilt[199] = JSON.stringify({ ...event(199), type: 'corrections.Nothing' });
    spoilt[299] = JSON.stringify({
      ...event(299),
      data: { ...(event(299)['data'] as object), asOfDate: '2023-02-30' },
    });
    spoilt[399] = JSON.stringify({ ...event(399), version: 7 });
    await writeFile(path(), spoilt.join('\n'));
    await elsewhere(async (run) => {
      const { code, out } = await run('import', path());
      expect(code).toBe(1);
      expect(out).toContain('line 10: not JSON');
      expect(out).toContain('line 100: unknown key surplus');
      expect(out).toContain('line 200: corrections.case knows no event corrections.Nothing');
      expect(out).toMatch(/line 300: data\.\w+/);
      expect(out).toMatch(/line 400: version 7 of stream/);
      expect(out).toContain('nothing stored');
      expect((await run('export')).out).toBe('');
    });
  });
});

describe('seal', () => {
  const books = ['--bureau', '430922', '--line', 'corrections', '--period', '2023'];
  interface Outcome {
    line: string;
    hash?: string;
    number?: number;
    recorded?: boolean;
    refused?: { code: string; details: { at: string }[] };
  }

  it('names what keeps the books open, closes them with an explanation, once, and opens them again with a reason', async () => {
    const open = await cli('seal', ...books, '--json');
    expect(open.code).toBe(1);
    const [blocked] = JSON.parse(open.out) as Outcome[];
    expect(blocked?.refused).toMatchObject({ code: 'period-blocked', details: [{ at: 'reports-missing' }] });
    const explained = ['--explain', '已逐所核实'];
    const [closed] = await json<Outcome[]>('seal', ...books, ...explained);
    expect(closed).toMatchObject({ line: 'corrections', number: 1, recorded: true });
    const [again] = await json<Outcome[]>('seal', ...books, ...explained);
    expect(again).toEqual({ ...closed, recorded: false });
    const reopen = (...by: string[]) => cli('seal', ...books, '--reopen', '--reason', '上级核查', ...by, '--json');
    expect(await cli('seal', ...books, '--reopen', '--by', '分管领导')).toMatchObject({ code: 2 });
    expect(await reopen()).toMatchObject({ code: 2 });
    const same = await reopen('--by', 'cli');
    expect([same.code, JSON.parse(same.out)]).toMatchObject([
      1,
      [{ refused: { code: 'reporting.sealed-by-same-person' } }],
    ]);
    const reopened = await reopen('--by', '分管领导');
    expect([reopened.code, JSON.parse(reopened.out)]).toMatchObject([0, [{ reopened: true }]]);
    const [second] = await json<Outcome[]>('seal', ...books, ...explained);
    expect(second).toMatchObject({ number: 2, recorded: true });
  });

  it('closes every field of work, each in an event that a topic takes', async () => {
    const outcomes = await json<Outcome[]>(
      'seal',
      '--bureau',
      '430922',
      '--all',
      '--period',
      '2022',
      '--explain',
      '已核实',
    );
    expect(outcomes.map(({ number }) => number)).toEqual(outcomes.map(() => 1));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ largest: number; offices: number }>(
      `select max(octet_length(data::text))::int as largest, max(json_array_length(data->'figures'->0->'values'))::int as offices
       from es.event where type = 'reporting.PeriodClosed'`,
    );
    await client.end();
    process.stdout.write(`largest seal: ${rows[0]?.largest} bytes, ${rows[0]?.offices} offices\n`);
    expect(rows[0]?.offices).toBeGreaterThan(15);
    expect(rows[0]?.largest).toBeLessThan(1_000_000);
  });

  it('is told which field of work, or all', async () => {
    expect(await cli('seal', '--bureau', '430922', '--period', '2022')).toMatchObject({ code: 2 });
    expect(await cli('seal', ...books, '--all')).toMatchObject({ code: 2 });
  });
});

it('says how it is called, and refuses what it does not know', async () => {
  expect(await cli()).toMatchObject({ code: 2, out: expect.stringContaining('simulate') });
  expect(await cli('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Exit codes') });
  expect(await cli('dance')).toMatchObject({ code: 2, err: expect.stringContaining('no job dance') });
  expect(await cli('report', '--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('--format <docx|xlsx|json>'),
  });
  expect(await cli('report', '--cse', 'x')).toMatchObject({
    code: 2,
    err: expect.stringContaining("Unknown option '--cse'"),
  });
  expect(await cli('import')).toMatchObject({ code: 2, err: expect.stringContaining('<ndjson> is missing') });
  expect(await cli('verify', 'much')).toMatchObject({
    code: 2,
    err: expect.stringContaining("Unexpected argument 'much'"),
  });
  expect(await cli('report', '--case', CASE, '--format', 'pdf')).toMatchObject({
    code: 2,
    err: expect.stringContaining('docx, xlsx or json'),
  });
});
