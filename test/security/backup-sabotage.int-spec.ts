import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeBaseBackup } from '#adapters/postgres/backup/base-backup.js';
import { makeBackupKey, readBackupKeys } from '#adapters/postgres/backup/backup-key.js';
import { storeSegment } from '#adapters/postgres/backup/archive-wal.js';
import { holdDrill } from '#adapters/postgres/backup/drill.js';
import { drillsOf } from '#adapters/postgres/backup/drills.js';
import { listBackups } from '#adapters/postgres/backup/list-backups.js';
import { readRecord } from '#adapters/postgres/backup/read-record.js';
import { type Manifest, baseIn, basesOf, walFolder, walIn } from '#adapters/postgres/backup/series.js';
import { backupHealth } from '#application/backup/health.js';
import { checkRestored } from '#adapters/platform/check-restored.js';
import { systemRandom } from '#adapters/system/random.js';
import { Seeded } from '../simulation/seeded.js';
import { notary } from '../support/notary.js';
import { BackupWorld, eventsUpTo } from './backup-world.js';

jest.setTimeout(300_000);

/** One backup, and everything that may be wrong with it when it is needed. */
describe('a backup that is needed', () => {
  let world: BackupWorld;
  let manifest: Manifest;
  const file = (path: string): string => baseIn(world.backups.series, manifest.id, path === '' ? [] : [path]).file;
  /** Changes one file for as long as something is tried. */
  const with_ = async (path: string, change: (bytes: Buffer) => Buffer | undefined, work: () => Promise<unknown>) => {
    const kept = readFileSync(path);
    const changed = change(kept);
    if (changed === undefined) rmSync(path);
    else writeFileSync(path, changed);
    try {
      await work();
    } finally {
      writeFileSync(path, kept);
    }
  };
  const refused = (code: string, name: string) =>
    expect(world.restore({ kind: 'newest' })).rejects.toMatchObject({ code, message: expect.stringContaining(name) });
  const leftovers = (): readonly string[] => readdirSync(world.folder).filter((name) => name.startsWith('restored-'));

  beforeAll(async () => {
    world = await BackupWorld.open();
    const random = new Seeded(3);
    await world.record('before', random);
    manifest = await world.backUp();
    await world.record('after', random);
    await world.archiveAll();
  });
  afterAll(() => world?.close());
  afterEach(() => expect(leftovers()).toEqual([]));

  it('gives the newest state in a folder of its own, with a log of another identity and figures that go on', async () => {
    const { pool, feed } = world.platform;
    const [live, logId] = [await eventsUpTo(pool, 1000), await feed.logId()];
    const restored = await world.restore({ kind: 'newest' });
    await expect(world.restore({ kind: 'newest' }, { into: restored.into })).rejects.toMatchObject({
      code: 'not-empty',
    });
    await world.within(restored.into, async (platform) => {
      expect(await eventsUpTo(platform.pool, 1000)).toEqual(live);
      expect(await platform.feed.logId()).not.toBe(logId);
      await platform.projector.catchUp();
      expect((await platform.ledger.watermark()).position).toBe(restored.head);
    });
  });

  it('is refused by another key, which is named, before anything is written', async () => {
    const other = join(world.folder, 'other.key');
    makeBackupKey(other, systemRandom);
    const keys = readBackupKeys(other);
    await expect(world.restore({ kind: 'newest' }, { keys })).rejects.toMatchObject({
      code: 'wrong-key',
      message: expect.stringContaining(keys[0].id),
    });
  });

  it('names the file that is damaged, cut short, missing or another one', async () => {
    const victim = file('data/global/pg_control');
    const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 40 ? byte ^ 1 : byte)));
    await with_(victim, flip, () => refused('damaged', 'pg_control'));
    await with_(
      victim,
      (bytes) => bytes.subarray(0, -1),
      () => refused('damaged', 'pg_control'),
    );
    await with_(
      victim,
      () => undefined,
      () => refused('incomplete', 'pg_control'),
    );
    await with_(
      victim,
      () => readFileSync(file('data/PG_VERSION')),
      () => refused('damaged', 'pg_control'),
    );
    await with_(file('manifest'), flip, () => refused('damaged', 'manifest'));
  });

  it('names the segment of the log that is damaged or missing', async () => {
    const { series } = world.backups;
    const first = walIn(series, manifest.firstSegment).file;
    const cut = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);
    await with_(first, cut, () => refused('damaged', manifest.firstSegment));
    await with_(
      first,
      () => undefined,
      () => refused('missing-wal', manifest.firstSegment),
    );
    const [listed] = await listBackups(series.folder, world.backups.keys);
    expect(listed?.backups).toEqual([expect.objectContaining({ id: manifest.id, hole: null, head: manifest.head })]);
  });

  it('says so when what is asked for lies before the first backup or after the end of the archive', async () => {
    const past = new Date(Date.parse(manifest.finishedAt) - 1).toISOString();
    await expect(world.restore({ kind: 'time', at: past })).rejects.toMatchObject({ code: 'no-backup' });
    await expect(world.restore({ kind: 'time', at: '2099-01-01T00:00:00.000Z' })).rejects.toMatchObject({
      code: 'not-reached',
    });
    await expect(world.restore({ kind: 'position', position: 1_000_000 })).rejects.toMatchObject({
      code: 'not-reached',
    });
  });

  it('shows nothing of what it holds', () => {
    const names = readdirSync(join(world.folder, 'backups'), { recursive: true, encoding: 'utf8' });
    const needles = ['notary.MatterAccepted', 'taizhang_app', 'es.event'].map((word) => Buffer.from(word));
    const clear = readFileSync(join(world.folder, 'data/postgres/base/1/PG_VERSION'));
    expect(clear.length).toBeGreaterThan(0);
    let bytes = 0;
    for (const name of names) {
      const path = join(world.folder, 'backups', name);
      const content = existsSync(path) && !readdirSafe(path) ? readFileSync(path) : Buffer.alloc(0);
      bytes += content.length;
      expect(needles.filter((needle) => content.includes(needle)).map(String)).toEqual([]);
    }
    expect(bytes).toBeGreaterThan(1_000_000);
  });

  it('never writes another segment over one of the archive, and takes the same one again', async () => {
    const { series } = world.backups;
    const name = manifest.firstSegment;
    const before = readFileSync(walIn(series, name).file);
    const same = join(world.folder, 'segment');
    const { openWhole } = await import('#adapters/postgres/backup/sealed-file.js');
    const { file: sealed, place } = walIn(series, name);
    writeFileSync(same, await openWhole(world.backups.keys, sealed, place));
    await storeSegment(world.sealer, series, same, name);
    writeFileSync(same, Buffer.alloc(16 * 2 ** 20));
    await expect(storeSegment(world.sealer, series, same, name)).rejects.toMatchObject({ code: 'archive-conflict' });
    expect(readFileSync(sealed).equals(before)).toBe(true);
    rmSync(same);
    expect(readdirSync(walFolder(series)).filter((one) => one.endsWith('.part'))).toEqual([]);
  });

  it('that fails half-way leaves nothing that looks like one', async () => {
    const { series } = world.backups;
    const before = await basesOf(series);
    let written = 0;
    const random = (bytes: number): Buffer => {
      written += 1;
      if (written > 200) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      return systemRandom(bytes);
    };
    const cluster = join(world.folder, 'data/postgres');
    const failing = takeBaseBackup({
      url: world.archived.server.url,
      cluster,
      password: 'x',
      series,
      sealer: { ...world.sealer, random },
    });
    await expect(failing).rejects.toThrow('no space left');
    expect(await basesOf(series)).toEqual(before);
    expect(readdirSync(join(walFolder(series), '../base'))).toEqual(before);
  });

  describe('is tried', () => {
    const drill = (more: { readonly check?: () => Promise<readonly string[]> } = {}) =>
      holdDrill({
        ...world.backups,
        scratch: join(world.folder, 'data/drill'),
        now: () => new Date().toISOString(),
        log: () => undefined,
        live: world.archived.server.url,
        check: (url) => checkRestored(url, [notary]),
        ...more,
      });
    const healthAfter = async (days: number) => {
      const { series, current } = world.backups;
      const record = await readRecord(join(world.folder, 'data'), series, current);
      return backupHealth(record, new Date(Date.now() + days * 86_400_000).toISOString());
    };

    it('to the last event, and found good; health knows for eight days', async () => {
      await world.record('last', new Seeded(4));
      const held = await drill();
      expect(held).toMatchObject({ ok: true, problems: [], head: await world.platform.feed.head(), base: manifest.id });
      expect(await drillsOf(world.backups.series)).toEqual([held]);
      expect(existsSync(join(world.folder, 'data/drill/newest'))).toBe(false);
      expect(await healthAfter(0)).toMatchObject({ status: 'good', concerns: [], drillAge: expect.any(Number) });
      expect((await healthAfter(9)).concerns).toEqual(['backup-old', 'drill-old']);
    });

    it('and found wanting where a file is gone or the figures are not those of the events, and health says so', async () => {
      const victim = file('data/PG_VERSION');
      renameSync(victim, `${victim}.away`);
      const failed = await drill();
      renameSync(`${victim}.away`, victim);
      expect(failed).toMatchObject({ ok: false, problems: [expect.stringContaining('PG_VERSION')] });
      expect(await healthAfter(0)).toMatchObject({ status: 'degraded', concerns: ['drill-failed'] });
      const { pool } = world.platform;
      await world.platform.projector.catchUp();
      const { rows } = await pool.query<{ generation: number }>('select generation from ledger.live');
      const schema = `ledger_g${rows[0]?.generation}`;
      const move = (sign: string) =>
        pool.query(
          `set session_replication_role = 'replica'; update ${schema}.posting set amount = amount ${sign} 1; set session_replication_role = 'origin'`,
        );
      await move('+');
      const wrong = await drill();
      await move('-');
      expect(wrong.problems).toEqual([expect.stringMatching(/[1-9]\d* sums of postings/)]);
      expect(await drill()).toMatchObject({ ok: true });
      expect((await healthAfter(0)).concerns).toEqual([]);
    });
  });
});

const readdirSafe = (path: string): boolean => {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
};
