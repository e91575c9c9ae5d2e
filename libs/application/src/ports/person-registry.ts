import type { BureauCode, LocalDate, Uuid } from '../kernel.js';
import type { NewLook } from '../looks/look.js';
import type { MatchKind, SearchTerm } from '../persons/search-terms.js';

/** Who a person is: kept here alone, encrypted per person. Events carry only the reference. */
export interface PersonDetails {
  readonly name: string;
  readonly idType:
    'resident-id' | 'passport' | 'hk-macao-permit' | 'taiwan-permit' | 'foreign-permanent-resident' | 'none';
  readonly idNo?: string;
  readonly sex: 'male' | 'female';
  readonly birthDate?: LocalDate;
  readonly phone?: string;
  readonly address?: string;
}

/** Persons who share something that two records of one person would share. */
export interface SharedTerm {
  readonly kind: MatchKind;
  readonly persons: readonly Uuid[];
}

/**
 * Keeps persons. It asks nobody who he is: whoever shows a person to somebody goes through `persons/reveal.ts`, and nothing
 * else reads what is in clear.
 */
export interface PersonRegistry {
  /** Stores a person and gives the reference; a known identity number gives the reference it already has. */
  register(bureau: BureauCode, person: PersonDetails): Promise<{ readonly personRef: Uuid; readonly known: boolean }>;
  registerMany(bureau: BureauCode, people: readonly PersonDetails[]): Promise<readonly Uuid[]>;
  /** The person in clear, `erased` when the key was destroyed, undefined when never known. */
  reveal(personRef: Uuid): Promise<PersonDetails | 'erased' | undefined>;
  /** Several at once; those never known are left out. */
  revealMany(personRefs: readonly Uuid[]): Promise<ReadonlyMap<Uuid, PersonDetails | 'erased'>>;
  /**
   * Several at once, and the record of the look at them, in one transaction: `lookOf` says from what was found what is put on
   * record, or throws; nothing is given without the record.
   * @rejects look-not-recorded
   */
  lookAt(
    personRefs: readonly Uuid[],
    lookOf: (found: ReadonlyMap<Uuid, PersonDetails | 'erased'>) => NewLook,
  ): Promise<ReadonlyMap<Uuid, PersonDetails | 'erased'>>;
  /** Bureaus that registered the persons, erased ones too; those never known are left out. */
  bureausOf(personRefs: readonly Uuid[]): Promise<ReadonlyMap<Uuid, BureauCode>>;
  /** Persons of a bureau under any of the terms, in order of reference, after one. */
  find(
    bureau: BureauCode,
    terms: readonly SearchTerm[],
    page: { readonly after?: Uuid; readonly limit: number },
  ): Promise<readonly Uuid[]>;
  /** What persons of a bureau share with others, in no order. */
  shared(bureau: BureauCode): Promise<readonly SharedTerm[]>;
  /** Destroys the person's key; no figure and no event changes. */
  erase(personRef: Uuid): Promise<void>;
}
