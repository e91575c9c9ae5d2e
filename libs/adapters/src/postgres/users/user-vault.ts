import type { UserSecrets } from '#application/ports/users.js';
import type { Uuid } from '#kernel/ids.js';
import type { Random } from '../../system/random.js';
import type { CipherSuite } from '../person-registry/cipher-suite.js';
import { type Key, keyOf, openText, sealText, suiteOf } from '../person-registry/sealed-text.js';

const SIGNING_KEY = 'signing key';

/** Seals what must not be read off a stolen disk, each bound to the user it is of. */
export class UserVault {
  private readonly keys = new Map<string, Key>();

  constructor(
    private readonly suite: CipherSuite,
    private readonly master: () => Buffer,
    private readonly random: Random,
  ) {}

  seal(userId: Uuid, secrets: UserSecrets): string {
    return sealText(this.keyOf(this.suite), Buffer.from(JSON.stringify(secrets)), `user|${userId}`, this.random);
  }

  /** @throws WrongKey when another master key sealed it; Error when it was altered or moved */
  open(userId: Uuid, sealed: string): UserSecrets {
    return JSON.parse(openText(this.keyOf(suiteOf(sealed)), sealed, `user|${userId}`).toString()) as UserSecrets;
  }

  sealSigningKey(key: string): string {
    return sealText(this.keyOf(this.suite), Buffer.from(key), SIGNING_KEY, this.random);
  }

  /** @throws WrongKey when another master key sealed it */
  openSigningKey(sealed: string): string {
    return openText(this.keyOf(suiteOf(sealed)), sealed, SIGNING_KEY).toString();
  }

  private keyOf(suite: CipherSuite): Key {
    let key = this.keys.get(suite.name);
    if (key === undefined) {
      key = keyOf(suite, suite.derive(this.master(), 'taizhang users'));
      this.keys.set(suite.name, key);
    }
    return key;
  }
}
