import type { DataSource, QueryRunner } from 'typeorm';
import { isLocalDate, weekday } from '#kernel/dates.js';
import { Rejected, type RejectionDetail, reject } from '#kernel/reject.js';
import { type CalendarYear, WorkingDayCalendar } from '#kernel/working-days.js';

/** Reads the working-day calendar: the newest version of every year known. */
export const loadCalendar = async (dataSource: DataSource): Promise<WorkingDayCalendar> => {
  const rows: readonly CalendarYear[] = await dataSource.query(
    `select distinct on (year) year, version, source, days_off::text[] as "daysOff", days_worked::text[] as "daysWorked"
     from calendar_year order by year, version desc`,
  );
  return new WorkingDayCalendar(rows);
};

const faultsOf = ({ year, daysOff, daysWorked }: CalendarYear): readonly RejectionDetail[] => {
  const both = new Set(daysOff);
  const check = (name: string, days: readonly string[], also: (day: string) => string | undefined): RejectionDetail[] =>
    days.flatMap((day, index) => {
      const inYear = isLocalDate(day) && day.startsWith(`${year}-`);
      const code = inYear ? also(day) : 'not-a-date';
      return code === undefined ? [] : [{ at: `${name}[${index}]`, code, message: day }];
    });
  return [
    ...check('daysOff', daysOff, () => undefined),
    ...check('daysWorked', daysWorked, (day) => (both.has(day) || weekday(day) <= 5 ? 'not-a-day-off' : undefined)),
  ];
};

/** Adds a version of a year if that version is not there yet; says whether it was added. */
export const insertCalendarYear = async (runner: QueryRunner | DataSource, year: CalendarYear): Promise<boolean> => {
  const added: readonly unknown[] = await runner.query(
    `insert into calendar_year (year, version, source, days_off, days_worked) values ($1, $2, $3, $4, $5)
     on conflict (year, version) do nothing returning year`,
    [year.year, year.version, year.source, year.daysOff, year.daysWorked],
  );
  return added.length > 0;
};

/**
 * Adds a version of a year, when its notice comes out or is amended. What was computed before keeps the version it used.
 * @throws Rejected `invalid-data` for a date outside the year or a worked day that is none; `duplicate-key` when the
 * version is there already
 */
export const saveCalendarYear = async (dataSource: DataSource, year: CalendarYear): Promise<void> => {
  const faults = faultsOf(year);
  if (faults.length > 0) throw new Rejected(reject('invalid-data', ...faults));
  if (!(await insertCalendarYear(dataSource, year)))
    throw new Rejected(reject('duplicate-key', { at: 'version', code: 'duplicate-key' }));
};
