import { type Exact, roundForPrint } from '#kernel/money.js';
import { printedNumber, printsNearly } from './printed-number.js';
import type { FigureSource, PrintedFigure } from './printed.js';

export const PERCENT = '%';
export const UNIT_OF_MONEY = '万元';

/** A figure by its id. */
export type FigureEntry = readonly [id: string, figure: PrintedFigure];
/** Figures of the document that stand for a name of the case. */
export type IdsOf = (path: string) => readonly string[];

export const figureEntry = (
  id: string,
  printed: string,
  value: string | null,
  unit: string,
  source: FigureSource,
): FigureEntry => [id, { id, printed, value, unit, source }];

/** A number as somebody typed it; words, and a text that says something else, have none behind them. */
export const typedEntry = (id: string, text: string, number: number | undefined, unit: string): FigureEntry => {
  const printed = text.replaceAll(/\s+/g, '');
  const read = printedNumber(printed);
  const says = number !== undefined && read !== undefined && printsNearly(read, String(number));
  return figureEntry(id, printed, says ? String(number) : null, unit, { kind: 'manual', event: null });
};

/** An amount of money: whole where it is, else two decimals at most. */
export const moneyText = (value: Exact): string => roundForPrint(value, 2).toFixed();
/** A rate in percent: whole where it is, else two decimals. */
export const rateText = (percent: Exact): string =>
  `${percent.isInteger() ? percent.toFixed() : roundForPrint(percent, 2).toFixed(2)}${PERCENT}`;
