import { due, lastStroke } from './due.js';

/** 03:00 in Shanghai on 5 March. */
const NOW = '2024-03-04T19:00:00.000Z';
const FRESH = '2024-03-04T18:10:00.000Z';

it.each([
  [NOW, 2, '2024-03-04T18:00:00.000Z'],
  [NOW, 3, NOW],
  [NOW, 4, '2024-03-03T20:00:00.000Z'],
  ['2023-12-31T15:59:59.999Z', 0, '2023-12-30T16:00:00.000Z'],
])('at %s the last stroke of %d o’clock in Shanghai was %s', (now, hour, stroke) =>
  expect(lastStroke(now, hour)).toBe(stroke),
);

describe('a backup is due', () => {
  it('at once where there is none', () => expect(due(NOW, 2, {})).toBe('backup'));
  it('once the hour has struck since the last', () =>
    expect(due(NOW, 2, { lastBackup: '2024-03-04T17:59:00.000Z' })).toBe('backup'));
  it('not twice a night', () => expect(due(NOW, 2, { lastBackup: FRESH, lastDrill: FRESH })).toBeUndefined());
  it('not again within the hour after it failed', () => {
    expect(due(NOW, 2, { tried: { backup: '2024-03-04T18:00:01.000Z' } })).toBeUndefined();
    expect(due(NOW, 2, { tried: { backup: '2024-03-04T18:00:00.000Z' } })).toBe('backup');
  });
});

describe('a drill is due', () => {
  const after = (lastDrill: string | undefined, tried?: string) =>
    due(NOW, 2, { lastBackup: FRESH, lastDrill, tried: { drill: tried } });
  it('when there was none, and a backup is there', () => expect(after(undefined)).toBe('drill'));
  it('seven days after the last', () => {
    expect(after('2024-02-26T19:00:00.000Z')).toBe('drill');
    expect(after('2024-02-26T19:00:00.001Z')).toBeUndefined();
  });
  it('not at once after it failed', () => expect(after(undefined, '2024-03-04T14:00:00.000Z')).toBeUndefined());
  it('never before a backup', () => expect(due(NOW, 2, { tried: { backup: FRESH } })).toBeUndefined());
});
