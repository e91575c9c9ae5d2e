import { type KeyObject, createSecretKey } from 'node:crypto';

const made = new WeakMap<Buffer, KeyObject>();

/**
 * A key as node:crypto takes it at once: bytes cost it 12 µs at every use, a key object 2. Made at the first use of the
 * bytes, which do not change, and forgotten with them.
 */
export const secretKey = (bytes: Buffer): KeyObject => {
  let key = made.get(bytes);
  if (key === undefined) made.set(bytes, (key = createSecretKey(bytes)));
  return key;
};
