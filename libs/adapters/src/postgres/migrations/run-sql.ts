import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs statements in order, inside the transaction of the migration. */
export const runSql = async (runner: QueryRunner, statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await runner.query(statement);
};

/** A step forward only: what it made holds records, and records are never dropped. */
export abstract class ForwardMigration implements MigrationInterface {
  abstract up(runner: QueryRunner): Promise<void>;

  down(): Promise<void> {
    return Promise.reject(new Error(`${this.constructor.name} has no way back: it would drop records`));
  }
}
