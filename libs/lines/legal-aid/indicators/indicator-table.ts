import { type WrittenIndicator, figuresSince, formulasOver } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

export { indicator, indicatorTable, part, sum, variant } from '#application/indicator-table.js';

/** Day the first national rules on legal aid took effect; no figure is older. @source 法律援助条例 (国务院令第385号) */
export const SINCE = '2003-09-01';

export const { flow, closing, opening, cohort } = formulasOver<MeasureCode>();
export const { count, stock, total, amount, rate, surveyRate } = figuresSince(SINCE);

/** One indicator a value, `LA-02-stage-investigation`: the parts a form prints in a row. */
export const each = <const Code extends string, const Value extends string>(
  code: Code,
  values: readonly Value[],
  write: (value: Value) => WrittenIndicator,
): { readonly [V in Value as `${Code}-${V}`]: WrittenIndicator } =>
  Object.fromEntries(values.map((value) => [`${code}-${value}`, write(value)])) as never;
