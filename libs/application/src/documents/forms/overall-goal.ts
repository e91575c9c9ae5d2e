import type { CaseFile } from '../../case-file.js';
import type { Cell, Run } from '../printed.js';
import { formTerms } from '../terms.js';
import { type FormCells, caption, written } from './cells.js';

/** What was to be achieved: as the narrative says, else as the rows of the case print it. */
export const expectedGoal = ({ rows }: CaseFile, cells: FormCells): readonly Run[] => {
  const own = cells.get('expected');
  if (own !== undefined) return own;
  const goals = rows.filter(({ section }) => section.endsWith(formTerms.overallGoal));
  return goals.length === 0
    ? []
    : [{ text: goals.map(({ printedNo = '', level3 }) => `${printedNo}${level3}`).join('') }];
};

/** 年度总体目标: 预期目标 | 实际完成情况, over the nine columns of a self-evaluation. */
export const overallGoal = (file: CaseFile, cells: FormCells): readonly (readonly Cell[])[] => [
  [
    caption(formTerms.overallGoal, { down: 2 }),
    caption(formTerms.expected, { across: 4 }),
    caption(formTerms.achieved, { across: 4 }),
  ],
  [written(expectedGoal(file, cells), { across: 4 }), written(cells.get('achieved'), { across: 4 })],
];
