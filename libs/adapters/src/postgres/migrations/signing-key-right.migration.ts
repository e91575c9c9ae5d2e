import type { QueryRunner } from 'typeorm';
import { sqlOf } from '../sql-folder.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Takes back the right to change a key of tokens that stood among the rights of `users` for a while. */
export class SigningKeyRight1763683200025 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, sqlOf('signing-key-right'));
  }
}
