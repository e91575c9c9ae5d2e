import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { CipherSuite } from './cipher-suite.js';
import { secretKey } from './secret-key.js';

const KEY = 16;
const TAG = 32;

/** Two keys out of one: what encrypts never authenticates. */
const keysOf = (key: Buffer): { readonly cipher: Buffer; readonly mac: Buffer } => {
  const both = Buffer.from(hkdfSync('sm3', key, '', 'taizhang sm4-ctr and hmac-sm3', KEY + TAG));
  return { cipher: both.subarray(0, KEY), mac: both.subarray(KEY) };
};

/** Lengths go before what they measure, so that no two inputs are the same bytes. */
const tagOf = (mac: Buffer, nonce: Buffer, sealed: Buffer, bound: string): Buffer => {
  const place = Buffer.from(bound);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(place.length);
  return createHmac('sm3', secretKey(mac)).update(length).update(place).update(nonce).update(sealed).digest();
};

/**
 * 国密: SM4 in counter mode, then HMAC-SM3 over binding, start value and cipher text; the tag follows the cipher text, and
 * is checked before anything is decrypted. OpenSSL has no SM4-GCM in the builds Node ships with everywhere.
 * @source GB/T 32907 (SM4), GB/T 32905 (SM3), GB/T 17964 (CTR), RFC 5869
 */
export const sm4CtrHmacSm3: CipherSuite = {
  name: 'sm4-ctr-hmac-sm3',
  keyBytes: 32,
  nonceBytes: 16,
  seal: (key, nonce, plain, bound) => {
    const keys = keysOf(key);
    const cipher = createCipheriv('sm4-ctr', secretKey(keys.cipher), nonce);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([sealed, tagOf(keys.mac, nonce, sealed, bound)]);
  },
  open: (key, nonce, text, bound) => {
    const keys = keysOf(key);
    const sealed = text.subarray(0, -TAG);
    const tag = text.subarray(-TAG);
    if (tag.length !== TAG || !timingSafeEqual(tag, tagOf(keys.mac, nonce, sealed, bound)))
      throw new Error('the cipher text was altered, moved, or sealed with another key');
    const decipher = createDecipheriv('sm4-ctr', secretKey(keys.cipher), nonce);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  },
  derive: (master, purpose) => Buffer.from(hkdfSync('sm3', master, '', purpose, 32)),
  mac: (key, text) => createHmac('sm3', secretKey(key)).update(text).digest(),
};
