import type { CaseFile, CaseRow } from '../../case-file.js';
import type { CaseFigureBook } from '../figure-book.js';
import type { Cell, Table } from '../printed.js';
import { expenditureNames, formTerms } from '../terms.js';
import { type FormCells, caption, empty, labelled, shares, tableOf, words } from './cells.js';
import { executionHeader, executionTotal, rowsBelow } from './execution.js';
import { overallGoal } from './overall-goal.js';
import { scoredIndicators } from './scored-indicators.js';

/** The composition of the money: kinds of income on the left, of expenditure on the right, amounts behind a colon. */
const composition = (file: CaseFile, figures: CaseFigureBook): readonly (readonly Cell[])[] => {
  const isExpenditure = ({ level3 }: CaseRow): boolean => expenditureNames.includes(level3);
  const rows = rowsBelow(file);
  const [income, expenditure] = [rows.filter((row) => !isExpenditure(row)), rows.filter(isExpenditure)];
  const side = (of: readonly CaseRow[], at: number): Cell => {
    const row = of[at];
    if (row === undefined) return empty({ across: 4 });
    const label = `${at === 0 ? formTerms.ofWhich : ''}${row.level3}${formTerms.colon}`;
    return labelled(label, figures.get(`${row.id}.number`), { across: 4 });
  };
  const lines = Math.max(income.length, expenditure.length);
  return [
    [
      { ...caption(formTerms.byIncome, { across: 4 }), align: 'left' },
      { ...caption(formTerms.byExpenditure, { across: 4 }), align: 'left' },
    ],
    ...Array.from({ length: lines }, (_, at) => [side(income, at), side(expenditure, at)]),
  ];
};

/**
 * 部门整体支出绩效自评表: as the form of a project, with the money by income and by expenditure.
 * @source 资阳 2022年度部门整体支出绩效自评表
 */
export const departmentSelfEvaluation = (file: CaseFile, figures: CaseFigureBook, cells: FormCells): Table => {
  const money = composition(file, figures);
  return tableOf(shares(7, 9, 10, 18, 12, 12, 7, 8, 17), 0, [
    [caption(formTerms.department), words(file.bureau.name, { across: 8 }, 'center')],
    [caption(formTerms.departmentMoney, { down: money.length + 2 }), ...executionHeader()],
    executionTotal(file, figures),
    ...money,
    ...overallGoal(file, cells),
    ...scoredIndicators(file, figures, cells),
  ]);
};
