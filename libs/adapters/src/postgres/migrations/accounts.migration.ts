import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { projectRoot } from '../../project-root.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Writes postings under numbered accounts instead of naming measure, office and splits in each. */
export class Accounts1763683200011 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, [readFileSync(join(projectRoot(), 'infra/postgres/accounts/01-accounts.sql'), 'utf8')]);
  }
}
