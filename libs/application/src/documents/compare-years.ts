import { exact } from '#kernel/money.js';
import type { CaseFile } from '../case-file.js';
import { caption, filled, tableOf, words } from './forms/cells.js';
import type { Cell, PrintedFigure, Table } from './printed.js';
import { printedNumber } from './printed-number.js';
import { comparisonTerms, documentTerms, formTerms } from './terms.js';

/** Figures of the year before, as the manifest of its document lists them. */
export interface YearBefore {
  readonly year: number;
  readonly figures: readonly PrintedFigure[];
}

const codeOf = ({ source }: PrintedFigure): string | undefined =>
  source.kind === 'indicator' ? source.indicator : undefined;

/** The figure of the year before that means the same: of the same row, else the only one of the same indicator. */
const formerOf = (figure: PrintedFigure, { figures }: YearBefore): PrintedFigure | undefined => {
  const code = codeOf(figure);
  const [sameRow] = figures.filter((item) => item.id === figure.id && codeOf(item) === code);
  if (sameRow !== undefined || code === undefined) return sameRow;
  const alike = figures.filter((item) => item.id.endsWith('.actual') && codeOf(item) === code);
  return alike.length === 1 ? alike[0] : undefined;
};

/** Difference of the exact values at the finer of the printed decimals, with its sign; a dash where one is unknown. */
const changeOf = (now: PrintedFigure, former: PrintedFigure): string => {
  if (now.value === null || former.value === null || now.unit !== former.unit) return documentTerms.unknown;
  const decimals = Math.max(...[now, former].map(({ printed }) => printedNumber(printed)?.decimals ?? 0));
  const change = exact(now.value).minus(former.value).toDecimalPlaces(decimals);
  return `${change.isPositive() && !change.isZero() ? '+' : ''}${change.isZero() ? '0' : change.toFixed(decimals)}`;
};

/** Whether both years were counted by one definition; nothing to say where either was entered or worked out. */
const definitionMark = (now: PrintedFigure, former: PrintedFigure): string => {
  if (now.source.kind !== 'indicator' || former.source.kind !== 'indicator') return '';
  const same = now.source.indicator === former.source.indicator && now.source.definition === former.source.definition;
  return same && now.unit === former.unit ? comparisonTerms.same : comparisonTerms.changed;
};

const compared = (name: string, now: PrintedFigure, before: YearBefore): readonly Cell[] => {
  const former = formerOf(now, before);
  const beside =
    former === undefined
      ? [documentTerms.unknown, documentTerms.unknown, '']
      : [former.printed, changeOf(now, former), definitionMark(now, former)];
  const [printed = '', change = '', mark = ''] = beside;
  return [
    words(name),
    words(printed, {}, 'center'),
    filled(now),
    words(change, {}, 'center'),
    words(mark, {}, 'center'),
  ];
};

/**
 * Every result of a case beside that of the year before: the change, and a mark where the indicator was counted by another
 * definition. Figures of the year before are that year's own: here they stand as text, and its document proves them.
 */
export const compareYears = (file: CaseFile, figures: readonly PrintedFigure[], before: YearBefore): Table => {
  const header = [
    formTerms.level3,
    comparisonTerms.lastYear(before.year),
    comparisonTerms.lastYear(file.fiscalYear),
    comparisonTerms.change,
    comparisonTerms.definition,
  ];
  const rows = file.rows.flatMap(({ id, level3 }) => {
    const now = figures.find((figure) => figure.id === `${id}.actual`);
    return now === undefined || now.value === null ? [] : [compared(level3, now, before)];
  });
  return tableOf([0.36, 0.16, 0.16, 0.14, 0.18], 1, [header.map((text) => caption(text)), ...rows]);
};
