import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { CipherSuite } from './cipher-suite.js';
import { secretKey } from './secret-key.js';

const TAG = 16;

/** AES-256-GCM with HKDF and HMAC on SHA-256. The tag follows the cipher text. @source NIST SP 800-38D, RFC 5869 */
export const aes256Gcm: CipherSuite = {
  name: 'aes-256-gcm',
  keyBytes: 32,
  nonceBytes: 12,
  seal: (key, nonce, plain, bound) => {
    const cipher = createCipheriv('aes-256-gcm', secretKey(key), nonce).setAAD(Buffer.from(bound));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open: (key, nonce, sealed, bound) => {
    const decipher = createDecipheriv('aes-256-gcm', secretKey(key), nonce, { authTagLength: TAG })
      .setAAD(Buffer.from(bound))
      .setAuthTag(sealed.subarray(-TAG));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
  },
  derive: (master, purpose) => Buffer.from(hkdfSync('sha256', master, '', purpose, 32)),
  mac: (key, text) => createHmac('sha256', secretKey(key)).update(text).digest(),
};
