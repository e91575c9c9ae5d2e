import { pinyin } from 'pinyin-pro';
import type { Office, OfficeDirectory } from '#application/ports/office-directory.js';

/** What the names of authorities end in, the longest first. */
const ENDINGS = /(司法局|司法所|司法厅|街道办事处|街道|自治县|地区|[省市县区乡镇局所科室])$/u;

/** A name and what is left of it when the endings go, one by one: 桃江县司法局, 桃江县, 桃江. */
const shortened = (name: string): readonly string[] => {
  const names = [name];
  for (let rest = name; ENDINGS.test(rest);) {
    rest = rest.replace(ENDINGS, '');
    names.push(rest);
  }
  return names.filter((word) => word.length > 1);
};

const wordsOf = ({ name, code }: Office): readonly string[] =>
  shortened(name).flatMap((word) => [word, pinyin(word, { toneType: 'none', type: 'array' }).join(''), code]);

/** Words of a place which no password may be made of: names of bureaus and offices, their pinyin, their codes. */
export const placeWords = (offices: OfficeDirectory): (() => readonly string[]) => {
  let of: readonly Office[] | undefined;
  let words: readonly string[] = [];
  return () => {
    const all = offices.all();
    if (all !== of) {
      of = all;
      words = [...new Set(all.flatMap(wordsOf))];
    }
    return words;
  };
};
