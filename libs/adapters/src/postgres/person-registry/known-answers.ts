import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { aes256Gcm } from './aes-256-gcm.js';
import { sm4CtrHmacSm3 } from './sm4-ctr-hmac-sm3.js';

/** A calculation whose result is printed in a standard. */
export interface KnownAnswer {
  readonly what: string;
  /** Hex. */
  readonly expected: string;
  readonly calculate: () => Buffer;
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

const sm4 = (key: string, plain: string): Buffer => {
  const cipher = createCipheriv('sm4-ecb', hex(key), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(hex(plain)), cipher.final()]);
};

const SM4_EXAMPLE = '0123456789abcdeffedcba9876543210';

/**
 * The algorithms persons are kept secret by, on examples of their standards.
 * @source GB/T 32905-2016 annex A; GB/T 32907-2016 annex A; RFC 8998 (SM4-CTR follows SM4); the GCM specification, case 16
 */
export const knownAnswers: readonly KnownAnswer[] = [
  {
    what: 'SM3',
    expected: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    calculate: () => createHash('sm3').update('abc').digest(),
  },
  {
    what: 'SM3, two blocks',
    expected: 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    calculate: () => createHash('sm3').update('abcd'.repeat(16)).digest(),
  },
  { what: 'SM4', expected: '681edf34d206965e86b3e94f536e4246', calculate: () => sm4(SM4_EXAMPLE, SM4_EXAMPLE) },
  {
    what: 'SM4 in counter mode',
    // The key stream is SM4 of the counter: nothing encrypted gives the example of the standard again.
    expected: '681edf34d206965e86b3e94f536e4246',
    calculate: () => createCipheriv('sm4-ctr', hex(SM4_EXAMPLE), hex(SM4_EXAMPLE)).update(Buffer.alloc(16)),
  },
  {
    what: 'HMAC-SM3',
    // By its definition, H((k ⊕ opad) ‖ H((k ⊕ ipad) ‖ m)), from the hash that is checked above.
    expected: hmacByHand('key', 'abc'),
    calculate: () => createHmac('sm3', 'key').update('abc').digest(),
  },
  {
    what: 'AES-256-GCM',
    expected:
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
    calculate: () => {
      const cipher = createCipheriv(
        'aes-256-gcm',
        hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
        hex('cafebabefacedbaddecaf888'),
      ).setAAD(hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'));
      const plain =
        'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
      return Buffer.concat([cipher.update(hex(plain)), cipher.final(), cipher.getAuthTag()]);
    },
  },
];

function hmacByHand(key: string, text: string): string {
  const block = Buffer.alloc(64);
  block.write(key);
  const pad = (sign: number): Buffer => block.map((byte) => byte ^ sign) as Buffer;
  const inner = createHash('sm3').update(pad(0x36)).update(text).digest();
  return createHash('sm3').update(pad(0x5c)).update(inner).digest('hex');
}

/** This machine calculates something else than the standards say: nothing may be sealed or opened on it. */
export class WrongAnswer extends Error {}

const opensItsOwn = [aes256Gcm, sm4CtrHmacSm3].map((suite): KnownAnswer => {
  const [key, nonce] = [Buffer.alloc(suite.keyBytes, 1), Buffer.alloc(suite.nonceBytes, 2)];
  const plain = Buffer.from('知而不言');
  return {
    what: `${suite.name}, sealed and opened`,
    expected: plain.toString('hex'),
    calculate: () => suite.open(key, nonce, suite.seal(key, nonce, plain, 'place'), 'place'),
  };
});

/**
 * Tries every algorithm on its known answer; to be called before a process opens or seals anything.
 * @throws WrongAnswer naming each that fails
 */
export const assertKnownAnswers = (answers: readonly KnownAnswer[] = [...knownAnswers, ...opensItsOwn]): void => {
  const wrong = answers.filter(({ expected, calculate }) => {
    try {
      return calculate().toString('hex') !== expected;
    } catch {
      return true;
    }
  });
  if (wrong.length > 0)
    throw new WrongAnswer(
      `密码算法自检失败，拒绝启动 / cipher self-test failed, start refused: ${wrong.map(({ what }) => what).join(', ')}`,
    );
};
