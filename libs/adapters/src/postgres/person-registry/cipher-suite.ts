/**
 * A set of algorithms that keeps persons secret. Another one (国密 SM4 and SM3) is one more file and one more row in
 * `suites.ts`; a store may hold several, since every cipher text names its own.
 */
export interface CipherSuite {
  /** Permanent; stands in every cipher text. */
  readonly name: string;
  /** Length of its keys in bytes. */
  readonly keyBytes: number;
  /** Length in bytes of the random start value each sealing needs. */
  readonly nonceBytes: number;
  /** Encrypts and authenticates; `bound` is authenticated with it and must be the same when it is opened. */
  seal(key: Buffer, nonce: Buffer, plain: Buffer, bound: string): Buffer;
  /** @throws Error when the key, the cipher text or `bound` is not the one it was sealed with */
  open(key: Buffer, nonce: Buffer, sealed: Buffer, bound: string): Buffer;
  /** A key of its own for one purpose, from a master key. */
  derive(master: Buffer, purpose: string): Buffer;
  /** Keyed hash. */
  mac(key: Buffer, text: string): Buffer;
}
