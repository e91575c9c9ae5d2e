import { statSync } from 'node:fs';
import type { Random } from '../../system/random.js';
import type { CipherSuite } from './cipher-suite.js';
import type { KeyAtPlace, KeyEncryptionKey, WrappedAtPlace } from './key-encryption-key.js';
import { masterKeysFrom } from './master-key.js';
import { type Key, WrongKey, headOf, isSealedWith, keyOf, openText, sealText, suiteOf } from './sealed-text.js';

/** The key that wraps under a master key, by a suite. */
export const wrappingKey = (suite: CipherSuite, master: Buffer): Key =>
  keyOf(suite, suite.derive(master, 'taizhang person key wrapping'));

/**
 * Master keys in a file: the first wraps, by the given suite; each unwraps what it wrapped, by any suite. The file is looked
 * at again when it has changed, so that a process that runs while the keys are rotated goes over to the new one.
 */
export class FileKey implements KeyEncryptionKey {
  private masters: readonly Buffer[] = [];
  private seen = '';
  private readonly derived = new Map<string, readonly Key[]>();

  constructor(
    private readonly file: string,
    private readonly suite: CipherSuite,
    private readonly random: Random,
  ) {
    this.keysOf(suite);
  }

  async head(): Promise<string> {
    return `${headOf(this.first())}:`;
  }

  async wraps(text: string): Promise<boolean> {
    return this.keyFor(text) !== undefined;
  }

  async wrap(keys: readonly KeyAtPlace[]): Promise<readonly string[]> {
    const key = this.first();
    return keys.map(({ bytes, place }) => sealText(key, bytes, place, this.random));
  }

  async unwrap(wrapped: readonly WrappedAtPlace[]): Promise<readonly Buffer[]> {
    return wrapped.map(({ text, place }) => {
      const key = this.keyFor(text);
      if (key === undefined) throw new WrongKey('no master key in the file wrapped this');
      return openText(key, text, place);
    });
  }

  private first(): Key {
    return this.keysOf(this.suite)[0] as Key;
  }

  private keyFor(text: string): Key | undefined {
    if (!/^[a-z0-9-]+:/.test(text) || text.startsWith('device-')) return undefined;
    return this.keysOf(suiteOf(text)).find((key) => isSealedWith(key, text));
  }

  private keysOf(suite: CipherSuite): readonly Key[] {
    const found = statSync(this.file, { throwIfNoEntry: false });
    const stamp = `${found?.ino} ${found?.mtimeMs} ${found?.size}`;
    if (stamp !== this.seen) {
      this.masters = masterKeysFrom(this.file, this.random);
      this.derived.clear();
      const made = statSync(this.file);
      this.seen = `${made.ino} ${made.mtimeMs} ${made.size}`;
    }
    let keys = this.derived.get(suite.name);
    if (keys === undefined) {
      keys = this.masters.map((master) => wrappingKey(suite, master));
      this.derived.set(suite.name, keys);
    }
    return keys;
  }
}
