import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FormDraft } from '#application/ports/form-drafts.js';
import type { UserSecrets } from '#application/ports/users.js';
import type { Uuid } from '#kernel/ids.js';
import { systemRandom } from '../../system/random.js';
import { aes256Gcm } from '../person-registry/aes-256-gcm.js';
import { masterKeysFrom } from '../person-registry/master-key.js';
import type { Random } from '../../system/random.js';
import type { CipherSuite } from '../person-registry/cipher-suite.js';
import {
  type Key,
  WrongKey,
  isSealedWith,
  keyOf,
  openText,
  sealText,
  suiteOf,
} from '../person-registry/sealed-text.js';

const SIGNING_KEY = 'signing key';

/** The key that seals the secrets of users under a master key. */
export const userKey = (suite: CipherSuite, master: Buffer): Key =>
  keyOf(suite, suite.derive(master, 'taizhang users'));

/**
 * Seals what must not be read off a stolen disk, each bound to the user it is of. The first master key seals, each opens what
 * it sealed; they are looked at again where none of those known did.
 */
export class UserVault {
  private readonly keys = new Map<string, readonly Key[]>();

  constructor(
    private readonly suite: CipherSuite,
    private readonly masters: () => readonly Buffer[],
    private readonly random: Random,
  ) {}

  seal(userId: Uuid, secrets: UserSecrets): string {
    return this.sealAt(`user|${userId}`, JSON.stringify(secrets));
  }

  /** @throws WrongKey when none of the master keys sealed it; Error when it was altered or moved */
  open(userId: Uuid, sealed: string): UserSecrets {
    return JSON.parse(this.openAt(`user|${userId}`, sealed)) as UserSecrets;
  }

  /** What a user has not finished, bound to him and its form. */
  sealDraft({ userId, form }: FormDraft, text: string): string {
    return this.sealAt(`draft|${userId}|${form}`, text);
  }

  /** @throws WrongKey when none of the master keys sealed it; Error when it was altered or moved */
  openDraft({ userId, form }: FormDraft, sealed: string): string {
    return this.openAt(`draft|${userId}|${form}`, sealed);
  }

  /** How a user looks at a register, bound to him and its id. */
  sealView(userId: Uuid, viewId: Uuid, text: string): string {
    return this.sealAt(`view|${userId}|${viewId}`, text);
  }

  /** @throws WrongKey when none of the master keys sealed it; Error when it was altered or moved */
  openView(userId: Uuid, viewId: Uuid, sealed: string): string {
    return this.openAt(`view|${userId}|${viewId}`, sealed);
  }

  sealSigningKey(key: string): string {
    return this.sealAt(SIGNING_KEY, key);
  }

  /** @throws WrongKey when none of the master keys sealed it */
  openSigningKey(sealed: string): string {
    return this.openAt(SIGNING_KEY, sealed);
  }

  private sealAt(place: string, text: string): string {
    return sealText(this.keysOf(this.suite)[0] as Key, Buffer.from(text), place, this.random);
  }

  private openAt(place: string, sealed: string): string {
    const suite = suiteOf(sealed);
    const known = (): Key | undefined => this.keysOf(suite).find((key) => isSealedWith(key, sealed));
    let key = known();
    if (key === undefined) {
      this.keys.clear();
      key = known();
    }
    if (key === undefined) throw new WrongKey('no master key in the file sealed this');
    return openText(key, sealed, place).toString();
  }

  private keysOf(suite: CipherSuite): readonly Key[] {
    let keys = this.keys.get(suite.name);
    if (keys === undefined) {
      keys = this.masters().map((master) => userKey(suite, master));
      this.keys.set(suite.name, keys);
    }
    return keys;
  }
}

/** What an older release sealed users by: a file beside the key file. It opens until `keys rotate` has sealed them anew. */
const formerMasters = (keyFile: string): readonly Buffer[] => {
  const file = join(dirname(keyFile), 'users.key');
  return existsSync(file) ? masterKeysFrom(file, systemRandom) : [];
};

/** The vault of users over the key file of persons. */
export const userVaultOf = (keyFile: string): UserVault =>
  new UserVault(aes256Gcm, () => [...masterKeysFrom(keyFile, systemRandom), ...formerMasters(keyFile)], systemRandom);
