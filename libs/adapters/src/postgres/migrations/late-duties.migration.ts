import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { projectRoot } from '../../project-root.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Keeps what was done late on the list of duties. */
export class LateDuties1763683200010 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, [readFileSync(join(projectRoot(), 'infra/postgres/late-duties/01-met-on.sql'), 'utf8')]);
  }
}
