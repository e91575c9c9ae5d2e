import type { PersonDetails } from '#application/ports/person-registry.js';
import type { Uuid } from '#kernel/ids.js';
import type { Random } from '../../system/random.js';
import type { CipherSuite } from './cipher-suite.js';
import type { KeyEncryptionKey } from './key-encryption-key.js';
import { keyOf, openText, sealText, suiteOf } from './sealed-text.js';

/** Sealed fields of a person, by field name. */
export type SealedFields = Readonly<Record<string, string>>;

export interface SealedPerson {
  readonly wrappedKey: string;
  readonly fields: SealedFields;
}

const placeOf = (personRef: Uuid, field: string): string => `${personRef}|${field}`;

/** Where the data key of a person belongs. */
export const keyPlace = (personRef: Uuid): string => placeOf(personRef, 'data key');

/**
 * Seals persons, each under a data key of its own, which is wrapped by the key-encryption key. Destroying the wrapped key
 * erases the person, wherever copies of the cipher text may be. New persons are sealed by the given suite; those sealed by
 * another one open all the same.
 */
export class PersonVault {
  constructor(
    private readonly suite: CipherSuite,
    readonly kek: KeyEncryptionKey,
    private readonly random: Random,
  ) {}

  /** Name of the suite that new persons are sealed by. */
  get suiteName(): string {
    return this.suite.name;
  }

  /** In order. */
  async seal(people: readonly { personRef: Uuid; person: PersonDetails }[]): Promise<readonly SealedPerson[]> {
    const keys = people.map(() => keyOf(this.suite, this.random(this.suite.keyBytes)));
    const wrapped = await this.kek.wrap(
      keys.map(({ bytes }, at) => ({ bytes, place: keyPlace((people[at] as { personRef: Uuid }).personRef) })),
    );
    return people.map(({ personRef, person }, at) => {
      const dataKey = keys[at] as (typeof keys)[number];
      const given = Object.entries(person).filter(([, value]) => value !== undefined);
      return {
        wrappedKey: wrapped[at] as string,
        fields: Object.fromEntries(
          given.map(([field, value]) => [
            field,
            sealText(dataKey, Buffer.from(String(value)), placeOf(personRef, field), this.random),
          ]),
        ),
      };
    });
  }

  /** In order. @throws WrongKey when another key wrapped one; Error when one was altered or moved */
  async open(sealed: readonly (SealedPerson & { readonly personRef: Uuid })[]): Promise<readonly PersonDetails[]> {
    const keys = await this.kek.unwrap(
      sealed.map(({ personRef, wrappedKey }) => ({ text: wrappedKey, place: keyPlace(personRef) })),
    );
    return sealed.map(({ personRef, fields }, at) => {
      const bytes = keys[at] as Buffer;
      return Object.fromEntries(
        Object.entries(fields).map(([field, text]) => [
          field,
          openText(keyOf(suiteOf(text), bytes), text, placeOf(personRef, field)).toString(),
        ]),
      ) as unknown as PersonDetails;
    });
  }
}
