import type { CaseFile } from '../../case-file.js';
import type { CaseFigureBook } from '../figure-book.js';
import type { Table } from '../printed.js';
import { formTerms } from '../terms.js';
import { type FormCells, caption, shares, tableOf, words, written } from './cells.js';
import { executionHeader, executionPart, executionTotal, rowsBelow } from './execution.js';
import { overallGoal } from './overall-goal.js';
import { scoredIndicators } from './scored-indicators.js';

/**
 * 项目支出绩效自评表: money, goal, indicators with weight and score, total. Weight and score stand on each 三级 row, or are merged
 * over a 二级 group, as the case's template says.
 * @source 财预〔2020〕10号 附件; 湖南 as 资阳 2022 prints it
 */
export const projectSelfEvaluation = (file: CaseFile, figures: CaseFigureBook, cells: FormCells): Table => {
  const parts = rowsBelow(file);
  const [line] = file.funds.lines;
  return tableOf(shares(7, 9, 10, 18, 12, 12, 7, 8, 17), 0, [
    [caption(formTerms.project), words(line?.name ?? file.funds.name, { across: 8 }, 'center')],
    [
      caption(formTerms.authority),
      written(cells.get('authority'), { across: 3 }, 'center'),
      caption(formTerms.unit),
      words(file.bureau.name, { across: 4 }, 'center'),
    ],
    [caption(formTerms.projectMoney, { down: parts.length + 2 }), ...executionHeader()],
    executionTotal(file, figures),
    ...parts.map((row) => executionPart(row, figures)),
    ...overallGoal(file, cells),
    ...scoredIndicators(file, figures, cells),
  ]);
};
