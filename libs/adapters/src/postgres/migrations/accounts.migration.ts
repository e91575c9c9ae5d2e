import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Writes postings under numbered accounts instead of naming measure, office and splits in each. */
export class Accounts1763683200011 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('accounts'));
  }
}
