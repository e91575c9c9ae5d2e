import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECT, runCli } from '../e2e/run-cli.js';
import { StandaloneService } from '../faults/standalone-service.js';
import { Seeded } from '../simulation/seeded.js';
import { temporaryFolder } from '../support/embedded-server.js';

jest.setTimeout(1_200_000);

const KILLS = process.env['SECURITY'] === 'long' ? 20 : 3;
const BUREAU = '430922';
const OFFICE = '43092201';

interface Listed {
  readonly series: string;
  readonly backups: readonly { readonly id: string; readonly hole: string | null; readonly fault?: string }[];
  readonly drill: { readonly ok: boolean } | null;
}

/** The service as it is run, with backups: killed while it archives, while a backup is made, and restored from what is left. */
describe('backups of a service that is killed', () => {
  const folder = temporaryFolder();
  const dataDir = join(folder, 'data');
  const settings = {
    BACKUP_DIR: join(folder, 'backups'),
    BACKUP_KEY_FILE: join(folder, 'backup.key'),
    LOG_LEVEL: 'info',
  };
  const services: StandaloneService[] = [];
  const start = async (where: string): Promise<StandaloneService> => {
    const service = await StandaloneService.start(where, settings);
    services.push(service);
    return service;
  };
  const ready = async (service: StandaloneService) =>
    (await (await fetch(`${service.address}/health/ready`)).json()) as {
      status: string;
      backup: { status: string; lastBackup: string | null; lastDrill: string | null };
    };
  const until = async <Value>(what: string, look: () => Promise<Value | undefined>): Promise<Value> => {
    for (const end = Date.now() + 120_000; Date.now() < end; await pause(200)) {
      const found = await look();
      if (found !== undefined) return found;
    }
    throw new Error(`${what} did not come: ${services.at(-1)?.log}`);
  };
  const json = async <Answer>(...args: string[]): Promise<Answer> => {
    const { code, out, err } = await runCli([...args, '--json'], { DATA_DIR: dataDir, ...settings });
    expect([code, err]).toEqual([0, expect.any(String)]);
    return JSON.parse(out) as Answer;
  };

  afterAll(async () => {
    for (const service of services) await service.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`loses nothing that was acknowledged and leaves no half backup, over ${KILLS} kills`, async () => {
    const service = await start(dataDir);
    // Nobody asked for it: a service without a backup makes one, and tries it.
    const first = await until('the first backup', async () => (await ready(service)).backup.lastBackup ?? undefined);
    expect(Date.now() - Date.parse(first)).toBeLessThan(300_000);

    const offices = [BUREAU, OFFICE].map((code) => ({
      code,
      parent: code === BUREAU ? null : BUREAU,
      bureau: BUREAU,
      name: code,
      kind: code === BUREAU ? 'bureau' : 'justice-office',
      validFrom: '2000-01-01',
      validTo: null,
      successor: null,
    }));
    await service.insist('PUT', '/v1/offices', { offices }, randomUUID(), () => false);
    let done = false;
    const acknowledged: string[] = [];
    const write = async (): Promise<void> => {
      while (!done) {
        const data = { heldOn: '2023-06-15', scope: 'corrections', screenedCount: 3, keyPersonsFound: [] };
        const path = `/v1/corrections/screening/${randomUUID()}/hold-safety-screening`;
        const answer = await service.insist('POST', path, { office: OFFICE, data }, randomUUID(), () => done);
        if (answer?.status !== 201) return;
        acknowledged.push(...((await answer.json()) as { eventIds: string[] }).eventIds);
      }
    };
    const writers = Array.from({ length: 4 }, write);
    const random = new Seeded(7);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const job = spawn(process.execPath, [join(PROJECT, 'dist/apps/cli/src/main.js'), 'backup'], {
        env: { ...process.env, DATA_DIR: dataDir, ...settings },
        stdio: 'ignore',
      });
      const end = once(job, 'exit');
      await pause(600 + random.below(2000));
      job.kill('SIGKILL');
      await service.killNode();
      if (random.below(2) === 0) service.killPostgres();
      await end;
      await service.launch();
    }
    await pause(1000);
    done = true;
    await Promise.all(writers);

    const made = await json<{ series: string; id: string }>('backup');
    const bases = join(settings.BACKUP_DIR, made.series, 'base');
    expect(readdirSync(bases).filter((name) => name.endsWith('.part'))).toEqual([]);
    for (const name of readdirSync(bases)) expect(statSync(join(bases, name, 'manifest')).size).toBeGreaterThan(100);
    const drill = await json<{ ok: boolean; events: number; problems: string[] }>('drill');
    expect(drill).toMatchObject({ ok: true, problems: [] });
    expect((await ready(service)).backup).toMatchObject({ status: 'good', lastDrill: expect.any(String) });
    const [listed, ...others] = await json<Listed[]>('backups');
    expect(others).toEqual([]);
    expect(listed?.backups.filter(({ hole, fault }) => hole !== null || fault !== undefined)).toEqual([]);
    await service.stop();

    const into = join(folder, 'restored');
    const erased = `${randomUUID()}\n`;
    writeFileSync(join(dataDir, 'person.key.destroyed'), erased);
    const restored = await json<{ events: number; head: number }>('restore', '--to', 'newest', '--into', into);
    const log = await runCli(['export', '--data-dir', into], { ...settings, KEY_FILE: join(dataDir, 'person.key') });
    const ids = new Set([...log.out.matchAll(/"eventId":\s*"([0-9a-f-]{36})"/g)].map(([, id]) => id));
    const lost = acknowledged.filter((id) => !ids.has(id));
    process.stdout.write(
      `backup: ${KILLS} kills of service, database and backup, ${acknowledged.length} acknowledged, ${restored.events} restored, ${lost.length} lost\n`,
    );
    expect(lost).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(10 * KILLS);

    // What was restored is a service like any other, knows who was erased since, and begins backups of its own.
    expect(readFileSync(join(into, 'person.key.destroyed'), 'utf8')).toBe(erased);
    copyFileSync(join(dataDir, 'person.key'), join(into, 'person.key'));
    const again = await start(into);
    await until('its own backup', async () => (await ready(again)).backup.lastBackup ?? undefined);
    expect(readdirSync(settings.BACKUP_DIR)).toHaveLength(2);
    expect(existsSync(join(into, 'postgres', 'recovery.signal'))).toBe(false);
    await again.stop();
  });

  it('says what is wrong with a call, and refuses keys that lie among the backups', async () => {
    const env = { DATA_DIR: dataDir, ...settings };
    const call = (...args: string[]) => runCli(args, env);
    expect(await call('restore', '--into', join(folder, 'x'))).toMatchObject({ code: 2 });
    expect(await call('restore', '--to', '2024-03-01 10:00', '--into', join(folder, 'x'))).toMatchObject({ code: 2 });
    expect(await call('restore', '--to', 'newest', '--into', dataDir)).toMatchObject({
      code: 1,
      err: expect.stringContaining('not empty'),
    });
    const inside = { ...env, BACKUP_KEY_FILE: join(settings.BACKUP_DIR, 'backup.key') };
    expect(await runCli(['backups'], inside)).toMatchObject({ code: 1, err: expect.stringContaining('密钥文件不得') });
    const person = { ...env, KEY_FILE: join(settings.BACKUP_DIR, 'person.key') };
    expect(await runCli(['backup'], person)).toMatchObject({ code: 1, err: expect.stringContaining('person.key') });
    const elsewhere = { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x', BACKUP_DIR: settings.BACKUP_DIR };
    expect(await runCli(['backup'], elsewhere)).toMatchObject({
      code: 1,
      err: expect.stringContaining('only the embedded'),
    });
  });
});
