import type { BureauCode, LocalDate, Uuid } from '../kernel.js';

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

export interface PersonRegistry {
  /** Stores a person and gives the reference; a known identity number gives the reference it already has. */
  register(bureau: BureauCode, person: PersonDetails): Promise<{ readonly personRef: Uuid; readonly known: boolean }>;
  registerMany(bureau: BureauCode, people: readonly PersonDetails[]): Promise<readonly Uuid[]>;
  /** The person in clear, `erased` when the key was destroyed, undefined when never known. */
  reveal(personRef: Uuid): Promise<PersonDetails | 'erased' | undefined>;
  /** Several at once; those never known are left out. */
  revealMany(personRefs: readonly Uuid[]): Promise<ReadonlyMap<Uuid, PersonDetails | 'erased'>>;
  /** Destroys the person's key; no figure and no event changes. */
  erase(personRef: Uuid): Promise<void>;
}
