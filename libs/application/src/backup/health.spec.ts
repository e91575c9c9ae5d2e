import { type BackupRecord, backupHealth } from './health.js';

const NOW = '2024-03-20T00:00:00.000Z';
const well: BackupRecord = {
  since: '2024-01-01T00:00:00.000Z',
  lastBackup: '2024-03-19T18:00:00.000Z',
  lastDrill: '2024-03-12T00:00:00.000Z',
};
const concerns = (more: Partial<BackupRecord>) => backupHealth({ ...well, ...more }, NOW).concerns;

it('is good with a backup of last night and a drill of eight days ago', () =>
  expect(backupHealth(well, NOW)).toEqual({
    status: 'good',
    concerns: [],
    lastBackup: well.lastBackup,
    lastDrill: well.lastDrill,
    backupAge: 6 * 3600,
    drillAge: 8 * 86_400,
  }));

it.each([
  ['a drill more than eight days old', { lastDrill: '2024-03-11T23:59:59.000Z' }, ['drill-old']],
  ['no drill since backups began', { lastDrill: undefined }, ['drill-old']],
  ['no backup for two nights', { lastBackup: '2024-03-17T18:00:00.000Z' }, ['backup-old']],
  ['a drill that failed after the last good one', { lastFailedDrill: '2024-03-19T00:00:00.000Z' }, ['drill-failed']],
  ['a log that waits for its archive', { waitingSince: '2024-03-19T23:49:00.000Z' }, ['archive-behind']],
])('is degraded by %s', (_what, more, expected) => {
  expect(concerns(more)).toEqual(expected);
  expect(backupHealth({ ...well, ...more }, NOW).status).toBe('degraded');
});

it('is not held against a system that was set up this week', () =>
  expect(backupHealth({ since: '2024-03-19T00:00:00.000Z' }, NOW)).toMatchObject({ status: 'good', lastDrill: null }));

it('forgets a failed drill once one succeeded', () =>
  expect(concerns({ lastFailedDrill: '2024-03-11T00:00:00.000Z' })).toEqual([]));
