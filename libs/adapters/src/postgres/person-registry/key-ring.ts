import type { KeyAtPlace, KeyEncryptionKey, WrappedAtPlace } from './key-encryption-key.js';
import { WrongKey } from './sealed-text.js';

/** Several keys: the first wraps, and each unwraps what it wrapped. What a store needs while it goes from a file to a device. */
export class KeyRing implements KeyEncryptionKey {
  constructor(private readonly keys: readonly [KeyEncryptionKey, ...KeyEncryptionKey[]]) {}

  head(): Promise<string> {
    return this.keys[0].head();
  }

  wrap(keys: readonly KeyAtPlace[]): Promise<readonly string[]> {
    return this.keys[0].wrap(keys);
  }

  async wraps(text: string): Promise<boolean> {
    return (await this.keyFor(text)) !== undefined;
  }

  async unwrap(wrapped: readonly WrappedAtPlace[]): Promise<readonly Buffer[]> {
    const places = new Map<KeyEncryptionKey, number[]>();
    for (const [at, { text }] of wrapped.entries()) {
      const key = await this.keyFor(text);
      if (key === undefined) throw new WrongKey('none of the keys at hand wrapped this');
      places.set(key, [...(places.get(key) ?? []), at]);
    }
    const unwrapped: Buffer[] = [];
    for (const [key, at] of places) {
      const bytes = await key.unwrap(at.map((place) => wrapped[place] as WrappedAtPlace));
      for (const [nth, place] of at.entries()) unwrapped[place] = bytes[nth] as Buffer;
    }
    return unwrapped;
  }

  private async keyFor(text: string): Promise<KeyEncryptionKey | undefined> {
    for (const key of this.keys) if (await key.wraps(text)) return key;
    return undefined;
  }
}
