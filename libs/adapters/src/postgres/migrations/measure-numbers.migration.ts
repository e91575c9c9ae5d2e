import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Gives the numbers of measures back that were drawn and never used. */
export class MeasureNumbers1763683200027 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('measure-numbers'));
  }
}
