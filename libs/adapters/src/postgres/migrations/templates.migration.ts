import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Makes schema `template`: Word forms that bureaus made themselves. */
export class Templates1763683200013 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('templates'));
  }
}
