import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Makes schema `balances`, what is published of the figures, and `rollup`, the figures of many databases gathered. */
export class Balances1763683200007 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('balances'));
  }
}
