import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Makes schema `relay`, and lets the ledger be fed from partitions of topics and set streams aside. */
export class Topics1763683200006 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('topics'));
  }
}
