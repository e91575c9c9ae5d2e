import type { QueryRunner } from 'typeorm';
import { builtInYears } from '../calendar/built-in-years.js';
import { insertCalendarYear } from '../calendar/calendar-years.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Makes the working-day calendar, one row per year and version, with the years we ship. Rows are only ever added. */
export class Calendar1763683200004 extends ForwardMigration {
  async up(runner: QueryRunner): Promise<void> {
    await runSql(runner, [
      `create table calendar_year (
        year integer not null check (year between 1949 and 9999),
        version integer not null check (version > 0),
        source text not null,
        days_off date[] not null,
        days_worked date[] not null,
        primary key (year, version)
      )`,
      `do $$ begin
        if exists (select from pg_roles where rolname = 'taizhang_app') then
          grant select, insert on calendar_year to taizhang_app;
        end if;
      end $$`,
    ]);
    for (const year of builtInYears) await insertCalendarYear(runner, year);
  }
}
