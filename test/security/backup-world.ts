import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { takeBaseBackup } from '#adapters/postgres/backup/base-backup.js';
import { type Archived, startArchivedPostgres } from '#adapters/postgres/backup/open-archive.js';
import { type Restored, type RestoreOptions, restoreBackup } from '#adapters/postgres/backup/restore.js';
import { type Manifest, type Series, walIn } from '#adapters/postgres/backup/series.js';
import type { Target } from '#adapters/postgres/backup/choose-base.js';
import { clusterIn, passwordOf } from '#adapters/postgres/embedded/data-folder.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/supervisor.js';
import { verifyLedger } from '#adapters/postgres/verify/verify-ledger.js';
import { systemClock } from '#adapters/system/clock.js';
import { systemRandom } from '#adapters/system/random.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import { parsePeriod } from '#kernel/period.js';
import { uuidV5 } from '#kernel/ids.js';
import { Seeded } from '../simulation/seeded.js';
import { temporaryFolder } from '../support/embedded-server.js';
import { notary } from '../support/notary.js';
import { BUREAU, OFFICES, clerk } from '../support/world.js';

export type OpenPlatform = Awaited<ReturnType<typeof openPlatform>>;

/** An acknowledged append, with the machine's time before it was asked for and after it was answered. */
export interface Acknowledged {
  readonly eventIds: readonly string[];
  readonly position: number;
  readonly at: number;
}

const quiet = () => undefined;

