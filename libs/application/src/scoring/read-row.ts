import { type Exact, exact, roundForPrint } from '#kernel/money.js';
import type { Operator } from '../operator.js';
import { parseFigure, unitOf } from './parse-figure.js';
import type { SheetRow } from './sheet.js';

/** What a row says about itself: two numbers and how they compare, a target still without a result, or words. */
export type RowReading =
  | { readonly kind: 'measured'; readonly operator: Operator; readonly target: Exact; readonly actual: Exact }
  | { readonly kind: 'no-data' }
  | { readonly kind: 'words' };

const OPERATOR_OF = { positive: '≥', equal: '=', inverse: '≤' } as const;
/** Which way a target points that prints its operator. */
export const DIRECTION_OF = { '≥': 'positive', '>': 'positive', '=': 'equal', '≤': 'inverse', '<': 'inverse' } as const;

export const operatorOf = ({ target, direction }: SheetRow): Operator | undefined =>
  target.operator ?? (direction === undefined ? undefined : OPERATOR_OF[direction]);

/** Whether the direction that was chosen is another than the target prints. */
export const directionDisagrees = ({ target, direction }: SheetRow): boolean =>
  target.operator !== undefined && direction !== undefined && DIRECTION_OF[target.operator] !== direction;

/** Whether a result is typed as a bound. */
export const isInequality = ({ actual }: SheetRow): boolean => {
  const operator = actual.text === undefined ? undefined : parseFigure(actual.text).operator;
  return operator !== undefined && operator !== '=';
};

/** The rate its parts give, in the unit of the target. */
const rateOf = ({ target, actual: { parts } }: SheetRow): Exact | undefined =>
  parts === undefined || exact(parts.denominator).isZero()
    ? undefined
    : exact(parts.numerator)
        .times(target.unit !== undefined && unitOf(target.unit) === '%' ? 100 : 1)
        .dividedBy(parts.denominator);

/** Whether the printed rate is another than its parts give at the decimals printed. */
export const rateDiffers = (row: SheetRow): boolean => {
  const [rate, printed] = [rateOf(row), row.actual.number];
  return (
    rate !== undefined &&
    printed !== undefined &&
    !roundForPrint(rate, printed.split('.')[1]?.length ?? 0).equals(printed)
  );
};

/** Whether the result names another unit than the target. */
export const unitDiffers = ({ target, actual }: SheetRow): boolean => {
  const unit = actual.text === undefined ? undefined : parseFigure(actual.text).unit;
  return target.unit !== undefined && unit !== undefined && unit !== unitOf(target.unit);
};

/**
 * Reads a row. Only two numbers and an operator are a measurement: a bound or a word in the place of a result is none, nor is
 * a target below 0, of which no rule speaks.
 */
export const readRow = (row: SheetRow): RowReading => {
  const { target, actual } = row;
  const operator = operatorOf(row);
  if (target.number === undefined || exact(target.number).isNegative() || operator === undefined)
    return { kind: 'words' };
  if (isInequality(row)) return { kind: 'words' };
  const measured = rateOf(row) ?? (actual.number === undefined ? undefined : exact(actual.number));
  if (measured !== undefined) return { kind: 'measured', operator, target: exact(target.number), actual: measured };
  return actual.text === undefined ? { kind: 'no-data' } : { kind: 'words' };
};
