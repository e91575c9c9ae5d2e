import fc from 'fast-check';
import { lineOf } from '#application/chain/record.js';
import { chainAlgorithms } from '#application/chain/block.js';
import { type ChainedLog, chainedLog } from '../../../../../test/support/chained-log.js';
import { eventLog, copyRecords } from './chain-source.js';
import { verifyChain } from './verify-chain.js';

const check = (log: ChainedLog, entries: Parameters<typeof verifyChain>[2] = []) =>
  verifyChain(log.url, eventLog, entries);

describe('the chain over the event log', () => {
  let log: ChainedLog;
  beforeEach(async () => (log = await chainedLog()));
  afterEach(() => log.drop());

  it('covers every column there is', async () => {
    const { rows } = await log.owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'es' and table_name = 'event'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...eventLog.columns].sort());
  });

  it('hashes the line that the documentation says, whatever stands in a row', async () => {
    await log.owner.query('create table odd (position bigint, one text, two text)');
    const text = fc.option(fc.string({ unit: 'binary' }).map((found) => found.replaceAll('\0', '')));
    await fc.assert(
      fc.asyncProperty(text, text, async (one, two) => {
        await log.owner.query('truncate odd');
        await log.owner.query('insert into odd values (7, $1, $2)', [one, two]);
        const source = { ...eventLog, table: 'odd', columns: ['position', 'one', 'two'] as const };
        const found = [];
        for await (const records of copyRecords(log.owner, source, { after: 0 })) found.push(...records);
        expect(found.map(({ position }) => position)).toEqual([7]);
        expect(Buffer.from(found[0]?.bytes ?? []).toString()).toBe(lineOf(['7', one, two]));
      }),
      {
        numRuns: 100,
        examples: [
          ['\\N', null],
          ['\t\n\r\b\f\v\\', '台账 𠮷'],
        ],
      },
    );
  });

  it.each(chainAlgorithms)('is sound when nothing was touched, and says what it covers (%s)', async (algorithm) => {
    expect(await check(log)).toMatchObject({ records: 0, blocks: 0, position: 0, hash: null, wrong: 0, unchained: 0 });
    await log.append(45);
    const anchor = await log.chainAll(algorithm);
    await log.append(2);
    expect(await check(log, [{ ...anchor, at: '2024-01-01T00:00:00.000Z' }])).toMatchObject({
      ...{
        records: 45,
        blocks: 3,
        position: anchor.position,
        hash: anchor.hash,
        anchors: 1,
        findings: [],
        unchained: 2,
      },
    });
    const { position, behindSince } = await log.chain().lag();
    expect(position).toBe(anchor.position);
    expect(Date.parse(behindSince ?? '')).toBeGreaterThan(0);
  });

  it('goes on with another algorithm in the middle', async () => {
    await log.append(30);
    await log.chainAll('sha256');
    await log.append(30);
    await log.chainAll('sm3');
    const { rows } = await log.owner.query('select algorithm, count from chain.block order by number');
    expect(rows).toEqual([20, 10, 20, 10].map((count, at) => ({ algorithm: at < 2 ? 'sha256' : 'sm3', count })));
    expect(await check(log)).toMatchObject({ records: 60, findings: [] });
  });

  it('gives the hash at any position, the one before it where none stands there, and none before the first', async () => {
    await log.append(45);
    const chain = log.chain();
    expect(await chain.anchorAt(0)).toBeUndefined();
    const positions = await log.positions();
    await log.owner.query('update es.event set position = position + 1000 where position > $1', [positions[29]]);
    const end = await chain.anchorAt();
    expect(end?.position).toBe(1000 + (positions[44] ?? 0));
    const before = await chain.anchorAt(900);
    expect(before?.position).toBe(positions[29]);
    const [second, first] = [await chain.anchorAt(positions[1]), await chain.anchorAt(positions[0])];
    expect(new Set([end, before, second, first].map((anchor) => anchor?.hash)).size).toBe(4);
    if (before === undefined || second === undefined) throw new Error('no anchor');
    expect(await chain.holds(before)).toBe(true);
    expect(await chain.holds({ ...before, hash: second.hash })).toBe(false);
    expect(await chain.holds({ ...before, position: before.position + 1 })).toBe(false);
  });

  it('is append-only for its owner, and open to nobody but through its functions', async () => {
    await log.append(1);
    await log.chainAll();
    for (const table of ['chain.block', 'chain.segment']) {
      await log.owner.query(`alter table ${table} enable trigger append_only`);
      for (const change of [`delete from ${table}`, `update ${table} set chain = chain`, `truncate ${table} cascade`])
        await expect(log.owner.query(change)).rejects.toThrow('append-only');
    }
    for (const [role, statement] of [
      ['taizhang_app', `insert into chain.segment select * from chain.segment`],
      ['taizhang_app', 'delete from chain.block'],
      ['taizhang_verifier', 'delete from chain.block'],
      ['taizhang_verifier', 'select * from es.command'],
      ['taizhang_verifier', `select chain.add_segment('x', 1, gen_random_uuid(), '{}', 'sha256', 0, null, '')`],
    ] as const) {
      await log.owner.query(`set role ${role}`);
      await expect(log.owner.query(statement)).rejects.toMatchObject({ code: '42501' });
      await log.owner.query('reset role');
    }
    await log.owner.query('set role taizhang_app');
    await expect(
      log.owner.query(
        `select chain.add_block('events', 1, 1, 'sha256', ''::bytea, '{9}', ''::bytea, now(), ''::bytea)`,
      ),
    ).rejects.toThrow('does not end there');
    await log.owner.query('reset role');
  });
});

