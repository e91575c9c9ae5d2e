import { exact } from '#kernel/money.js';
import { figuresOf } from '../case-figures.js';
import { type CaseFile, type CaseRow, type FundLine, fundColumns, moneyPath } from '../case-file.js';
import type { CaseMaterial, LoggedColumn } from './case-material.js';
import { planFigure } from './plan-figures.js';
import { type FigureEntry, PERCENT, UNIT_OF_MONEY, figureEntry, moneyText, rateText } from './figure-entry.js';
import { byHand, plainPathOf, sourceOfAmount } from './figure-sources.js';
import { documentTerms, formTerms } from './terms.js';

/** Names a column of the money that a row of a form speaks of; undefined for a row that speaks of none. */
export const moneyOf = (
  { funds }: CaseFile,
  row: CaseRow,
): ((column: 'priorYearFinal' | LoggedColumn) => string) | undefined => {
  const plain = plainPathOf(row);
  const isPlain = (line?: string): boolean => fundColumns.some((column) => moneyPath(column, line) === plain);
  const line = funds.lines.find(({ name }) => name === row.level3) ?? funds.lines.find(({ id }) => isPlain(id));
  if (line === undefined && !isPlain() && (row.columns === undefined || row.derivations.length === 0)) return undefined;
  return (column) => moneyPath(column, isPlain() ? undefined : line?.id);
};

/** Which column of the money a printed heading is. */
const columnOf = ({ fiscalYear }: CaseFile, heading: string): LoggedColumn | 'priorYearFinal' | 'rate' | undefined => {
  if (heading.startsWith(formTerms.rate)) return 'rate';
  switch (heading) {
    case `${fiscalYear - 1}年决算数`:
      return 'priorYearFinal';
    case `${fiscalYear}年预算数`:
    case formTerms.initialBudget:
      return 'initialBudget';
    case formTerms.adjustedBudget:
      return 'adjustedBudget';
    case `${fiscalYear}年决算数`:
    case formTerms.executed:
      return 'executed';
    default:
      return undefined;
  }
};

/** The other columns of a row of money; the result is its own, and a rate follows. */
export const columnsOf = (material: CaseMaterial, row: CaseRow): readonly FigureEntry[] => {
  const { report, registry, amounts } = material;
  const money = moneyOf(report.file, row);
  return Object.entries(row.columns ?? {}).flatMap(([heading, typed]): readonly FigureEntry[] => {
    const column = columnOf(report.file, heading);
    if (typed === null || column === 'executed' || column === 'rate') return [];
    if (column === undefined) return [planFigure(material, row, heading, typed)];
    const id = `${row.id}.${column}`;
    const path = money?.(column) ?? '';
    const leaves = money === undefined ? undefined : figuresOf(report.file, registry, path);
    if (leaves === undefined || leaves.length === 0)
      return [figureEntry(id, moneyText(exact(typed)), String(typed), UNIT_OF_MONEY, byHand)];
    const logged = amounts.get(path) ?? null;
    const printed = logged === null ? documentTerms.unknown : moneyText(logged);
    return [figureEntry(id, printed, logged?.toFixed() ?? null, UNIT_OF_MONEY, sourceOfAmount(material, path, leaves))];
  });
};

export const sourcesOf = ({ id, sources }: FundLine): readonly FigureEntry[] =>
  sources.flatMap((source) =>
    source.amount === null
      ? []
      : [
          figureEntry(
            `fund.${id}.${source.id}`,
            source.amount.toFixed(2),
            String(source.amount),
            UNIT_OF_MONEY,
            byHand,
          ),
        ],
  );

/** Share of the adjusted budget that was spent. */
export const executionOf = ({ report, amounts }: CaseMaterial): readonly FigureEntry[] => {
  const [whole, spent] = [amounts.get(moneyPath('adjustedBudget')), amounts.get(moneyPath('executed'))];
  if (whole == null || spent == null || whole.isZero()) return [];
  const percent = spent.times(100).dividedBy(whole);
  const from = report.file.rows.flatMap(({ id, columns }) =>
    columns?.[formTerms.adjustedBudget] === undefined ? [] : [`${id}.adjustedBudget`, `${id}.number`],
  );
  const rule = `${formTerms.executed}÷${formTerms.adjustedBudget}`;
  return [
    figureEntry('execution.rate', rateText(percent), percent.toFixed(), PERCENT, { kind: 'derived', rule, from }),
  ];
};
