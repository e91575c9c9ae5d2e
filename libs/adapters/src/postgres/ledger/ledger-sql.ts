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

/** Creates keys, indexes and guards of a loaded generation: of the postings and balances, and of the other tables. */
export const generationIndexes = (generation: number): { readonly sums: string[]; readonly lists: string[] } => {
  const ofSums = (name: string): boolean => /posting|balance/.test(name);
  return {
    sums: generationSql(generation, (name) => name >= '1' && ofSums(name)),
    lists: generationSql(generation, (name) => name >= '1' && !ofSums(name)),
  };
};

/** Creates schema `ledger` and its first, empty generation; for a migration to run once, in order. */
export const ledgerSql = (): string[] => {
  const { sums, lists } = generationIndexes(1);
  return [...sqlIn(folder(), () => true), ...generationTables(1), ...sums, ...lists];
};
