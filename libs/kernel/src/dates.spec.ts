import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateInShanghai,
  daysBetween,
  earliest,
  isLocalDate,
  lastOfMonth,
  latest,
  weekday,
} from './dates.js';

const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1970-01-01', days));

describe('dates without a clock', () => {
  it('knows which dates exist', () => {
    expect(isLocalDate('2024-02-29')).toBe(true);
    for (const wrong of [
      '2023-02-29',
      '2023-13-01',
      '2023-00-10',
      '2023-1-1',
      '20230101',
      '2023/01/01',
      '2023-01-0x',
      '2023-01-01 ',
      '',
      null,
      20230101,
    ])
      expect(isLocalDate(wrong)).toBe(false);
  });

  it('puts the year boundary at midnight in Shanghai', () => {
    expect(dateInShanghai(new Date('2022-12-31T23:59:59.999+08:00'))).toBe('2022-12-31');
    expect(dateInShanghai(new Date('2023-01-01T00:00:00.000+08:00'))).toBe('2023-01-01');
  });

  it('adds and subtracts days without loss', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: -9999, max: 9999 }),
        (date, days) => daysBetween(date, addDays(date, days)) === days,
      ),
    );
  });

  it('counts days as the calendar does, in every year', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        const day = date.toISOString().slice(0, 10);
        const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
        return isLocalDate(day) && daysBetween('1970-01-01', day) === days && addDays('1970-01-01', days) === day;
      }),
    );
  });

  it('keeps the month end when a month is too short', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
    expect(addMonths('2023-03-31', -1)).toBe('2023-02-28');
    expect(lastOfMonth('2023-02-10')).toBe('2023-02-28');
  });

  it('finds the ends of a set of dates and the weekday', () => {
    expect(latest('2023-01-02', undefined, '2023-01-10')).toBe('2023-01-10');
    expect(earliest(undefined, '2023-01-02', '2023-01-10')).toBe('2023-01-02');
    expect(latest()).toBeUndefined();
    expect(weekday('2026-11-20')).toBe(5);
    expect(weekday('2026-11-22')).toBe(7);
  });
});
