import { roundForPrint } from '#kernel/money.js';
import { type CaseFile, countedAt, moneyPath } from '../case-file.js';
import { sheetAsPrinted } from '../scoring/sheet-of-case.js';
import { frameInForce } from '../scoring/frames/index.js';
import { type ScoredSheet, scoreSheet } from '../scoring/score-sheet.js';
import type { RowFigure } from '../case-rows.js';
import type { CaseMaterial } from './case-material.js';

/** A case as its form would stand with the results and the money that the log gives. */
const asLogged = ({ report: { file, figures }, amounts }: CaseMaterial): CaseFile => {
  const results = new Map(figures.map((figure) => [figure.row.id, figure]));
  const { total } = file.funds;
  const money = (column: 'initialBudget' | 'adjustedBudget' | 'executed'): number | null =>
    amounts.get(moneyPath(column))?.toNumber() ?? total[column];
  return {
    ...file,
    funds: {
      ...file.funds,
      total: {
        ...total,
        initialBudget: money('initialBudget'),
        adjustedBudget: money('adjustedBudget'),
        executed: money('executed'),
      },
    },
    rows: file.rows.map((row) => withResult(row, results.get(row.id)?.value ?? null)),
  };
};

const withResult = (row: CaseFile['rows'][number], value: RowFigure['value']): CaseFile['rows'][number] => {
  if (value?.value == null || row.unitOfCount === null) return row;
  const { actualBound: _bound, ...rest } = row;
  const unit = row.actual?.unit ?? row.target?.unit ?? row.unitOfCount;
  // A sheet holds six decimals.
  const number = roundForPrint(value.value, 6).toNumber();
  return { ...rest, printedActual: `${number}${unit}`, actual: { number, unit } };
};

/**
 * The scores of a case under the frame of its province: from the results of the log, and where the rules give another score
 * than the report prints, or none, the printed one as entered by hand. Undefined where the case has no scored form, or no frame
 * takes it.
 */
export const scoresOfCase = (material: CaseMaterial): ScoredSheet | undefined => {
  const { file } = material.report;
  if (file.template.groups.length === 0) return undefined;
  const frame = frameInForce(file.bureau.province, countedAt(file));
  if ('kind' in frame) return undefined;
  const taken = { by: file.bureau.name, reason: file.documentTypeName };
  const scored = scoreSheet(frame, sheetAsPrinted(frame, asLogged(material), taken));
  return scored.kind === 'scored' ? scored : undefined;
};
