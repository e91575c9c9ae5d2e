import { WorkingDayCalendar } from './working-days.js';

const calendar = new WorkingDayCalendar([
  {
    year: 2026,
    version: 1,
    source: 'test',
    daysOff: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
    daysWorked: ['2026-02-14', '2026-02-28'],
  },
]);

describe('working days', () => {
  it('leaves weekends and holidays out and counts worked weekends', () => {
    expect(calendar.isWorkingDay('2026-02-14')).toBe(true);
    expect(calendar.isWorkingDay('2026-02-15')).toBe(false);
    expect(calendar.addWorkingDays('2026-02-13', 2)).toEqual({ dueOn: '2026-02-24', provisional: false });
  });

  it('does not count the start day', () => {
    expect(calendar.addWorkingDays('2026-03-02', 0).dueOn).toBe('2026-03-02');
    expect(calendar.addWorkingDays('2026-03-02', 1).dueOn).toBe('2026-03-03');
  });

  it('runs backwards, and counts between two days', () => {
    expect(calendar.addWorkingDays('2026-02-24', -2).dueOn).toBe('2026-02-13');
    expect(calendar.workingDaysBetween('2026-02-13', '2026-02-24')).toBe(2);
    expect(calendar.workingDaysBetween('2026-02-24', '2026-02-13')).toBe(0);
  });

  it('moves a last day off to the next working day', () => {
    expect(calendar.roll('2026-02-17').dueOn).toBe('2026-02-24');
    expect(calendar.roll('2026-02-24').dueOn).toBe('2026-02-24');
  });

  it('calls a deadline provisional when a year on the way is unknown', () => {
    expect(calendar.addWorkingDays('2026-12-30', 5)).toEqual({ dueOn: '2027-01-06', provisional: true });
    expect(calendar.roll('2027-01-01').provisional).toBe(true);
  });

  it('takes the newest version of a year', () => {
    const changed = new WorkingDayCalendar([
      { year: 2026, version: 2, source: 'test', daysOff: ['2026-03-03'], daysWorked: [] },
      { year: 2026, version: 1, source: 'test', daysOff: ['2026-03-04'], daysWorked: [] },
    ]);
    expect(changed.isWorkingDay('2026-03-03')).toBe(false);
    expect(changed.isWorkingDay('2026-03-04')).toBe(true);
  });
});
