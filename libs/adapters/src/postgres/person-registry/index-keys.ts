import type pg from 'pg';
import type { PersonDetails } from '#application/ports/person-registry.js';
import { type SearchTerm, termKinds } from '#application/persons/search-terms.js';
import type { BureauCode } from '#kernel/event.js';
import type { Random } from '../../system/random.js';
import type { CipherSuite } from './cipher-suite.js';
import type { KeyEncryptionKey } from './key-encryption-key.js';
import { suiteNamed } from './suites.js';

/** Key that a bureau's blind indexes are made with. */
export interface IndexKey {
  readonly id: number;
  readonly suite: CipherSuite;
  readonly bytes: Buffer;
}

interface Row {
  readonly id: number;
  readonly suite: string;
  readonly wrapped_key: string;
}

/** Bytes of a token: enough that two never meet by chance, and half of what a whole hash takes. */
const TOKEN = 16;

/** Where the index key of a bureau belongs. */
export const indexPlace = (bureau: BureauCode, suite: string): string => `${bureau}|${suite}|index key`;

/**
 * What a document number is found by without being readable: a keyed hash, different in every bureau. Undefined for a person
 * without one. Expects the number normalised.
 */
export const blindIndex = (
  { suite, bytes }: IndexKey,
  bureau: BureauCode,
  { idType, idNo }: PersonDetails,
): Buffer | undefined => (idNo === undefined ? undefined : suite.mac(bytes, [bureau, idType, idNo].join('\u0000')));

/** The same for anything else a person is found by. */
export const tokenOf = ({ suite, bytes }: IndexKey, { kind, text }: SearchTerm): Buffer =>
  suite.mac(bytes, `term\u0000${termKinds[kind]}\u0000${text}`).subarray(0, TOKEN);

/** The index keys of bureaus: the one of today's suite first, made when first asked for, then those of other suites. */
export class IndexKeys {
  private readonly known = new Map<BureauCode, Promise<readonly [IndexKey, ...IndexKey[]]>>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly kek: KeyEncryptionKey,
    private readonly suite: CipherSuite,
    private readonly random: Random,
  ) {}

  of(bureau: BureauCode): Promise<readonly [IndexKey, ...IndexKey[]]> {
    let keys = this.known.get(bureau);
    if (keys === undefined) {
      keys = this.load(bureau);
      keys.catch(() => this.known.delete(bureau));
      this.known.set(bureau, keys);
    }
    return keys;
  }

  private async load(bureau: BureauCode): Promise<readonly [IndexKey, ...IndexKey[]]> {
    const found = await this.read(bureau);
    if (!found.some(({ suite }) => suite === this.suite.name)) {
      const place = indexPlace(bureau, this.suite.name);
      const [wrapped] = await this.kek.wrap([{ bytes: this.random(this.suite.keyBytes), place }]);
      await this.pool.query(
        `insert into people_keys.index_key (bureau, suite, wrapped_key) values ($1, $2, $3)
         on conflict (bureau, suite) do nothing`,
        [bureau, this.suite.name, wrapped],
      );
    }
    const rows = await this.read(bureau);
    const bytes = await this.kek.unwrap(
      rows.map(({ wrapped_key, suite }) => ({ text: wrapped_key, place: indexPlace(bureau, suite) })),
    );
    const keys = rows.map(({ id, suite }, at) => ({ id, suite: suiteNamed(suite), bytes: bytes[at] as Buffer }));
    const current = keys.find(({ suite }) => suite.name === this.suite.name) as IndexKey;
    return [current, ...keys.filter((key) => key !== current)];
  }

  private async read(bureau: BureauCode): Promise<readonly Row[]> {
    const { rows } = await this.pool.query<Row>(
      'select id, suite, wrapped_key from people_keys.index_key where bureau = $1 order by id',
      [bureau],
    );
    return rows;
  }
}
