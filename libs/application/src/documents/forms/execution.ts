import type { CaseFile, CaseRow } from '../../case-file.js';
import type { CaseFigureBook } from '../figure-book.js';
import type { Cell } from '../printed.js';
import { formTerms } from '../terms.js';
import { caption, empty, filled, points } from './cells.js';

/** The row of the money that carries weight, rate and score; the others only say where it came from. */
export const executionRow = ({ rows }: CaseFile): CaseRow | undefined =>
  rows.find(({ columns }) => Object.keys(columns ?? {}).some((heading) => heading.startsWith(formTerms.rate)));

/** Rows below the execution row, of the same block of the form. */
export const rowsBelow = (file: CaseFile): readonly CaseRow[] => {
  const whole = executionRow(file);
  return file.rows.filter(
    ({ id, section, unitOfCount }) => section === whole?.section && id !== whole.id && unitOfCount !== '%',
  );
};

/** Headings of the money: the label takes two columns, each figure one. */
export const executionHeader = (): readonly Cell[] => [
  caption('', { across: 2 }),
  caption(formTerms.initialBudget),
  caption(formTerms.adjustedBudget),
  caption(formTerms.executed),
  caption(formTerms.weight),
  caption(formTerms.rate),
  caption(formTerms.score),
];

/** 年度资金总额. */
export const executionTotal = (file: CaseFile, figures: CaseFigureBook): readonly Cell[] => {
  const id = executionRow(file)?.id ?? '';
  return [
    caption(formTerms.totalMoney, { across: 2 }),
    filled(figures.get(`${id}.initialBudget`)),
    filled(figures.get(`${id}.adjustedBudget`)),
    filled(figures.get(`${id}.number`)),
    points(file.template.executionWeight, {}, formTerms.points),
    filled(figures.get('execution.rate')),
    filled(figures.get('execution.score')),
  ];
};

/** A line that says where money came from: it bears no weight, rate or score. */
export const executionPart = ({ id, level3 }: CaseRow, figures: CaseFigureBook): readonly Cell[] => [
  caption(level3, { across: 2 }),
  filled(figures.get(`${id}.initialBudget`)),
  filled(figures.get(`${id}.adjustedBudget`)),
  filled(figures.get(`${id}.number`)),
  empty(),
  empty(),
  empty(),
];
