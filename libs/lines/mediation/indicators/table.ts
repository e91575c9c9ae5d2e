import { type WrittenIndicator, figuresSince, formulasOver, part, sum } from '#application/indicator-table.js';
import { columns, joinedKinds, splitOf } from '../measures/columns.js';
import type { MeasureCode } from '../measures/index.js';

export { indicatorTable, part, sum, variant } from '#application/indicator-table.js';

/** Marks an indicator as one reading where others are in use, itself the default. */
export const reading = (name: string, written: WrittenIndicator): WrittenIndicator => ({ ...written, variant: name });

/** First day of the provisions on mediation work; no figure is older. @source 人民调解工作若干规定 */
const SINCE = '2002-11-01';

export const { flow, closing, opening, cohort } = formulasOver<MeasureCode>();
export const { count, total, stock, rate, planRate, surveyRate, average } = figuresSince(SINCE);

type Columns = typeof columns;
/** `PM-02-kind-traffic`, `PM-02-source-court`, `PM-02-committee-village`, `PM-02-kind-labour`. */
export type ByColumn<Code extends string> =
  | { [Column in keyof Columns]: `${Code}-${Column}-${Columns[Column][number]}` }[keyof Columns]
  | `${Code}-kind-${keyof typeof joinedKinds}`;

/** A count of cases by each column of the form (纠纷类型、案件来源、调解主体). */
export const byColumns = <const Code extends string>(code: Code, measure: MeasureCode) => {
  const piece = (column: keyof Columns, value: string) => flow(measure, { [splitOf[column]]: value });
  const plain = Object.entries(columns).flatMap(([column, values]) =>
    values.map((value) => [`${column}-${value}`, piece(column as keyof Columns, value)] as const),
  );
  const joined = Object.entries(joinedKinds).map(
    ([name, kinds]) => [`kind-${name}`, sum(...kinds.map((kind) => piece('kind', kind)))] as const,
  );
  return Object.fromEntries(
    [...plain, ...joined].map(([name, value]) => [`${code}-${name}`, part(code, count('件', value))]),
  ) as Readonly<Record<ByColumn<Code>, WrittenIndicator>>;
};
