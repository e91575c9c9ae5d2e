import { pinyin } from 'pinyin-pro';

/** The ways a name is read, as lists of syllables without tones (ü as v), the likeliest first. */
export type Reading = readonly string[];

const options = { toneType: 'none', type: 'array', v: true } as const;

/** More readings than this no name has in use. */
const MOST = 6;

/** A name as it is searched for: letters small and narrow, no spaces and no dots between its parts. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・.'’-]/g, '');

/**
 * How a name is read: first with its beginning as a surname (单 shan, 尉迟 yuchi), then as plain words, then with every
 * reading of its first character, since no list of surnames is complete and many a clerk reads the character.
 */
export const readingsOf = (name: string): readonly Reading[] => {
  const plain = plainName(name);
  if (plain === '') return [];
  const asSurname = pinyin(plain, { ...options, surname: 'head' });
  const first = pinyin([...plain][0] as string, { ...options, multiple: true });
  const all = [asSurname, pinyin(plain, options), ...first.map((syllable) => [syllable, ...asSurname.slice(1)])];
  return [...new Map(all.map((reading) => [reading.join(' '), reading])).values()].slice(0, MOST);
};

/** Sounds that many dialects do not tell apart. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^n(?=[aeiouv])/, 'l'],
  [/^r/, 'l'],
  [/^h(?=u)/, 'f'],
  [/([aei])ng$/, '$1n'],
];

/** A reading as it sounds where zh and z, n and l, h and f, ang and an are not told apart. */
export const nearSound = (reading: Reading): string =>
  reading.map((syllable) => ALIKE.reduce((text, [form, to]) => text.replace(form, to), syllable)).join(' ');
