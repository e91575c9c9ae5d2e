import type { Operator } from '../operator.js';
import { type Rejection, reject } from '../kernel.js';

/** A printed value taken apart: what is not in the text is absent. A text that is no single value is text and nothing else. */
export interface Figure {
  /** As typed. */
  readonly text: string;
  readonly operator?: Operator;
  /** Exact decimal, as typed but for thousands separators. */
  readonly number?: string;
  /** Every way of writing percent is `%`; other units stand as typed. */
  readonly unit?: string;
  /** 20余次 says `above`, 近600平方米 `below`: not an exact count. */
  readonly approximate?: 'above' | 'below';
}

const BEFORE: readonly (readonly [words: string, operator: Operator])[] = [
  ['≥|>=|≧|不低于|不少于|不小于|至少', '≥'],
  ['≤|<=|≦|不高于|不超过|不大于|至多', '≤'],
  ['>|大于|高于|超过', '>'],
  ['<|小于|低于', '<'],
  ['=|等于', '='],
];
const AFTER: readonly (readonly [words: string, operator: Operator])[] = [
  ['及以上|以上', '≥'],
  ['及以下|以下|以内', '≤'],
];
const words = (table: typeof BEFORE): string => table.map(([text]) => text).join('|');
const SHAPE = new RegExp(
  `^(${words(BEFORE)})?(近)?(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?)(多|余)?([^\\d,.;:+×*()、。]{0,6}?)(${words(AFTER)})?$`,
);
/** 2020年底, 6月30日: a day, not a number with a unit. */
const DAY = /^\d{4}年(底|末|内|初)?$|^(\d{4}年)?\d{1,2}月(\d{1,2}日|底|末|初)?$/;
const PERCENT = /^(%?百分率|%|百分之百|个?百分点)$/;

const operatorIn = (table: typeof BEFORE, word: string | undefined): Operator | undefined =>
  word === undefined ? undefined : table.find(([text]) => text.split('|').includes(word))?.[1];

/** Full-width signs as plain ones, and no spaces: cells mix both. */
const plain = (text: string): string =>
  text.replaceAll(/\s/g, '').replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** A unit as figures keep it: 百分率 is %. */
export const unitOf = (text: string): string => (PERCENT.test(plain(text)) ? '%' : plain(text));

/** Takes a cell apart: `≥1600件` is ≥, 1600, 件; `达标`, `年度计划` and `**平米` are text only. */
export const parseFigure = (text: string): Figure => {
  const written = plain(text);
  const found = DAY.test(written) ? null : SHAPE.exec(written);
  if (found === null) return { text };
  const [, before, near, number = '', more, unit = '', after] = found;
  const operator = operatorIn(BEFORE, before) ?? operatorIn(AFTER, after);
  if (before !== undefined && after !== undefined) return { text };
  return {
    text,
    number: number.replaceAll(',', ''),
    ...(operator === undefined ? {} : { operator }),
    ...(unit === '' ? {} : { unit: unitOf(unit) }),
    ...(more !== undefined ? { approximate: 'above' } : near !== undefined ? { approximate: 'below' } : {}),
  };
};

/**
 * Takes the cell of a result apart, which must be measured.
 * @rejects figure-is-inequality where it says ≥ 1631 instead of 1631
 */
export const parseActual = (text: string): Figure | Rejection => {
  const figure = parseFigure(text);
  return figure.operator === undefined || figure.operator === '='
    ? figure
    : reject('figure-is-inequality', { at: 'actual', code: 'figure-is-inequality', message: text });
};
