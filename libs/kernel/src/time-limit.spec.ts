import { limitEnd } from './time-limit.js';
import { WorkingDayCalendar } from './working-days.js';

const calendar = new WorkingDayCalendar([
  { year: 2023, version: 1, source: 'test', daysOff: ['2023-05-01'], daysWorked: [] },
]);
const sixty = { days: 60, count: 'calendar-days', roll: true } as const;
const ten = { days: 10, count: 'working-days' } as const;

describe('a term', () => {
  it('ends on its last day, or the next working day', () => {
    expect(limitEnd('2023-03-01', sixty, calendar)).toEqual({ dueOn: '2023-05-02', provisional: false });
    expect(limitEnd('2023-03-03', sixty, calendar)?.dueOn).toBe('2023-05-02');
  });
  it('is longer by what was granted on top, in days of its own', () => {
    expect(limitEnd('2023-03-01', { ...sixty, more: 30 }, calendar)?.dueOn).toBe('2023-05-30');
    expect(limitEnd('2023-03-01', { ...ten, more: 1 }, calendar)?.dueOn).toBe('2023-03-16');
    expect(limitEnd('2023-01-31', { days: 1, count: 'months', more: 2 }, calendar)?.dueOn).toBe('2023-03-02');
  });
  it('of working days runs backwards as well', () =>
    expect(limitEnd('2023-03-15', { days: -5, count: 'working-days' }, calendar)?.dueOn).toBe('2023-03-08'));
  it('is provisional where a calendar is not known', () =>
    expect(limitEnd('2023-12-28', ten, calendar)?.provisional).toBe(true));
});

describe('a term that stood still', () => {
  it('moves by the days it stood still', () => {
    const pauses = [{ from: '2023-03-05', to: '2023-03-25' }];
    expect(limitEnd('2023-03-01', { ...sixty, roll: false }, calendar)?.dueOn).toBe('2023-04-30');
    expect(limitEnd('2023-03-01', { ...sixty, roll: false }, calendar, pauses)?.dueOn).toBe('2023-05-20');
  });
  it('moves by all of them, also from its first day or before it', () => {
    const end = (from: string, to: string) =>
      limitEnd('2023-03-01', { ...sixty, roll: false }, calendar, [{ from, to }])?.dueOn;
    expect(end('2023-03-01', '2023-03-11')).toBe('2023-05-10');
    expect(end('2023-02-01', '2023-03-11')).toBe('2023-05-10');
    expect(end('2023-02-01', '2023-02-11')).toBe('2023-04-30');
  });
  it('adds up several pauses, one of them in the time won by another', () =>
    expect(
      limitEnd('2023-03-01', { ...sixty, roll: false }, calendar, [
        { from: '2023-03-05', to: '2023-03-25' },
        { from: '2023-05-10', to: '2023-05-15' },
      ])?.dueOn,
    ).toBe('2023-05-25'));
  it('counts working days before and after only', () => {
    expect(limitEnd('2023-03-01', ten, calendar)?.dueOn).toBe('2023-03-15');
    expect(limitEnd('2023-03-01', ten, calendar, [{ from: '2023-03-03', to: '2023-03-20' }])?.dueOn).toBe('2023-03-30');
  });
  it('has no last day while it stands still', () =>
    expect(limitEnd('2023-03-01', ten, calendar, [{ from: '2023-03-03' }])).toBeUndefined());
  it('does not fall due on its last day where it stands still from that day on, holiday or not', () => {
    expect(limitEnd('2023-03-01', ten, calendar, [{ from: '2023-03-15' }])).toBeUndefined();
    expect(limitEnd('2023-03-01', ten, calendar, [{ from: '2023-03-15', to: '2023-03-20' }])?.dueOn).toBe('2023-03-20');
    const rolling = { days: 17, count: 'calendar-days', roll: true } as const;
    expect(limitEnd('2023-03-01', rolling, calendar)?.dueOn).toBe('2023-03-20');
    expect(limitEnd('2023-03-01', rolling, calendar, [{ from: '2023-03-20' }])).toBeUndefined();
    expect(limitEnd('2023-03-01', rolling, calendar, [{ from: '2023-03-20', to: '2023-04-01' }])?.dueOn).toBe(
      '2023-04-03',
    );
    expect(limitEnd('2023-03-01', rolling, calendar, [{ from: '2023-03-21' }])?.dueOn).toBe('2023-03-20');
  });
  it('stands as it was when it had ended before', () => {
    expect(limitEnd('2023-03-01', ten, calendar, [{ from: '2023-03-16' }])?.dueOn).toBe('2023-03-15');
    expect(limitEnd('2023-03-01', ten, calendar, [{ from: '2023-04-01', to: '2023-04-03' }])?.dueOn).toBe('2023-03-15');
  });
});
