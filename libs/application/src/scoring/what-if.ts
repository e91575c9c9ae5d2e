import { type Rejection, reject } from '../kernel.js';
import type { ScoringFrame } from './frame.js';
import { type ScoredSheet, scoreSheet } from './score-sheet.js';
import type { ScoringSheet, SheetGroup, SheetRow } from './sheet.js';

/** What to suppose: another frame, and new values of cells; a cell set to undefined is emptied. */
export interface Supposition {
  readonly frame?: ScoringFrame;
  readonly budget?: ScoringSheet['budget'];
  readonly execution?: ScoringSheet['execution'];
  readonly rows?: readonly (Partial<SheetRow> & Pick<SheetRow, 'id'>)[];
  readonly groups?: readonly (Partial<SheetGroup> & Pick<SheetGroup, 'level1' | 'level2'>)[];
}

/** The draft beside the official score; either may be refused by itself. */
export interface Comparison {
  readonly official: ScoredSheet | Rejection;
  readonly draft: ScoredSheet | Rejection;
}

const suppose = (sheet: ScoringSheet, { budget, execution, rows = [], groups = [] }: Supposition): ScoringSheet => ({
  ...sheet,
  ...(budget === undefined ? {} : { budget: { ...sheet.budget, ...budget } }),
  ...(execution === undefined ? {} : { execution: { ...sheet.execution, ...execution } }),
  rows: sheet.rows.map((row) => ({ ...row, ...rows.find(({ id }) => id === row.id) })),
  groups: sheet.groups.map((group) => ({
    ...group,
    ...groups.find(({ level1, level2 }) => level1 === group.level1 && level2 === group.level2),
  })),
});

/**
 * Scores a sheet as it is and as it would be. Nothing is kept, and the official sheet stays as it was.
 * @rejects unknown-row in the place of the draft, for a change to what is not on the sheet
 */
export const whatIf = (frame: ScoringFrame, sheet: ScoringSheet, supposition: Supposition): Comparison => {
  const { rows = [], groups = [] } = supposition;
  const unknown = [
    ...rows.filter(({ id }) => !sheet.rows.some((row) => row.id === id)).map(({ id }) => `rows.${id}`),
    ...groups
      .filter((item) => !sheet.groups.some((group) => group.level1 === item.level1 && group.level2 === item.level2))
      .map(({ level1, level2 }) => `groups.${level1}.${level2}`),
  ];
  return {
    official: scoreSheet(frame, sheet),
    draft:
      unknown.length > 0
        ? reject('invalid-sheet', ...unknown.map((at) => ({ at, code: 'unknown-row' })))
        : scoreSheet(supposition.frame ?? frame, suppose(sheet, supposition)),
  };
};
