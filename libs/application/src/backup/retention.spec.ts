import { type KeptBase, retention } from './retention.js';

const base = (day: number, segment: number): KeptBase => ({
  id: `day-${day}`,
  finishedAt: `2024-03-${String(day).padStart(2, '0')}T18:05:00.000Z`,
  firstSegment: `00000001000000000000000${segment}`,
});
const NOW = '2024-03-20T00:00:00.000Z';

it('keeps the one backup that serves the oldest moment, and all younger ones', () =>
  expect(retention([base(3, 1), base(4, 2), base(12, 3), base(19, 4)], NOW, 14)).toEqual({
    drop: ['day-3'],
    segmentsFrom: '000000010000000000000002',
  }));

it('keeps a backup on the very edge and those the days reach', () =>
  expect(retention([base(5, 1), base(6, 2)], '2024-03-20T18:05:00.000Z', 14).drop).toEqual(['day-5']));

it('never drops the last backup, however old', () =>
  expect(retention([base(1, 7)], '2030-01-01T00:00:00.000Z', 14)).toEqual({
    drop: [],
    segmentsFrom: '000000010000000000000007',
  }));

it('lets nothing go where no backup is known', () =>
  expect(retention([], NOW, 14)).toEqual({ drop: [], segmentsFrom: undefined }));
