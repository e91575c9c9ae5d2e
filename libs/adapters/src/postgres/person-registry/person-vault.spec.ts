import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonDetails } from '#application/ports/person-registry.js';
import { aes256Gcm } from './aes-256-gcm.js';
import type { CipherSuite } from './cipher-suite.js';
import { FileKey } from './file-key.js';
import { type IndexKey, blindIndex } from './index-keys.js';
import { PersonVault, type SealedPerson } from './person-vault.js';
import { sm4CtrHmacSm3 } from './sm4-ctr-hmac-sm3.js';
import { WrongKey } from './sealed-text.js';

/** Repeatable bytes, never twice the same. */
const counted = (): ((bytes: number) => Buffer) => {
  let at = 0;
  return (bytes) =>
    createHash('sha512')
      .update(String((at += 1)))
      .digest()
      .subarray(0, bytes);
};

const REF = '0190a0a0-0000-7000-8000-000000000001';
const OTHER = '0190a0a0-0000-7000-8000-000000000002';
const folder = mkdtempSync(join(tmpdir(), 'taizhang-vault-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A vault over a key file with one master key, all of whose bytes are `sign`. */
const vaultOf = (suite: CipherSuite, sign = 7): PersonVault => {
  const file = join(folder, `${sign}.key`);
  writeFileSync(file, Buffer.alloc(32, sign).toString('hex'), { mode: 0o600 });
  return new PersonVault(suite, new FileKey(file, suite, counted()), counted());
};
const seal = async (vault: PersonVault, who = person): Promise<SealedPerson> =>
  (await vault.seal([{ personRef: REF, person: who }]))[0] as SealedPerson;
const open = async (vault: PersonVault, sealed: SealedPerson, personRef = REF): Promise<PersonDetails> =>
  (await vault.open([{ personRef, ...sealed }]))[0] as PersonDetails;
const person: PersonDetails = { name: '林金丝雀', idType: 'passport', idNo: 'G12345678', sex: 'female' };

describe('the AES-256-GCM suite', () => {
  it('gives the known answer', () => {
    // The GCM specification, test case 16.
    const key = Buffer.from('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308', 'hex');
    const nonce = Buffer.from('cafebabefacedbaddecaf888', 'hex');
    const plain = Buffer.from(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
      'hex',
    );
    const sealed = aes256Gcm.seal(key, nonce, plain, '');
    expect(sealed.subarray(0, 16).toString('hex')).toBe('522dc1f099567d07f47f37a32a84427d');
    expect(aes256Gcm.open(key, nonce, sealed, '').equals(plain)).toBe(true);
    expect(() => aes256Gcm.open(key, nonce, sealed, 'elsewhere')).toThrow();
  });
});

describe('the SM4-CTR and HMAC-SM3 suite', () => {
  const key = Buffer.alloc(32, 3);
  const nonce = Buffer.alloc(16, 9);
  const plain = Buffer.from('社区矫正对象');
  const sealed = sm4CtrHmacSm3.seal(key, nonce, plain, 'place');

  it('opens what it sealed, where it belongs', () => {
    expect(sm4CtrHmacSm3.open(key, nonce, sealed, 'place').equals(plain)).toBe(true);
    expect(sealed).toHaveLength(plain.length + 32);
    expect(sm4CtrHmacSm3.open(key, nonce, sm4CtrHmacSm3.seal(key, nonce, Buffer.alloc(0), ''), '')).toHaveLength(0);
  });

  it('does not open after any single bit was changed, of text, tag, start value or place', () => {
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => sm4CtrHmacSm3.open(key, nonce, altered, 'place')).toThrow();
    }
    expect(() => sm4CtrHmacSm3.open(key, Buffer.alloc(16, 8), sealed, 'place')).toThrow();
    expect(() => sm4CtrHmacSm3.open(key, nonce, sealed, 'places')).toThrow();
    expect(() => sm4CtrHmacSm3.open(Buffer.alloc(32, 4), nonce, sealed, 'place')).toThrow();
    expect(() => sm4CtrHmacSm3.open(key, nonce, Buffer.alloc(8), 'place')).toThrow();
  });

  it('does not take a sign of the place for one of the text', () =>
    expect(() =>
      sm4CtrHmacSm3.open(key, nonce, sealed.subarray(1), `place${sealed.toString('latin1', 0, 1)}`),
    ).toThrow());
});

