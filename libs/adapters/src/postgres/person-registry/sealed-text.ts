import type { Random } from '../../system/random.js';
import type { CipherSuite } from './cipher-suite.js';
import { suiteNamed } from './suites.js';

/** A key with the suite it belongs to. `id` names it in cipher texts and tells nothing of it. */
export interface Key {
  readonly suite: CipherSuite;
  readonly bytes: Buffer;
  readonly id: string;
}

export const keyOf = (suite: CipherSuite, bytes: Buffer): Key => ({
  suite,
  bytes,
  id: suite.mac(bytes, 'key id').subarray(0, 4).toString('hex'),
});

/** Said of a cipher text made with another key than the one at hand. */
export class WrongKey extends Error {}

/** How every text a key sealed begins. */
export const headOf = (key: Key): string => `${key.suite.name}:${key.id}`;
const boundTo = (key: Key, place: string): string => `${headOf(key)}|${place}`;

/**
 * Seals bytes as text that says by which suite and key: `suite:key id:base64`. It is bound to the place it is kept at
 * (person and field), so it opens nowhere else.
 */
export const sealText = (key: Key, plain: Buffer, place: string, random: Random): string => {
  const nonce = random(key.suite.nonceBytes);
  const sealed = key.suite.seal(key.bytes, nonce, plain, boundTo(key, place));
  return `${headOf(key)}:${Buffer.concat([nonce, sealed]).toString('base64')}`;
};

/** The suite a sealed text names. */
export const suiteOf = (text: string): CipherSuite => suiteNamed(text.slice(0, text.indexOf(':')));

export const isSealedWith = (key: Key, text: string): boolean => text.startsWith(`${headOf(key)}:`);

/** @throws WrongKey when another key made it; Error when it was altered or moved */
export const openText = (key: Key, text: string, place: string): Buffer => {
  if (!isSealedWith(key, text)) throw new WrongKey(`opened with key ${headOf(key)}, which did not seal it`);
  const bytes = Buffer.from(text.slice(headOf(key).length + 1), 'base64');
  const { nonceBytes } = key.suite;
  return key.suite.open(key.bytes, bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes), boundTo(key, place));
};
