import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.js';

/** Statements that create schema `es`, one text per object in order of creation; for a migration to run once. */
export const eventStoreSql = (): string[] => {
  const folder = join(projectRoot(), 'infra/postgres/event-store');
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
};

/** Creates the event store in the client's database, within the transaction the client is in. */
export const applyEventStoreSchema = async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
  for (const sql of eventStoreSql()) await client.query(sql);
};