describe('chaining under way', () => {
  let log: ChainedLog;
  beforeEach(async () => (log = await chainedLog()));
  afterEach(() => log.drop());

  it('is done once by two at a time, beside writers, and a check meanwhile finds nothing wrong', async () => {
    let writing = true;
    const writers = Promise.all([1, 2].map(() => log.append(150))).finally(() => (writing = false));
    const chainer = async () => {
      const chain = log.chain();
      while (writing || (await chain.step()) !== 0) await chain.step();
    };
    const checks: unknown[] = [];
    const checker = async () => {
      while (writing) checks.push((await check(log)).findings);
    };
    await Promise.all([writers, chainer(), chainer(), checker()]);
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.flat()).toEqual([]);
    expect(await check(log)).toMatchObject({ records: 300, findings: [], unchained: 0 });
  });

  it('goes on where it was when it is killed, again and again', async () => {
    await log.append(200);
    let killed = 0;
    const chaining = async (): Promise<void> => {
      for (let done: number | undefined = 1; done !== 0;)
        done = await log
          .chain('sha256', 5)
          .step()
          .catch(() => {
            killed += 1;
            return undefined;
          });
    };
    let over = false;
    const killer = async (): Promise<void> => {
      while (!over && killed < 10)
        await log.owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
            and query like '%chain%' and state <> 'idle' and pid <> pg_backend_pid()`,
        );
    };
    await Promise.all([chaining().finally(() => (over = true)), killer()]);
    expect(killed).toBeGreaterThan(0);
    expect(await check(log)).toMatchObject({ records: 200, blocks: 40, findings: [], unchained: 0 });
  });
});

describe('a log that was replaced or restored', () => {
  it('begins the next segment, linked to what was; anchors that are lost are named until somebody answers for them', async () => {
    const log = await chainedLog();
    const at = '2024-01-01T00:00:00.000Z';
    await log.append(30);
    const kept = await log.chainAll();
    await log.append(10);
    const lost = await log.chainAll();
    // Back to where it stood at 30, as a restore to a point in time leaves it.
    await log.owner.query('delete from es.event where position > $1', [kept.position]);
    await log.owner.query('delete from chain.block where last > $1', [kept.position]);
    await log.owner.query('update es.log set log_id = gen_random_uuid()');
    await log.append(5);
    const now = await log.chainAll();
    expect(now.logId).not.toBe(kept.logId);
    const { rows } = await log.owner.query(
      'select number, after, previous is null as first from chain.segment order by 1',
    );
    expect(rows).toEqual([
      { number: 1, after: '0', first: true },
      { number: 2, after: String(kept.position), first: false },
    ]);
    const anchors = [kept, now].map((anchor) => ({ ...anchor, at }));
    expect(await check(log, anchors)).toMatchObject({ records: 35, findings: [] });
    const all = [...anchors, { ...lost, at }];
    const rewound = { fault: 'rewound', after: kept.position, position: lost.position };
    expect((await check(log, all)).findings).toMatchObject([rewound]);
    const answered = { chain: 'events', logId: kept.logId, rewoundTo: kept.position, reason: '演练', at };
    expect((await check(log, [...all, answered])).findings).toEqual([]);
    expect((await check(log, [...all, { ...answered, rewoundTo: kept.position + 1 }])).findings).toMatchObject([
      rewound,
    ]);
    const stranger = { ...now, logId: '00000000-0000-4000-8000-000000000000', at };
    expect((await check(log, [stranger])).findings).toMatchObject([{ fault: 'other-log' }]);
    await log.drop();
  });
});
