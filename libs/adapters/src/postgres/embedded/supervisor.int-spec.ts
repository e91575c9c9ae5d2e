import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import {
  type LaunchedServer,
  launchEmbedded,
  postgresPid,
  temporaryFolder,
} from '../../../../../test/support/embedded-server.js';
import { accountForServer } from './account.js';
import { itAsRoot } from '../../../../../test/support/as-root.js';

const query = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Asks again until the server answers, for as long as a restart may take. */
const queryOnceBack = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await query(url, sql);
    } catch (error) {
      if (attempt === 100) throw error;
      await pause(100);
    }
  }
};

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Whether the process is gone within two seconds; the system may take a moment to clear it away. */
const isGone = async (pid: number): Promise<boolean> => {
  for (let attempt = 0; attempt < 40 && lives(pid); attempt += 1) await pause(50);
  return !lives(pid);
};

const NOBODY = 65_534;

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let dataDir: string;
  const launched: LaunchedServer[] = [];
  const launch = async (...args: Parameters<typeof launchEmbedded>): Promise<LaunchedServer> => {
    const server = await launchEmbedded(...args);
    launched.push(server);
    return server;
  };

  beforeEach(() => {
    folder = temporaryFolder();
    dataDir = join(folder, 'data');
  });

  afterEach(async () => {
    for (const server of launched.splice(0)) await server.stop();
    if (existsSync(join(dataDir, 'postgres', 'postmaster.pid'))) {
      const orphan = postgresPid(dataDir);
      process.kill(orphan, 'SIGQUIT');
      await isGone(orphan);
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a safe cluster, and keeps data, port and password over a restart', async () => {
    const first = await launch(dataDir);
    expect(first.origin).toBe('created');
    const wanted = {
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      lc_messages: 'C',
      password_encryption: 'scram-sha-256',
      listen_addresses: '127.0.0.1',
      logging_collector: 'on',
      jit: 'off',
    };
    const names = Object.keys(wanted).map((name) => `'${name}'`);
    const settings = await query(first.url, `select name, setting from pg_settings where name in (${names.join()})`);
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual(wanted);
    expect(await query(first.url, 'select distinct auth_method from pg_hba_file_rules')).toEqual([
      { auth_method: 'scram-sha-256' },
    ]);
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(await isGone(first.pid)).toBe(true);

    const second = await launch(dataDir);
    expect(second.origin).toBe('started');
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).toContain(String(second.pid));
  });

  it('adopts the orphan left by a killed Node, and stops it in the end', async () => {
    const first = await launch(dataDir);
    await query(first.url, 'create table kept as select 42 as answer');
    await first.killNode();
    expect(lives(first.pid)).toBe(true);
    const second = await launch(dataDir);
    expect([second.origin, second.pid, second.url]).toEqual(['adopted', first.pid, first.url]);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    expect(await isGone(first.pid)).toBe(true);
  });

  it('brings a killed PostgreSQL up again on the same address', async () => {
    const server = await launch(dataDir);
    await query(server.url, 'create table kept as select 42 as answer');
    server.killPostgres();
    expect(await queryOnceBack(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(postgresPid(dataDir)).not.toBe(server.pid);
  });

  it('starts at once after Node and PostgreSQL were both killed', async () => {
    const first = await launch(dataDir);
    await query(first.url, 'create table kept as select 42 as answer');
    await first.killNode();
    first.killPostgres();
    const second = await launch(dataDir);
    expect(second.origin).toBe('started');
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('is shared by a second process, whose end leaves it running', async () => {
    const [first, second] = await Promise.all([launch(dataDir), launch(dataDir)]);
    expect([first.origin, second.origin].filter((origin) => origin === 'shared')).toHaveLength(1);
    const [keeper, guest] = first.origin === 'shared' ? [second, first] : [first, second];
    await guest.stop();
    expect(await query(keeper.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await keeper.stop();
    expect(await isGone(keeper.pid)).toBe(true);
  });

  it('waits for the last children of a killed PostgreSQL to leave', async () => {
    const first = await launch(dataDir);
    const [child] = await query(first.url, `select pid from pg_stat_activity where backend_type = 'checkpointer'`);
    process.kill(child?.['pid'] as number, 'SIGSTOP');
    await first.killNode();
    first.killPostgres();
    const second = launch(dataDir);
    await pause(1500);
    process.kill(child?.['pid'] as number, 'SIGCONT');
    expect((await second).origin).toBe('started');
  });

  it('is not fooled by a lock file whose process id another program has now', async () => {
    const first = await launch(dataDir);
    await first.killNode();
    first.killPostgres();
    const lock = join(dataDir, 'postgres', 'postmaster.pid');
    await pause(200);
    const program = spawn('sleep', ['60'], accountForServer());
    try {
      writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(program.pid)));
      expect((await launch(dataDir)).origin).toBe('started');
    } finally {
      program.kill();
    }
  });

  describe('says what is wrong', () => {
    const taken = async (port: number): Promise<Server> =>
      new Promise((resolve, fail) => {
        const server = createServer().once('error', fail);
        server.listen(port, '127.0.0.1', () => resolve(server));
      });
    const portOf = (server: Server): number => (server.address() as { port: number }).port;

    it('when the port asked for is taken, while a remembered one gives way to a free one', async () => {
      const blocker = await taken(0);
      try {
        const failure = launchEmbedded(dataDir, { port: portOf(blocker) });
        await expect(failure).rejects.toMatchObject({
          code: 'port-taken',
          message: expect.stringMatching(/端口已被占用[^]*the port is taken/),
        });
        const first = await launch(dataDir);
        await first.stop();
        const squatter = await taken(Number(new URL(first.url).port));
        const second = await launch(dataDir).finally(() => squatter.close());
        expect(second.url).not.toBe(first.url);
      } finally {
        blocker.close();
      }
    });

    it('when a new cluster would not fit on the disk', async () => {
      await expect(launchEmbedded(dataDir, { room: 2 ** 60 })).rejects.toMatchObject({ code: 'disk-full' });
      expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    });

    it('when the password file is gone', async () => {
      await (await launch(dataDir)).stop();
      rmSync(join(dataDir, 'postgres.password'));
      await expect(launchEmbedded(dataDir)).rejects.toMatchObject({ code: 'password-unusable' });
    });

    it('when another version made the cluster', async () => {
      await (await launch(dataDir)).stop();
      writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
      await expect(launchEmbedded(dataDir)).rejects.toMatchObject({ code: 'version-mismatch' });
    });

    itAsRoot('when the user postgres cannot reach the data folder', async () => {
      const closed = join(folder, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      await expect(launchEmbedded(join(closed, 'deep', 'data'))).rejects.toMatchObject({
        code: 'directory-unreachable',
        message: expect.stringContaining(`chmod o+x '${closed}'`),
      });
    });

    itAsRoot('when the data folder belongs to another user', async () => {
      await (await launch(dataDir)).stop();
      await expect(launchEmbedded(dataDir, { uid: NOBODY })).rejects.toMatchObject({ code: 'directory-unreadable' });
      chmodSync(dataDir, 0o777);
      await expect(launchEmbedded(dataDir, { uid: NOBODY })).rejects.toMatchObject({ code: 'directory-unreadable' });
    });
  });

  itAsRoot('serves an ordinary user as well', async () => {
    chmodSync(folder, 0o777);
    const server = await launch(dataDir, { uid: NOBODY });
    expect(server.origin).toBe('created');
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(NOBODY);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });
});
