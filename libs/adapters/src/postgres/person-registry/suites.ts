import { aes256Gcm } from './aes-256-gcm.js';
import type { CipherSuite } from './cipher-suite.js';
import { sm4CtrHmacSm3 } from './sm4-ctr-hmac-sm3.js';

/** The cipher suites this release can open, by name. */
const suites: ReadonlyMap<string, CipherSuite> = new Map(
  [aes256Gcm, sm4CtrHmacSm3].map((suite) => [suite.name, suite]),
);

/** @throws Error naming the suite this release does not have */
export const suiteNamed = (name: string): CipherSuite => {
  const suite = suites.get(name);
  if (suite === undefined) throw new Error(`cipher suite ${name} is not part of this release`);
  return suite;
};
