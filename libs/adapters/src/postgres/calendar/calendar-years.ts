import type { DataSource, QueryRunner } from 'typeorm';
import type { CalendarStore, HandedYear } from '#application/ports/calendars.js';
import { isLocalDate, weekday } from '#kernel/dates.js';
import { Rejected, type RejectionDetail, reject } from '#kernel/reject.js';
import { type CalendarYear, WorkingDayCalendar } from '#kernel/working-days.js';

const COLUMNS = 'year, version, source, days_off::text[] as "daysOff", days_worked::text[] as "daysWorked"';

/** Reads the working-day calendar: the newest version of every year known. */
export const loadCalendar = async (dataSource: DataSource): Promise<WorkingDayCalendar> =>
  new WorkingDayCalendar(await new PostgresCalendarYears(dataSource).all());

const faultsOf = ({ year, daysOff, daysWorked }: HandedYear): readonly RejectionDetail[] => {
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

/** Years of the calendar in the database: rows are only added. */
export class PostgresCalendarYears implements CalendarStore {
  constructor(private readonly dataSource: DataSource) {}

  all(): Promise<readonly CalendarYear[]> {
    return this.dataSource.query(`select ${COLUMNS} from calendar_year order by year desc, version desc`);
  }

  async add(handed: HandedYear): Promise<CalendarYear> {
    const faults = faultsOf(handed);
    if (faults.length > 0) throw new Rejected(reject('invalid-data', ...faults));
    return this.dataSource.transaction(async ({ queryRunner }) => {
      const runner = queryRunner as QueryRunner;
      // One at a time, so that versions of a year follow each other.
      await runner.query(`select pg_advisory_xact_lock(hashtextextended('taizhang.calendar', 0))`);
      const [newest] = (await runner.query(
        'select coalesce(max(version), 0) as version from calendar_year where year = $1',
        [handed.year],
      )) as readonly [{ readonly version: number }];
      const year = { ...handed, version: newest.version + 1 };
      await insertCalendarYear(runner, year);
      return year;
    });
  }

  async mark(): Promise<number> {
    return this.dataSource.transaction(async ({ queryRunner }) => {
      const runner = queryRunner as QueryRunner;
      // Definitions that are being added come before it, or after it.
      await runner.query(`select pg_advisory_xact_lock(hashtextextended('taizhang.definitions', 0))`);
      const [{ mark }] = (await runner.query(
        `select nextval(pg_get_serial_sequence('ledger.definition', 'id')) as mark`,
      )) as readonly [{ readonly mark: string }];
      return Number(mark);
    });
  }
}
