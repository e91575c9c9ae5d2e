import type { WholePerson } from '../api/administration.js';
import { today } from '../days.js';
import { ageOn } from '../identity.js';
import { say } from '../text.js';
import { type TermKey, terms } from '../terms.js';

const ID_TYPES: Readonly<Record<string, TermKey>> = { none: 'person.id-none' };
const idTypeOf = (code: string): string => {
  const key = ID_TYPES[code] ?? (`person.${code}` as TermKey);
  return key in terms ? say(key) : code;
};
const sexOf = (sex: string): string => (sex === 'male' ? say('person.male') : say('person.female'));
const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

export const nameOf = ({ name, view }: WholePerson): string =>
  name ?? say(view === 'erased' ? 'persons.erased' : 'person.kept');

/** Sex, age and number in one line. */
export const shortOf = ({ sex, birthDate, idNo }: WholePerson): string =>
  [
    sex === undefined ? '' : sexOf(sex),
    isDay(birthDate) ? say('person.age', { years: ageOn(birthDate, today()) }) : '',
    idNo ?? '',
  ]
    .filter((part) => part !== '')
    .join(' · ');

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
