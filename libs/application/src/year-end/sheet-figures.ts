import { figureNamed } from '../documents/case-document.js';
import type { CaseFigureBook } from '../documents/figure-book.js';
import type { CaseFile } from '../case-file.js';
import type { PrintedFigure } from '../documents/printed.js';
import type { PerformanceSheet } from '../evaluation/performance-sheet.js';
import { ROW_IDS } from './sheet-case.js';
import { figureTerms } from './terms.js';

/** Money of the sheet and what its form comes to, by the name a bureau gives it and the id of the figure. */
export const wholes = {
  'money.initialBudget': `${ROW_IDS.money}.initialBudget`,
  'money.adjustedBudget': `${ROW_IDS.money}.adjustedBudget`,
  'money.executed': `${ROW_IDS.money}.number`,
  'execution.rate': 'execution.rate',
  'execution.score': 'execution.score',
  'total.score': 'total.score',
  'total.grade': 'total.grade',
} as const;

/** Of one row by its id: its result, the result without its unit, its target, its score. */
export const ofRow = ['actual', 'number', 'target', 'score'] as const;

/** The figure a bureau's own text or form names; undefined where there is none, or none yet. */
export const figureCalled = (file: CaseFile, book: CaseFigureBook, name: string): PrintedFigure | undefined =>
  figureNamed(file, book, (wholes as Readonly<Record<string, string>>)[name] ?? name);

/** Every figure of a sheet that a text may name, in the order of the form, by what it is called. */
export const figuresToName = ({ rows }: Pick<PerformanceSheet, 'rows'>): ReadonlyMap<string, string> =>
  new Map([
    ...rows.flatMap(({ id, level3 }) =>
      ofRow.map((part) => [`${id}.${part}`, figureTerms.ofRow[part](level3)] as const),
    ),
    ...Object.keys(wholes).map((name) => [name, figureTerms.wholes[name as keyof typeof wholes]] as const),
  ]);
