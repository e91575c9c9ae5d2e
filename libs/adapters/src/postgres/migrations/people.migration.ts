import type { QueryRunner } from 'typeorm';
import { ForwardMigration, runSql } from './run-sql.js';

/**
 * Makes the person registry: cipher text in schema `people`, wrapped keys and blind indexes in schema `people_keys`, so
 * that the two can be backed up apart. A key row that is gone has erased the person.
 */
export class People1763683200005 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, [
      'create schema people',
      'create schema people_keys',
      `create table people.person (
        person_ref uuid primary key,
        bureau text not null,
        fields json not null
      )`,
      `create table people_keys.person_key (
        person_ref uuid primary key,
        wrapped_key text not null,
        blind_index bytea unique
      )`,
      `do $$ begin
        if exists (select from pg_roles where rolname = 'taizhang_app') then
          grant usage on schema people, people_keys to taizhang_app;
          grant select, insert, update (fields) on people.person to taizhang_app;
          grant select, insert, delete on people_keys.person_key to taizhang_app;
        end if;
      end $$`,
    ]);
  }
}
