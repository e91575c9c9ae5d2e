import type pg from 'pg';
import type { Random } from '../../system/random.js';
import { wrappingKey } from './file-key.js';
import { headsOfUsers, resealUsers } from '../users/reseal-users.js';
import { userKey, userVaultOf } from '../users/user-vault.js';
import { addMasterKey, dropMasterKeys } from './master-key.js';
import { type KeySource, openPersonKeys } from './person-keys.js';
import { headsInUse, isRewrapDue, rewrap } from './rewrap.js';
import { headOf } from './sealed-text.js';
import { suiteNamed } from './suites.js';
import { suiteNames } from './suite-names.js';

/**
 * Gives the key file a new master key and wraps every key by it; where a rotation was interrupted, goes on with that one.
 * With a device the keys go over to the one it names now, which is its own to change. Gives the number of keys wrapped.
 */
export const rotateKeys = async (
  pool: pg.Pool,
  source: KeySource,
  random: Random,
  onProgress: (keys: number) => void = () => undefined,
): Promise<number> => {
  const { kek } = openPersonKeys(pool, source, random).vault;
  if (source.device === undefined && !(await isRewrapDue(pool, kek))) addMasterKey(source.keyFile, random);
  await resealUsers(pool, userVaultOf(source.keyFile));
  return rewrap(pool, kek, onProgress);
};

/**
 * Drops older master keys that wrap nothing any more. Only then is a person's key that was destroyed beyond reach even for
 * who has an old copy of the database and the key file. Not to be done while a process runs that has not seen the new key.
 * Gives the number dropped.
 */
export const forgetKeys = async (pool: pg.Pool, { keyFile }: KeySource, random: Random): Promise<number> => {
  const heads = new Set(await headsInUse(pool));
  const ofUsers = new Set(await headsOfUsers(pool));
  const isNeeded = (master: Buffer): boolean =>
    suiteNames.some((name) => {
      const suite = suiteNamed(name);
      return heads.has(`${headOf(wrappingKey(suite, master))}:`) || ofUsers.has(`${headOf(userKey(suite, master))}:`);
    });
  return dropMasterKeys(keyFile, isNeeded, random);
};
