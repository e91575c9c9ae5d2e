import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Lets records of looking that are older than they are kept for go by the calendar. */
export class LooksExpiry1763683200021 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('looks-expiry'));
  }
}
