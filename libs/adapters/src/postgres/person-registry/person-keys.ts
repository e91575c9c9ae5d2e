import type pg from 'pg';
import type { Random } from '../../system/random.js';
import { DeviceKey } from './device-key.js';
import { FileKey } from './file-key.js';
import { IndexKeys } from './index-keys.js';
import type { KeyEncryptionKey } from './key-encryption-key.js';
import { KeyRing } from './key-ring.js';
import { assertKnownAnswers } from './known-answers.js';
import { PersonVault } from './person-vault.js';
import type { SuiteName } from './suite-names.js';
import { suiteNamed } from './suites.js';
import { TombstoneFile, type Tombstones, tombstonesBeside } from './tombstones.js';

/** What the registry stands on. */
export interface PersonKeys {
  readonly vault: PersonVault;
  readonly indexKeys: IndexKeys;
  readonly tombstones: Tombstones;
}

/** Where the keys of persons come from. */
export interface KeySource {
  /** File of the master keys, made when missing. Whose keys were destroyed stands beside it, in `<file>.destroyed`. */
  readonly keyFile: string;
  /** What new persons are sealed by. */
  readonly suite?: SuiteName;
  /** UNIX socket of a device that wraps from now on; the file still unwraps what it wrapped before. */
  readonly device?: string;
}

export const openPersonKeys = (
  pool: pg.Pool,
  { keyFile, suite: name = 'aes-256-gcm', device }: KeySource,
  random: Random,
): PersonKeys => {
  assertKnownAnswers();
  const suite = suiteNamed(name);
  const file = new FileKey(keyFile, suite, random);
  const kek: KeyEncryptionKey = device === undefined ? file : new KeyRing([new DeviceKey(device), file]);
  return {
    vault: new PersonVault(suite, kek, random),
    indexKeys: new IndexKeys(pool, kek, suite, random),
    tombstones: new TombstoneFile(tombstonesBeside(keyFile)),
  };
};
