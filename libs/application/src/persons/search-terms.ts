import { birthDateIn, normaliseIdentityNumber } from '#kernel/identity-number.js';
import type { LocalDate } from '../kernel.js';
import type { PersonDetails } from '../ports/person-registry.js';
import { nearSound, plainName, readingsOf } from './name-readings.js';

/** What a person can be found by, or be known for the same as another by. The numbers are stored: they never change. */
export const termKinds = {
  number: 1,
  'last-six': 2,
  name: 3,
  pinyin: 4,
  initials: 5,
  'same-name': 6,
  'near-name': 7,
} as const;
export type TermKind = keyof typeof termKinds;

/** Kinds that two records of one person are likely to share. */
export const matchKinds = ['number', 'same-name', 'near-name'] as const satisfies readonly TermKind[];
export type MatchKind = (typeof matchKinds)[number];

/** A normalised text of a kind; it is never stored, only its keyed hash. */
export interface SearchTerm {
  readonly kind: TermKind;
  readonly text: string;
}

/** Characters, or syllables, of a name that a search may begin with. */
const LONGEST_PREFIX = 8;
const LAST = 6;

const prefixes = (parts: readonly string[]): readonly string[] =>
  parts.slice(0, LONGEST_PREFIX).map((_, at) => parts.slice(0, at + 1).join(''));

const unique = (terms: readonly SearchTerm[]): readonly SearchTerm[] => [
  ...new Map(terms.map((term) => [`${term.kind} ${term.text}`, term])).values(),
];

/** The number without its last sign, for those of 18; the old one of 15 had neither century nor check sign. */
const sameNumber = (idNo: string): string => (/^\d{17}[\dX]$/.test(idNo) ? idNo.slice(0, 6) + idNo.slice(8, 17) : idNo);

/** Stated, or as the resident identity number has it. */
export const birthDateOf = ({ birthDate, idType, idNo }: PersonDetails): LocalDate | undefined =>
  birthDate ?? (idType === 'resident-id' && idNo !== undefined ? birthDateIn(idNo) : undefined);

/** Everything a person is indexed under. */
export const termsOf = (person: PersonDetails): readonly SearchTerm[] => {
  const { name, idNo } = person;
  const birthDate = birthDateOf(person);
  const plain = plainName(name);
  const readings = readingsOf(name);
  return unique([
    ...(idNo === undefined ? [] : [{ kind: 'number', text: sameNumber(idNo) } as const]),
    ...(idNo === undefined || idNo.length < LAST ? [] : [{ kind: 'last-six', text: idNo.slice(-LAST) } as const]),
    ...prefixes([...plain]).map((text) => ({ kind: 'name', text }) as const),
    ...readings.flatMap((reading) => prefixes(reading)).map((text) => ({ kind: 'pinyin', text }) as const),
    ...readings
      .flatMap((reading) => prefixes(reading.map((syllable) => syllable.slice(0, 1))))
      .map((text) => ({ kind: 'initials', text }) as const),
    ...(birthDate === undefined ? [] : [{ kind: 'same-name', text: `${plain} ${birthDate}` } as const]),
    ...(birthDate === undefined ? [] : readings).map(
      (reading) => ({ kind: 'near-name', text: `${nearSound(reading)} ${birthDate}` }) as const,
    ),
  ]);
};

/** What somebody who types this may mean; a person under any of them is found. Empty for what nobody is found by. */
export const termsAsked = (asked: string): readonly SearchTerm[] => {
  const plain = plainName(asked);
  if (plain === '') return [];
  const number = normaliseIdentityNumber(asked);
  const cut = [...plain].slice(0, LONGEST_PREFIX).join('');
  return unique([
    ...(/^[a-z]+$/.test(plain)
      ? ([
          { kind: 'pinyin', text: plain.replace(/ü/g, 'v') },
          { kind: 'initials', text: plain },
        ] as const)
      : []),
    ...(/\d/.test(plain) ? [] : [{ kind: 'name', text: cut } as const]),
    ...(/^\d{5}[\dX]$/.test(number) ? [{ kind: 'last-six', text: number } as const] : []),
    ...(/\d/.test(number) && number.length > LAST ? [{ kind: 'number', text: sameNumber(number) } as const] : []),
  ]);
};
