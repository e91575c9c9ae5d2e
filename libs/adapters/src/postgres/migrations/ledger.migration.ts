import type { QueryRunner } from 'typeorm';
import { ledgerSql } from '../ledger/ledger-sql.js';
import { ForwardMigration, runSql } from './run-sql.js';

/** Makes schema `ledger`: facts, postings, balances, registers, duties and checkpoints. */
export class Ledger1763683200002 extends ForwardMigration {
  up(runner: QueryRunner): Promise<void> {
    return runSql(runner, ledgerSql());
  }
}
