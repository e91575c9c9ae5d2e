import { isSegment, segmentAfter, segmentOf, unbrokenFrom } from './wal-names.js';

const MIB = 2 ** 20;

it.each([
  ['0/3000028', 1, 16 * MIB, '000000010000000000000003'],
  ['0/FF000000', 1, 16 * MIB, '0000000100000000000000FF'],
  ['1/0', 1, 16 * MIB, '000000010000000100000000'],
  ['A/12345678', 31, 64 * MIB, '0000001F0000000A00000004'],
])('the byte %s of timeline %d lies in the segment PostgreSQL says', (lsn, timeline, size, name) =>
  expect(segmentOf(lsn, timeline, size)).toBe(name),
);

it('refuses what is no place in the log', () => expect(() => segmentOf('somewhere', 1, 16 * MIB)).toThrow(RangeError));

it('the next segment carries over where a log file of 4 GiB ends', () => {
  expect(segmentAfter('000000010000000000000003', 16 * MIB)).toBe('000000010000000000000004');
  expect(segmentAfter('0000000100000000000000FF', 16 * MIB)).toBe('000000010000000100000000');
  expect(segmentAfter('00000001000000000000003F', 64 * MIB)).toBe('000000010000000100000000');
});

it('tells segments from histories, labels and halves', () => {
  expect(isSegment('000000010000000000000003')).toBe(true);
  for (const name of ['00000002.history', '000000010000000000000003.00000028.backup', '000000010000000000000003.part'])
    expect(isSegment(name)).toBe(false);
});

describe('a run of segments', () => {
  const names = ['3', '4', '5', '7'].map((last) => `00000001000000000000000${last}`);
  it('ends at the first that is missing', () =>
    expect(unbrokenFrom(names[0] as string, names, 16 * MIB)).toEqual({
      last: '000000010000000000000005',
      hole: '000000010000000000000006',
    }));
  it('has no hole where nothing follows', () =>
    expect(unbrokenFrom(names[3] as string, names, 16 * MIB)).toEqual({ last: names[3] }));
  it('has no end where its first is missing', () =>
    expect(unbrokenFrom('000000010000000000000006', names, 16 * MIB)).toEqual({ hole: '000000010000000000000006' }));
  it('knows only its own timeline', () =>
    expect(unbrokenFrom('000000020000000000000003', names, 16 * MIB)).toEqual({}));
});
