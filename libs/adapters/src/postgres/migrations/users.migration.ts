import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Makes schema `users`: who may sign in, and what was opened by signing in. */
export class Users1763683200017 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('users'));
  }
}
