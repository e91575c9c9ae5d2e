import { createHash } from 'node:crypto';
import type { PersonDetails } from '#application/ports/person-registry.js';
import { aes256Gcm } from './aes-256-gcm.js';
import type { CipherSuite } from './cipher-suite.js';
import { PersonVault } from './person-vault.js';
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
const master = Buffer.alloc(32, 7);
const vault = new PersonVault(aes256Gcm, master, counted());
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

describe('a sealed person', () => {
  const sealed = vault.seal(REF, person);

  it('opens again, and names suite and key in every text', () => {
    expect(vault.open(REF, sealed)).toEqual(person);
    const texts = [sealed.wrappedKey, ...Object.values(sealed.fields)];
    expect(texts.every((text) => /^aes-256-gcm:[0-9a-f]{8}:[A-Za-z0-9+/=]+$/.test(text))).toBe(true);
    expect(new Set(Object.values(sealed.fields).map((text) => text.split(':')[1])).size).toBe(1);
    expect(JSON.stringify(sealed)).not.toMatch(/林|G1234/);
  });

  it('has a key of its own and never the same cipher text twice', () => {
    const again = vault.seal(REF, person);
    expect(again.fields['name']?.split(':')[1]).not.toBe(sealed.fields['name']?.split(':')[1]);
    expect(again.fields['name']).not.toBe(sealed.fields['name']);
  });

  it('does not open for another person, under another field, altered, or under another master key', () => {
    const { wrappedKey, fields } = sealed;
    expect(() => vault.open(OTHER, sealed)).toThrow();
    expect(() => vault.open(REF, { wrappedKey, fields: { address: fields['name'] as string } })).toThrow();
    const altered = (fields['name'] as string).replace(/.(?=.{8}$)/, (sign) => (sign === 'A' ? 'B' : 'A'));
    expect(() => vault.open(REF, { wrappedKey, fields: { name: altered } })).toThrow();
    const stranger = new PersonVault(aes256Gcm, Buffer.alloc(32, 8), counted());
    expect(() => stranger.open(REF, sealed)).toThrow(WrongKey);
    expect([vault.wrapped(wrappedKey), stranger.wrapped(wrappedKey)]).toEqual([true, false]);
  });

  it('names a suite; one this release does not have is named in the error', () => {
    const foreign = { ...sealed, wrappedKey: sealed.wrappedKey.replace('aes-256-gcm', 'sm4-ctr-hmac-sm3') };
    expect(() => vault.open(REF, foreign)).toThrow(/sm4-ctr-hmac-sm3/);
  });

  it('opens whichever suite new persons are sealed by', () => {
    const next: CipherSuite = { ...aes256Gcm, name: 'next' };
    expect(new PersonVault(next, master, counted()).open(REF, sealed)).toEqual(person);
  });
});

describe('the blind index', () => {
  const index = (bureau: string, more: Partial<PersonDetails>): string | undefined =>
    vault.blindIndex(bureau, { ...person, ...more })?.toString('hex');

  it('depends on bureau, kind and number alone, and on the master key', () => {
    expect(index('430922', { name: '甲', sex: 'male' })).toBe(index('430922', {}));
    const others = [
      index('430903', {}),
      index('430922', { idType: 'taiwan-permit' }),
      index('430922', { idNo: 'G12345679' }),
      new PersonVault(aes256Gcm, Buffer.alloc(32, 8), counted()).blindIndex('430922', person)?.toString('hex'),
    ];
    expect(new Set([index('430922', {}), ...others]).size).toBe(5);
    expect(index('430922', { idNo: undefined })).toBeUndefined();
  });
});
