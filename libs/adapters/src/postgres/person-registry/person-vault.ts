import type { PersonDetails } from '#application/ports/person-registry.js';
import type { BureauCode } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import type { Random } from '../../system/random.js';
import type { CipherSuite } from './cipher-suite.js';
import { type Key, isSealedWith, keyOf, openText, sealText, suiteOf } from './sealed-text.js';

/** Sealed fields of a person, by field name. */
export type SealedFields = Readonly<Record<string, string>>;

export interface SealedPerson {
  readonly wrappedKey: string;
  readonly fields: SealedFields;
}

const placeOf = (personRef: Uuid, field: string): string => `${personRef}|${field}`;
const WRAPPED = 'data key';

/**
 * Seals persons, each under a data key of its own, which is wrapped by a key derived from the master key. Destroying the
 * wrapped key erases the person, wherever copies of the cipher text may be. New persons are sealed by the given suite;
 * those sealed by another one open all the same.
 */
export class PersonVault {
  private readonly indexing: Buffer;
  private readonly wrapping = new Map<string, Key>();

  constructor(
    private readonly suite: CipherSuite,
    private readonly master: Buffer,
    private readonly random: Random,
  ) {
    this.indexing = suite.derive(master, 'taizhang person blind index');
  }

  seal(personRef: Uuid, person: PersonDetails): SealedPerson {
    const dataKey = keyOf(this.suite, this.random(this.suite.keyBytes));
    const given = Object.entries(person).filter(([, value]) => value !== undefined);
    return {
      wrappedKey: sealText(this.wrappingKey(this.suite), dataKey.bytes, placeOf(personRef, WRAPPED), this.random),
      fields: Object.fromEntries(
        given.map(([field, value]) => [
          field,
          sealText(dataKey, Buffer.from(String(value)), placeOf(personRef, field), this.random),
        ]),
      ),
    };
  }

  /** @throws WrongKey when another master key wrapped it; Error when it was altered or moved */
  open(personRef: Uuid, { wrappedKey, fields }: SealedPerson): PersonDetails {
    const suite = suiteOf(wrappedKey);
    const dataKey = keyOf(suite, openText(this.wrappingKey(suite), wrappedKey, placeOf(personRef, WRAPPED)));
    return Object.fromEntries(
      Object.entries(fields).map(([field, text]) => [
        field,
        openText(dataKey, text, placeOf(personRef, field)).toString(),
      ]),
    ) as unknown as PersonDetails;
  }

  /** Whether a wrapped key was wrapped with our master key, without opening it. */
  wrapped(wrappedKey: string): boolean {
    return isSealedWith(this.wrappingKey(suiteOf(wrappedKey)), wrappedKey);
  }

  /**
   * What a document number is found by without being readable: a keyed hash, different in every bureau. Undefined for a
   * person without one. Expects the number normalised.
   */
  blindIndex(bureau: BureauCode, { idType, idNo }: PersonDetails): Buffer | undefined {
    return idNo === undefined ? undefined : this.suite.mac(this.indexing, [bureau, idType, idNo].join('\u0000'));
  }

  private wrappingKey(suite: CipherSuite): Key {
    let key = this.wrapping.get(suite.name);
    if (key === undefined) {
      key = keyOf(suite, suite.derive(this.master, 'taizhang person key wrapping'));
      this.wrapping.set(suite.name, key);
    }
    return key;
  }
}