describe.each([aes256Gcm, sm4CtrHmacSm3])('a person sealed by $name', (suite) => {
  const vault = vaultOf(suite);
  let sealed: SealedPerson;
  beforeAll(async () => (sealed = await seal(vault)));

  it('opens again, and names suite and key in every text', async () => {
    expect(await open(vault, sealed)).toEqual(person);
    const texts = [sealed.wrappedKey, ...Object.values(sealed.fields)];
    expect(texts.every((text) => /^([a-z0-9-]+):[0-9a-f]{8}:[A-Za-z0-9+/=]+$/.exec(text)?.[1] === suite.name)).toBe(
      true,
    );
    expect(new Set(Object.values(sealed.fields).map((text) => text.split(':')[1])).size).toBe(1);
    expect(JSON.stringify(sealed)).not.toMatch(/林|G1234/);
  });

  it('has a key of its own and never the same cipher text twice', async () => {
    const again = await seal(vault);
    expect(again.fields['name']?.split(':')[1]).not.toBe(sealed.fields['name']?.split(':')[1]);
    expect(again.fields['name']).not.toBe(sealed.fields['name']);
  });

  it('does not open for another person, under another field, altered, or under another master key', async () => {
    const { wrappedKey, fields } = sealed;
    await expect(open(vault, sealed, OTHER)).rejects.toThrow();
    await expect(open(vault, { wrappedKey, fields: { address: fields['name'] as string } })).rejects.toThrow();
    const altered = (fields['name'] as string).replace(/.(?=.{8}$)/, (sign) => (sign === 'A' ? 'B' : 'A'));
    await expect(open(vault, { wrappedKey, fields: { name: altered } })).rejects.toThrow();
    const stranger = vaultOf(suite, 8);
    await expect(open(stranger, sealed)).rejects.toThrow(WrongKey);
    expect([await vault.kek.wraps(wrappedKey), await stranger.kek.wraps(wrappedKey)]).toEqual([true, false]);
  });

  it('names a suite; one this release does not have is named in the error', async () => {
    const foreign = { ...sealed, wrappedKey: sealed.wrappedKey.replace(suite.name, 'rot13') };
    await expect(open(vault, foreign)).rejects.toThrow(/rot13/);
  });

  it('opens whichever suite new persons are sealed by', async () => {
    const other = suite === aes256Gcm ? sm4CtrHmacSm3 : aes256Gcm;
    expect(await open(vaultOf(other), sealed)).toEqual(person);
  });
});

describe.each([aes256Gcm, sm4CtrHmacSm3])('the blind index of $name', (suite) => {
  const key: IndexKey = { id: 1, suite, bytes: Buffer.alloc(32, 1) };
  const index = (bureau: string, more: Partial<PersonDetails>, by = key): string | undefined =>
    blindIndex(by, bureau, { ...person, ...more })?.toString('hex');

  it('depends on bureau, kind and number alone, and on the key', () => {
    expect(index('430922', { name: '甲', sex: 'male' })).toBe(index('430922', {}));
    const others = [
      index('430903', {}),
      index('430922', { idType: 'taiwan-permit' }),
      index('430922', { idNo: 'G12345679' }),
      index('430922', {}, { ...key, bytes: Buffer.alloc(32, 2) }),
    ];
    expect(new Set([index('430922', {}), ...others]).size).toBe(5);
    expect(index('430922', { idNo: undefined })).toBeUndefined();
  });
});