/** Hands over the segment at hand, and waits until the archive holds it. */
export const archiveAll = async (pool: pg.Pool, series: Series): Promise<void> => {
  const { rows } = await pool.query<{ name: string }>('select pg_walfile_name(pg_switch_wal()) as name');
  const name = rows[0]?.name ?? '';
  const until = Date.now() + 30_000;
  while (!existsSync(walIn(series, name).file)) {
    if (Date.now() > until) throw new Error(`${name} was not archived`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** A database of its own with backups, and clerks who record into it. */
export class BackupWorld {
  readonly acknowledged: Acknowledged[] = [];
  private writing = false;
  private writers: readonly Promise<void>[] = [];
  private restores = 0;

  private constructor(
    readonly folder: string,
    public archived: Archived,
    public platform: OpenPlatform,
  ) {}

  static async open(): Promise<BackupWorld> {
    const folder = temporaryFolder();
    const archived = await BackupWorld.start(folder);
    const platform = await BackupWorld.platformOn(archived.server.url, folder);
    await platform.offices.save(
      [BUREAU, ...OFFICES].map((code) => ({
        code,
        parent: code === BUREAU ? null : BUREAU,
        bureau: BUREAU,
        name: code,
        kind: code === BUREAU ? ('bureau' as const) : ('justice-office' as const),
        validFrom: '2000-01-01',
        validTo: null,
        successor: null,
      })),
    );
    return new BackupWorld(folder, archived, platform);
  }

  static start(folder: string): Promise<Archived> {
    return startArchivedPostgres({
      dataDir: join(folder, 'data'),
      log: quiet,
      now: () => systemClock.now().now,
      random: systemRandom,
      place: {
        folder: join(folder, 'backups'),
        keyFile: join(folder, 'backup.key'),
        otherKeys: [join(folder, 'person.key')],
      },
      decides: true,
    });
  }

  private static platformOn(databaseUrl: string, folder: string): Promise<OpenPlatform> {
    return openPlatform({ databaseUrl, lines: [notary], keyFile: join(folder, 'person.key') });
  }

  get backups(): NonNullable<Archived['backups']> {
    if (this.archived.backups === undefined) throw new Error('no backups');
    return this.archived.backups;
  }

  get sealer() {
    return { keys: this.backups.keys, random: systemRandom, now: () => systemClock.now().now };
  }

  backUp(): Promise<Manifest> {
    const dataDir = join(this.folder, 'data');
    return takeBaseBackup({
      url: this.archived.server.url,
      cluster: clusterIn(dataDir),
      password: passwordOf(dataDir, true),
      series: this.backups.series,
      sealer: this.sealer,
    });
  }

  /** Records one matter with a fee; gives what was acknowledged. */
  async record(name: string, random: Seeded): Promise<void> {
    const on = `2023-0${1 + random.below(9)}-1${random.below(10)}`;
    const streamId = uuidV5('stream', name);
    const send = async (type: string, data: object): Promise<void> => {
      const receipt = await this.platform.handler.handle({
        type,
        streamId,
        data,
        commandId: uuidV5(type, name),
        correlationId: uuidV5(type, name),
        bureau: BUREAU,
        office: random.pick(OFFICES),
        principal: clerk,
        source: 'MANUAL',
      });
      this.acknowledged.push({ eventIds: receipt.eventIds, position: receipt.position, at: Date.now() });
    };
    await send('notary.AcceptMatter', { personRef: uuidV5('p', name), matterNo: name, kind: 'will', acceptedOn: on });
    await send('notary.PayFee', { receiptNo: name, amount: `${random.below(99)}.50`, paidOn: on });
  }

  /** Sets clerks to work, each recording without a pause. */
  startWriters(count = 4): void {
    this.writing = true;
    this.writers = Array.from({ length: count }, async (_, writer) => {
      const random = new Seeded(writer + 1);
      for (let at = 0; this.writing; at += 1) await this.record(`w${writer}-${at}-${this.acknowledged.length}`, random);
    });
  }

  async stopWriters(): Promise<void> {
    this.writing = false;
    await Promise.all(this.writers);
  }

  archiveAll(): Promise<void> {
    return archiveAll(this.platform.pool, this.backups.series);
  }

  /** Restores to a target into a folder of its own. */
  async restore(target: Target, more: Partial<RestoreOptions> = {}): Promise<Restored & { readonly into: string }> {
    this.restores += 1;
    const into = join(this.folder, `restored-${this.restores}`);
    const { keys, series } = this.backups;
    return { into, ...(await restoreBackup({ from: series.folder, keys, target, into, ...more })) };
  }

  /** Works on a restored database, then stops it and removes the folder. */
  async within<Value>(into: string, work: (platform: OpenPlatform) => Promise<Value>): Promise<Value> {
    const server = await startEmbeddedPostgres({ dataDir: into, log: quiet });
    try {
      const platform = await BackupWorld.platformOn(server.url, this.folder);
      try {
        return await work(platform);
      } finally {
        await platform.close();
      }
    } finally {
      await server.stop();
      rmSync(into, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    await this.stopWriters();
    await this.platform.close();
    await this.archived.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const CODES = ['NT-01', 'NT-02', 'NT-03', 'NT-04', 'NT-05'];

/** Figures of a year as known at a position, once they are there. */
export const figuresAt = async (platform: OpenPlatform, asOf: number): Promise<unknown> => {
  await platform.projector.catchUp();
  const period = parsePeriod('2023');
  if (period === undefined) throw new Error('no period');
  const reading = { bureau: BUREAU, offices: [BUREAU, ...OFFICES], asOf };
  const values = await evaluateIndicators(platform.ledger, platform.registry, reading, period, CODES);
  return values.map(({ code, value, numerator, denominator }) => ({ code, value, numerator, denominator }));
};

/** Everything that is stored of each event up to a position, as one text for each. */
export const eventsUpTo = async (pool: pg.Pool, position: number): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ event: string }>(
    'select e::text as event from es.event e where position <= $1 order by position',
    [position],
  );
  return rows.map(({ event }) => event);
};

/** What an independent slow fold of the whole log finds wrong with the figures. */
export const faultsOf = async (platform: OpenPlatform): Promise<number> => {
  await platform.projector.catchUp();
  const { pool, store, registry } = platform;
  const found = await verifyLedger({ pool, store, registry, calendar: platform.calendar() });
  return found.differences.length + found.balances.length;
};
