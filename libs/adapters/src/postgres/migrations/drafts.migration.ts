import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Makes schema `draft`: documents made at the end of a year before anybody asks. */
export class Drafts1763683200012 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('drafts'));
  }
}
