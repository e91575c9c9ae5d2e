import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Makes the role that requests are read as, and puts what belongs to offices under row-level security. */
export class Requests1763683200019 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, [...sqlOf('register-lists'), ...sqlOf('requests')]);
  }
}
