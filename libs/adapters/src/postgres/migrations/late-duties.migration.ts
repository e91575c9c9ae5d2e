import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Keeps what was done late on the list of duties. */
export class LateDuties1763683200010 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('late-duties'));
  }
}
