import { type BackupRecord, backupHealth } from '#application/backup/health.js';
import { fixedClock } from '../../../../../test/support/fixed-clock.js';
import { careForBackups } from './backup-care.js';

const HOUR = 3_600_000;
/** A month of nights at a clock that moves ten minutes at a time; `fails` says what does not succeed. */
const lived = async (days: number, fails: (what: 'backup' | 'drill', day: number) => boolean = () => false) => {
  const since = '2024-03-01T04:00:00.000Z';
  const clock = fixedClock(since);
  const record: { -readonly [Key in keyof BackupRecord]: BackupRecord[Key] } = { since };
  const done: Record<'backup' | 'drill', string[]> = { backup: [], drill: [] };
  const said: string[] = [];
  const tried = { backup: 0, drill: 0 };
  const work = (what: 'backup' | 'drill') => async () => {
    tried[what] += 1;
    const { now } = clock.now();
    if (fails(what, (Date.parse(now) - Date.parse(since)) / (24 * HOUR))) throw new Error(`${what} went wrong`);
    done[what].push(now);
    record[what === 'backup' ? 'lastBackup' : 'lastDrill'] = now;
  };
  const care = careForBackups({
    clock,
    hour: 2,
    record: async () => record,
    work: { backup: work('backup'), drill: work('drill') },
    log: (level, message) => void (level === 'error' && said.push(message)),
  });
  for (let step = 0; step < days * 24 * 6; step += 1) {
    await care.look();
    await care.settled();
    clock.advance(HOUR / 6);
  }
  return { done, said, tried, health: backupHealth(record, clock.now().now) };
};

it('makes one backup a night at two, Shanghai, besides the first, and holds a drill each week', async () => {
  const { done, health } = await lived(28);
  expect(done.backup).toHaveLength(29);
  expect(done.backup[0]).toBe('2024-03-01T04:00:00.000Z');
  expect(new Set(done.backup.slice(1).map((at) => at.slice(11, 16)))).toEqual(new Set(['18:00']));
  expect(done.drill).toHaveLength(4);
  expect(health).toMatchObject({ status: 'good' });
});

it('goes on trying where drills fail, not all the time, and health says so after eight days', async () => {
  const { done, said, tried, health } = await lived(20, (what, day) => what === 'drill' && day > 1);
  expect(done.backup.length).toBeGreaterThan(19);
  expect(said.every((message) => message === 'drill failed')).toBe(true);
  expect(tried.drill).toBeLessThan(1 + 13 * 4 + 2);
  expect(health).toMatchObject({ status: 'degraded', concerns: ['drill-old'] });
});

it('does one thing at a time, and ends what is under way when it is stopped', async () => {
  const clock = fixedClock('2024-03-01T04:00:00.000Z');
  let [begun, ended] = [0, 0];
  const work = (signal: AbortSignal): Promise<void> => {
    begun += 1;
    return new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(new Error(String((ended += 1))))),
    );
  };
  const record = async () => ({ since: clock.now().now });
  const care = careForBackups({ clock, hour: 2, record, work: { backup: work, drill: work }, log: () => undefined });
  for (let look = 0; look < 3; look += 1) {
    await care.look();
    clock.advance(24 * HOUR);
  }
  expect([begun, ended]).toEqual([1, 0]);
  await care.stop();
  await care.look();
  expect([begun, ended]).toEqual([1, 1]);
});

it('does what somebody asks for at once, but not beside something else', async () => {
  const clock = fixedClock('2024-03-01T04:00:00.000Z');
  const since = clock.now().now;
  const done: string[] = [];
  let end: () => void = () => undefined;
  const work = (what: string) => () =>
    new Promise<void>((resolve) => {
      done.push(what);
      end = resolve;
    });
  const record = async () => ({ since, lastBackup: since, lastDrill: since });
  const care = careForBackups({
    ...{ clock, hour: 2, record, log: () => undefined },
    work: { backup: work('backup'), drill: work('drill') },
  });
  await care.look();
  expect([care.underWay(), done]).toEqual([undefined, []]);
  expect(care.ask('drill')).toBe(true);
  expect([care.underWay(), care.ask('backup'), care.ask('drill'), done]).toEqual(['drill', false, false, ['drill']]);
  end();
  await care.settled();
  expect([care.underWay(), care.ask('backup'), done]).toEqual([undefined, true, ['drill', 'backup']]);
  end();
  await care.stop();
  expect(care.ask('drill')).toBe(false);
});
