import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.js';

const folder = (): string => join(projectRoot(), 'infra/postgres/ledger');

const sqlIn = (path: string, chosen: (name: string) => boolean): string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith('.sql') && chosen(name))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'));

/** Schema that holds the rows of a generation. */
export const generationSchema = (generation: number): string => `ledger_g${generation}`;

const generationSql = (generation: number, chosen: (name: string) => boolean): string[] =>
  sqlIn(join(folder(), 'generation'), chosen).map((sql) => sql.replaceAll('ledger_g0', generationSchema(generation)));

/** Creates the tables of a generation, bare, the quickest state to load them in. */
export const generationTables = (generation: number): string[] => generationSql(generation, (name) => name < '1');

/** What is done to a generation once its rows are in. Texts of one list follow each other; the lists go side by side. */
export interface GenerationIndexes {
  /** Accounts by name, and postings by account. */
  readonly accounts: string[];
  /** The other indexes of the postings, and those of the balances. */
  readonly sums: string[];
  readonly lists: string[];
  /** To come when all else is done. */
  readonly guards: string[];
}

/** Creates keys, indexes and guards of a loaded generation. */
export const generationIndexes = (generation: number): GenerationIndexes => {
  const of = (name: string): keyof GenerationIndexes => {
    if (name.includes('append-only')) return 'guards';
    if (name.includes('account')) return 'accounts';
    return /posting|balance/.test(name) ? 'sums' : 'lists';
  };
  const chosen = (list: keyof GenerationIndexes): string[] =>
    generationSql(generation, (name) => name >= '1' && of(name) === list);
  return { accounts: chosen('accounts'), sums: chosen('sums'), lists: chosen('lists'), guards: chosen('guards') };
};

/** Creates schema `ledger` and its first, empty generation; for a migration to run once, in order. */
export const ledgerSql = (): string[] => {
  const { accounts, sums, lists, guards } = generationIndexes(1);
  return [...sqlIn(folder(), () => true), ...generationTables(1), ...accounts, ...sums, ...lists, ...guards];
};
