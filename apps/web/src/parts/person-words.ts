import type { WholePerson } from '../api/administration.js';
import type { SeenPerson } from '../api/answers.js';
import { today } from '../days.js';
import { ageOn } from '../identity.js';
import { say } from '../text.js';
import type { TermKey } from '../terms.js';

/** Kinds of identity documents, the usual one first, with what each is called. */
export const ID_TYPES: readonly (readonly [code: string, word: TermKey])[] = [
  ['resident-id', 'person.resident-id'],
  ['passport', 'person.passport'],
  ['hk-macao-permit', 'person.hk-macao-permit'],
  ['taiwan-permit', 'person.taiwan-permit'],
  ['foreign-permanent-resident', 'person.foreign-permanent-resident'],
  ['none', 'person.id-none'],
];
const idTypeOf = (code: string): string => {
  const word = ID_TYPES.find(([known]) => known === code)?.[1];
  return word === undefined ? code : say(word);
};
const sexOf = (sex: string): string => (sex === 'male' ? say('person.male') : say('person.female'));
const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
const inOneLine = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

export const nameOf = ({ name, view }: SeenPerson): string =>
  name ?? say(view === 'erased' ? 'persons.erased' : 'person.kept');

export const sexAndAge = ({ sex, birthDate }: SeenPerson): string =>
  inOneLine(
    sex === undefined ? '' : sexOf(sex),
    isDay(birthDate) ? say('person.age', { years: ageOn(birthDate, today()) }) : '',
  );

/** Sex, age and number. */
export const shortOf = (person: SeenPerson): string => inOneLine(sexAndAge(person), person.idNo ?? '');

/** Name, sex, age and the end of the number, as it is searched by. */
export const labelOf = (person: SeenPerson): string =>
  inOneLine(nameOf(person), sexAndAge(person), person.idNo?.slice(-6) ?? '');

/** Everything that is shown of a person, with what it is called. */
export const fieldsOf = (person: WholePerson): readonly (readonly [title: string, value: string])[] => {
  const { idType, idNo, sex, birthDate, phone, address } = person;
  const age = isDay(birthDate) ? `（${say('person.age', { years: ageOn(birthDate, today()) })}）` : '';
  const fields: readonly (readonly [TermKey, string | undefined])[] = [
    ['person.name', nameOf(person)],
    ['person.sex', sex === undefined ? undefined : sexOf(sex)],
    ['person.birth', birthDate === undefined ? undefined : `${birthDate}${age}`],
    ['person.id-type', idType === undefined ? undefined : idTypeOf(idType)],
    ['person.id-no', idNo],
    ['person.phone', phone],
    ['person.address', address],
  ];
  return fields.flatMap(([key, value]) => (value === undefined ? [] : [[say(key), value] as const]));
};

export const viewTag = {
  whole: { type: 'success', word: 'persons.whole' },
  masked: { type: 'warning', word: 'persons.masked' },
  erased: { type: 'info', word: 'persons.erased' },
} as const satisfies Readonly<Record<WholePerson['view'], { readonly type: string; readonly word: TermKey }>>;
