import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Makes `es.append`, to which an event is sent with its data, and which answers only what was refused. */
export class Append1763683200029 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('append'));
  }
}
