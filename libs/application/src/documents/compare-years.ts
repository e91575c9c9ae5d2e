import type { Comparison } from '../last-year/compare-sheet.js';
import { type ComparisonRow, type DefinitionMark, type FormerFigure, printedChange } from '../last-year/comparison.js';
import { caption, filled, numbered, shares, tableOf, words } from './forms/cells.js';
import type { Block, Cell, PrintedFigure } from './printed.js';
import { comparisonTerms, documentTerms, formTerms } from './terms.js';

const marks: Readonly<Record<Exclude<DefinitionMark, null>, string>> = {
  same: comparisonTerms.same,
  changed: comparisonTerms.changed,
  unknown: comparisonTerms.unknown,
};

/** Where last year's figure comes from, and what the imported form says where it says otherwise. */
const sourceText = ({ from, seal, cached }: FormerFigure, contradicted: string | undefined): string =>
  [
    comparisonTerms.from[from],
    ...(from === 'imported' ? [seal === null ? comparisonTerms.unproven : comparisonTerms.proven] : []),
    ...(seal === null ? [] : [comparisonTerms.seal(seal.hash)]),
    ...(cached === true ? [comparisonTerms.cached] : []),
    ...(contradicted === undefined ? [] : [comparisonTerms.contradicted(contradicted)]),
  ].join(documentTerms.comma);

const changeCell = (change: string | undefined): Cell =>
  change === undefined ? words(documentTerms.unknown, {}, 'center') : numbered(change, change.replace('+', ''), {});

const rowOf = (
  { level3, former, change, definition, contradicted }: ComparisonRow,
  now: PrintedFigure | undefined,
): readonly Cell[] => {
  const dash = words(documentTerms.unknown, {}, 'center');
  const beside =
    former === null
      ? [dash, dash, words(''), words('')]
      : [
          numbered(former.printed, former.value, {}),
          changeCell(printedChange(change, former.printed, now?.printed ?? '')),
          words(definition === null ? '' : marks[definition], {}, 'center'),
          words(sourceText(former, contradicted)),
        ];
  const [before, ...rest] = beside;
  return [words(level3), before ?? dash, now === undefined ? dash : filled(now), ...rest];
};

/**
 * Every result beside that of the year before: the change, a mark where it was counted by another definition, and where last
 * year's figure comes from. It stands as text: the document of its own year proves it. Nothing where there is no year before.
 */
export const compareYears = (
  { year, rows }: Comparison,
  figureOf: (row: string) => PrintedFigure | undefined,
): readonly Block[] => {
  if (rows.every(({ former }) => former === null)) return [];
  const header = [
    formTerms.level3,
    comparisonTerms.ofYear(year),
    comparisonTerms.ofYear(year + 1),
    comparisonTerms.change,
    comparisonTerms.definition,
    comparisonTerms.source,
  ].map((text) => caption(text));
  const body = rows.flatMap((row) => {
    const now = figureOf(row.row);
    return now === undefined && row.former === null ? [] : [rowOf(row, now)];
  });
  return [
    { kind: 'heading', level: 1, text: [{ text: comparisonTerms.title(year) }] },
    { kind: 'table', table: tableOf(shares(30, 12, 12, 10, 13, 23), 1, [header, ...body]) },
  ];
};
