import { type Exact, exact, roundForPrint } from '#kernel/money.js';
import { unitOf } from '../scoring/parse-figure.js';

/** A number in running text with its unit, and the clause it stands in. */
export interface TextNumber {
  readonly clause: string;
  /** As typed, with its unit. */
  readonly text: string;
  readonly number: string;
  readonly unit: string;
}

/** Units that count or measure; a number without one is a name, a date or the number of a paper. */
const UNITS =
  '万元|元|%|百分率|个百分点|人次|人|名|户|件|例|起|宗|份|场次|场|次|个|册|本|期|家|所|处|台|套|条|篇|平方米';
const CLAUSE = /[，。；;！？!?\n]/;
/** Days, years, numbers of papers and of paragraphs. */
const NO_FIGURE =
  /\d{4}年(度)?(\d{1,2}月(\d{1,2}日)?)?|\d{1,2}月(\d{1,2}日|底|末|份)?|\d+日|〔\d{4}〕\d+号|第\d+|\d{1,2}:\d{2}|(^|[（(])\d{1,2}[.、）)](?!\d)/g;
const NUMBER = new RegExp(`(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?:多|余)?(${UNITS})`, 'g');

const plain = (text: string): string =>
  text
    .replaceAll(/[ \t\u3000]/g, '')
    .replaceAll(/[\uff05\uff0d-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** Every number with a unit in a text, in reading order. */
export const numbersIn = (text: string): readonly TextNumber[] =>
  plain(text)
    .split(CLAUSE)
    .flatMap((clause) =>
      [...clause.replaceAll(NO_FIGURE, (found) => '·'.repeat(found.length)).matchAll(NUMBER)].map(
        ([said, number = '', unit = '']) => ({
          clause,
          text: said,
          number: number.replaceAll(',', ''),
          unit: unit === '个百分点' ? '%' : unitOf(unit),
        }),
      ),
    );

/** Whether a typed number is a value, at the decimals it was typed with. */
export const says = ({ number }: TextNumber, value: Exact): boolean =>
  roundForPrint(value, number.split('.')[1]?.length ?? 0).equals(exact(number));
