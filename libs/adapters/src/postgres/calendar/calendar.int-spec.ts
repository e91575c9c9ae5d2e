import type { DataSource } from 'typeorm';
import type { HandedYear } from '#application/ports/calendars.js';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/services.js';
import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';
import { builtInYears } from './built-in-years.js';
import { PostgresCalendarYears, loadCalendar } from './calendar-years.js';

describe('the working-day calendar', () => {
  let database: FreshDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    await migrate(database.url);
    dataSource = await createDataSource(database.url).initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is there from the first start, as the notices say', async () => {
    const calendar = await loadCalendar(dataSource);
    expect(
      ['2026-02-15', '2026-02-23', '2020-02-02', '2023-10-06', '2024-02-09'].map((day) => calendar.isWorkingDay(day)),
    ).toEqual([false, false, false, false, true]);
    expect(['2026-02-14', '2026-02-28', '2023-01-28', '2022-10-08'].every((day) => calendar.isWorkingDay(day))).toBe(
      true,
    );
    expect([2019, 2020, 2026, 2027].map((year) => calendar.knows(`${year}-06-01`))).toEqual([false, true, true, false]);
    // 7 working days from the eve of Spring Festival 2023: 28 and 29 January are worked.
    expect(calendar.addWorkingDays('2023-01-20', 7)).toEqual({ dueOn: '2023-02-03', provisional: false });
  });

  it('keeps every version of a year and counts by the newest', async () => {
    const years = new PostgresCalendarYears(dataSource);
    const year: HandedYear = {
      year: 2027,
      source: 'a notice',
      daysOff: ['2027-01-01'],
      daysWorked: ['2027-01-03'],
    };
    expect(await years.add(year)).toEqual({ ...year, version: 1 });
    expect((await loadCalendar(dataSource)).isWorkingDay('2027-01-01')).toBe(false);
    const second = { ...year, daysOff: ['2027-01-04'] };
    expect(await years.add(second)).toEqual({ ...second, version: 2 });
    const calendar = await loadCalendar(dataSource);
    expect(['2027-01-01', '2027-01-04', '2027-01-03'].map((day) => calendar.isWorkingDay(day))).toEqual([
      true,
      false,
      true,
    ]);
    expect((await years.all()).slice(0, 2)).toEqual([
      { ...second, version: 2 },
      { ...year, version: 1 },
    ]);
  });

  it('refuses dates outside the year and worked days that are working days anyway', async () => {
    const wrong = {
      year: 2028,
      source: 'a notice',
      daysOff: ['2027-12-31', '2028-02-30'],
      daysWorked: ['2028-01-03'],
    };
    await expect(new PostgresCalendarYears(dataSource).add(wrong)).rejects.toMatchObject({
      rejection: {
        code: 'invalid-data',
        details: [
          { at: 'daysOff[0]', code: 'not-a-date' },
          { at: 'daysOff[1]', code: 'not-a-date' },
          { at: 'daysWorked[0]', code: 'not-a-day-off' },
        ],
      },
    });
  });

  it('ships years that hold together', () => {
    expect(builtInYears.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    for (const { year, daysOff, daysWorked, source } of builtInYears) {
      expect(source).toContain('国务院办公厅');
      expect([...daysOff].sort()).toEqual(daysOff);
      expect(new Set([...daysOff, ...daysWorked]).size).toBe(daysOff.length + daysWorked.length);
      expect([...daysOff, ...daysWorked].every((day) => day.startsWith(`${year}-`))).toBe(true);
      expect(daysWorked.every((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toBe(true);
    }
  });
});
