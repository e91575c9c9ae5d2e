import { blockedWords } from './blocked-words.js';

/** Rows of keys, the alphabet and the digits: a stretch of three or more, either way, is no word of one's own. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '!@#$%^&*()_+',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '甲乙丙丁戊己庚辛壬癸',
  '一二三四五六七八九十',
];
const SHORTEST_STRETCH = 3;

/** Signs that stand for letters in words people think well hidden. */
const LOOKS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '+': 't',
};

const both = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);

/** How far a stretch of one of the rows, or of one sign, goes from here. */
const stretchAt = (signs: readonly string[], at: number): number => {
  let same = 1;
  while (signs[at + same] === signs[at]) same += 1;
  const longest = both.map((row) => {
    const places = [...row];
    let from = places.indexOf(signs[at] ?? '');
    let reach = 0;
    while (from >= 0 && signs[at + reach] !== undefined && signs[at + reach] === places[from]) {
      reach += 1;
      from += 1;
    }
    return reach;
  });
  return Math.max(same, ...longest);
};

const GAP = '\u0000';

const withoutStretches = (text: string): string => {
  const signs = [...text];
  let kept = '';
  for (let at = 0; at < signs.length;) {
    const reach = stretchAt(signs, at);
    if (reach >= SHORTEST_STRETCH) {
      kept += GAP;
      at += reach;
    } else {
      kept += signs[at];
      at += 1;
    }
  }
  return kept;
};

const withoutWords = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word, GAP), text);

/** Words of one Chinese or two other characters would take something out of everything. */
const counts = (word: string): boolean => word.length >= (/^[\u0000-\u024f]+$/.test(word) ? 3 : 2); // eslint-disable-line no-control-regex

const plainly = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * How many different characters a password has besides common words, words of the place, years, stretches of the keyboard
 * and repetitions, with letters put back where signs stand for them. Small for whatever a guesser tries first.
 * @source ASVS 5.0 6.2.4, 6.2.11
 */
export const ownPart = (password: string, placeWords: readonly string[]): number => {
  const words = [...placeWords.map(plainly).filter(counts), ...blockedWords].sort((a, b) => b.length - a.length);
  const typed = plainly(password);
  const meant = [...typed].map((sign) => LOOKS[sign] ?? sign).join('');
  return Math.min(
    ...[typed, meant].map((text) => {
      const bare = withoutStretches(withoutWords(text, words).replaceAll(/(19|20)\d\d/g, GAP));
      return new Set(bare.replaceAll(/[\u0000\s._-]/g, '')).size; // eslint-disable-line no-control-regex
    }),
  );
};
