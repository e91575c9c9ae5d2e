import { rm } from 'node:fs/promises';
import type { Log } from '../../log.js';
import type { ProcessSettings } from '../../settings.js';
import { liesWithin } from '../backup/backup-key.js';
import { tombstonesBeside } from '../person-registry/tombstones.js';
import { withClient } from '../with-client.js';
import { type RemovalOrder, forgetOrder } from './removal-order.js';

/** SQLSTATE of a database that somebody has open. */
const OPEN_ELSEWHERE = '55006';
/** Tries while the sessions of a process that was killed come to their end; the database itself waits five seconds in each. */
const TRIES = 2;

/** `ordered`: the demo the order is about; `empty`: nothing was ever made in it; `other`: anything else. */
const find = (url: string, { logId }: RemovalOrder): Promise<'ordered' | 'empty' | 'other'> =>
  withClient(url, async (client) => {
    const [there] = (
      await client.query<{ log: boolean; mark: boolean }>(
        `select to_regclass('es.log') is not null as log, to_regclass('demo.mark') is not null as mark`,
      )
    ).rows;
    if (there?.log !== true) return 'empty';
    if (!there.mark) return 'other';
    const { rowCount } = await client.query('select from es.log, demo.mark where log_id = $1', [logId]);
    return rowCount === 1 ? 'ordered' : 'other';
  });

/** Makes a database anew, empty. Nobody's session is cut for it: gives whether nobody else had it open. */
const renew = (url: string): Promise<boolean> => {
  const [name, caretaker] = [new URL(url).pathname.slice(1), new URL(url)];
  caretaker.pathname = '/postgres';
  return withClient(caretaker.href, async (client) => {
    for (let left = TRIES; left > 0; left -= 1) {
      try {
        await client.query(`drop database ${client.escapeIdentifier(name)}`);
        await client.query(`create database ${client.escapeIdentifier(name)} template template0`);
        return true;
      } catch (error) {
        if ((error as { readonly code?: string }).code !== OPEN_ELSEWHERE) throw error;
      }
    }
    return false;
  });
};

/** Files of a data folder that belong to the data in it: keys of persons, who was erased, anchors of its chain. */
const filesOf = ({ KEY_FILE, ANCHORS_FILE }: ProcessSettings): readonly string[] => [
  KEY_FILE,
  tombstonesBeside(KEY_FILE),
  ANCHORS_FILE,
];

interface Removing {
  readonly url: string;
  /** Whether the server is in nobody else's care. */
  readonly ours: boolean;
  readonly settings: ProcessSettings;
  readonly log: Log;
}

/**
 * Carries out an order to remove the demo of a data folder, from wherever it was left: the database first, in one step, then what
 * lies beside it, then the order. Another log than the one ordered, or one that is no demo, stays as it is, and the order is void; so
 * it is where somebody else works on the database. What lies outside the data folder is never touched.
 */
export const finishRemoval = async (order: RemovalOrder, { url, ours, settings, log }: Removing): Promise<void> => {
  const { DATA_DIR } = settings;
  const found = await find(url, order);
  if (found === 'other') log('error', 'the demo was not removed', { reason: 'it is not what is here' });
  else if (!ours || (found === 'ordered' && !(await renew(url))))
    log('error', 'the demo was not removed', { reason: 'another process works on it' });
  else {
    for (const file of filesOf(settings)) if (liesWithin(file, DATA_DIR)) await rm(file, { force: true });
    log('warn', 'the demo was removed', { logId: order.logId });
  }
  await forgetOrder(DATA_DIR);
};
