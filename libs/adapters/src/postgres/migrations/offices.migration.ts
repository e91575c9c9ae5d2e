import type { QueryRunner } from 'typeorm';
import { ForwardMigration, runSql } from './run-sql.js';

/** Makes the office tree. Parent and successor are checked at the end of a statement, so a tree can come in one. */
export class Offices1763683200003 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, [
      `create table office (
        code text primary key,
        parent text references office,
        bureau text not null,
        name text not null,
        kind text not null,
        valid_from date not null,
        valid_to date,
        successor text references office,
        check (valid_to >= valid_from),
        check (parent <> code and successor <> code)
      )`,
      `do $$ begin
        if exists (select from pg_roles where rolname = 'taizhang_app') then
          grant select, insert, update on office to taizhang_app;
        end if;
      end $$`,
    ]);
  }
}
