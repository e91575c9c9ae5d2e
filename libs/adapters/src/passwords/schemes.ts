import { argon2, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

/** A way to turn a password into what may be kept. */
export interface PasswordScheme {
  /** First word of the hashes it writes: algorithm and cost, so that a dearer one can be told from a cheaper one. */
  readonly head: string;
  derive(password: string, salt: Buffer): Promise<Buffer>;
}

const BYTES = 32;
const deriveArgon2 = promisify(argon2);
const derivePbkdf2 = promisify(pbkdf2);

/** Argon2id with `memory` KiB and one pass. @source RFC 9106; ASVS 5.0 appendix C: 46 MiB, t=1, p=1 */
export const argon2id = (memory = 47_104): PasswordScheme => ({
  head: `$argon2id$v=19$m=${memory},t=1,p=1`,
  derive: (password, nonce) =>
    deriveArgon2('argon2id', { message: password, nonce, memory, passes: 1, parallelism: 1, tagLength: BYTES }),
});

/** PBKDF2 with HMAC-SM3, for deployments under 国密. @source GB/T 32905-2016; RFC 8018 */
export const pbkdf2Sm3 = (rounds = 600_000): PasswordScheme => ({
  head: `$pbkdf2-hmac-sm3$i=${rounds}`,
  derive: (password, salt) => derivePbkdf2(password, salt, rounds, BYTES, 'sm3'),
});

export const schemeNames = ['argon2id', 'pbkdf2-hmac-sm3'] as const;
export type SchemeName = (typeof schemeNames)[number];

/** What hashes new passwords under each setting. */
export const schemes: Readonly<Record<SchemeName, PasswordScheme>> = {
  argon2id: argon2id(),
  'pbkdf2-hmac-sm3': pbkdf2Sm3(),
};

const FORMS: readonly (readonly [RegExp, (cost: number) => PasswordScheme])[] = [
  [/^\$argon2id\$v=19\$m=(\d+),t=1,p=1\$/, argon2id],
  [/^\$pbkdf2-hmac-sm3\$i=(\d+)\$/, pbkdf2Sm3],
];

/** The scheme that wrote a hash. @throws Error for one this release does not know */
export const schemeOf = (hash: string): PasswordScheme => {
  for (const [form, make] of FORMS) {
    const cost = form.exec(hash)?.[1];
    if (cost !== undefined) return make(Number(cost));
  }
  throw new Error('a password was hashed by a scheme that is not part of this release');
};
