import type { ScoredSheet } from '../scoring/score-sheet.js';
import type { CaseMaterial } from './case-material.js';
import { type IdsOf, figureEntry } from './figure-entry.js';
import { plainPathOf, rowPath, sourceOfIndicator } from './figure-sources.js';
import { columnsOf, executionOf, moneyOf, sourcesOf } from './money-figures.js';
import { monthFigures } from './month-figures.js';
import { plannedFigures } from './plan-figures.js';
import type { PrintedFigure } from './printed.js';
import { resultOf, targetOf } from './row-figures.js';
import { scoreFigures, typedScores } from './score-figures.js';

/**
 * Every number a document of a case may print, by id:
 *
 * - `<row>.actual` result with its unit, `<row>.number` without it, `<row>.target` the printed target;
 * - `<row>.<column>` other money of the row: `priorYearFinal`, `initialBudget`, `adjustedBudget`; `<row>.<MM-DD>` its plan;
 * - `execution.rate`, `execution.score`, `group.<id>.score`, `<row>.score`, `total.score`, `total.grade`;
 * - `fund.<line>.<source>` money of a line by where it comes from, as typed;
 * - `planned.03-31` what all plans together are to have spent by that day;
 * - `CC-02`: an indicator the narrative names by its code, without its unit;
 * - `<row>.month-7`, `monitoring.budget`, `monitoring.executed-7`, `monitoring.rate-7` as they stood at the end of July.
 */
export type CaseFigureBook = ReadonlyMap<string, PrintedFigure>;

/** Which figures stand for a name of the case: rows that print it whole, and the columns beside them. */
const idsByPath = ({ report: { file } }: CaseMaterial): IdsOf => {
  const ids = new Map<string, string[]>();
  const note = (path: string, id: string): void => void ids.set(path, [...(ids.get(path) ?? []), id]);
  for (const row of file.rows) {
    const [plain, money] = [plainPathOf(row), moneyOf(file, row)];
    for (const path of [plain, rowPath(row.id)])
      if (path !== undefined) for (const part of ['actual', 'number']) note(path, `${row.id}.${part}`);
    if (money === undefined || row.columns === undefined) continue;
    for (const column of ['initialBudget', 'adjustedBudget'] as const) note(money(column), `${row.id}.${column}`);
  }
  return (path) => ids.get(path) ?? [];
};

/** Every figure of a case that may stand in its document. `scored`: its form as a frame scores it, where one does. */
export const bookOf = (material: CaseMaterial, scored: ScoredSheet | undefined): CaseFigureBook => {
  const { file, figures } = material.report;
  const idsOf = idsByPath(material);
  return new Map([
    ...figures.flatMap((figure) => [
      ...resultOf(material, figure, idsOf),
      ...targetOf(figure.row),
      ...columnsOf(material, figure.row),
    ]),
    ...file.funds.lines.flatMap(sourcesOf),
    ...[...material.indicators.values()].map((value) =>
      figureEntry(value.code, value.printed, value.value, value.unit, sourceOfIndicator(material, value)),
    ),
    ...executionOf(material),
    ...plannedFigures(material),
    ...monthFigures(material, idsOf),
    ...(scored === undefined ? typedScores(material) : scoreFigures(material, scored)),
    ...(material.own ?? []),
  ]);
};
