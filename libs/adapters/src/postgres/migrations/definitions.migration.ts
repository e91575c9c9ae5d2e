import type { QueryRunner } from 'typeorm';
import { definitionsSql } from '../definitions/schema.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Lets bureaus define measures and indicators of their own. */
export class Definitions1763683200009 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, definitionsSql());
  }
}
