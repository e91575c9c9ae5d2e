import type { CaseFile, CaseRow } from '../../case-file.js';
import type { CaseFigureBook } from '../figure-book.js';
import type { Cell } from '../printed.js';
import { formTerms } from '../terms.js';
import { type FormCells, caption, empty, filled, once, points, runsOfEqual, words, written } from './cells.js';

/** Rows of the scored form, in the order printed. */
export const scoredRows = ({ rows }: CaseFile): readonly CaseRow[] => rows.filter(({ group }) => group !== undefined);

const nameOf = ({ printedNo = '', level3 }: CaseRow): string => `${printedNo}${level3}`;

/** 一级 prints its weight where the form does: 产出指标(50分). */
const level1Of = ({ template }: CaseFile, level1: string): string =>
  `${level1}${template.level1Weights.find((item) => item.level1 === level1)?.printed ?? ''}`;

const header = (down: number): readonly Cell[] => [
  caption(formTerms.indicators, { down }),
  caption(formTerms.level1),
  caption(formTerms.level2),
  caption(formTerms.level3),
  caption(formTerms.target),
  caption(formTerms.actual),
  caption(formTerms.weight),
  caption(formTerms.score),
  caption(formTerms.deviation),
];

/** Weight and score of a row: merged over its 二级 where the group is scored, its own else. */
const scoreCells = (
  file: CaseFile,
  figures: CaseFigureBook,
  row: CaseRow,
  at: number,
  down: number,
): readonly Cell[] => {
  if (file.template.scoringLevel === '三级')
    return [points(row.weight ?? null), filled(figures.get(`${row.id}.score`))];
  const group = file.template.groups.find(({ id }) => id === row.group);
  if (at > 0) return [];
  return [points(group?.weight ?? null, { down }), filled(figures.get(`group.${row.group ?? ''}.score`), { down })];
};

/** The block of indicators and the line of the total. `cells`: why points were lost, by row. */
export const scoredIndicators = (
  file: CaseFile,
  figures: CaseFigureBook,
  cells: FormCells,
): readonly (readonly Cell[])[] => {
  const rows = scoredRows(file);
  const levels = runsOfEqual(rows, ({ level1 }) => level1 ?? '');
  const body = levels.flatMap((level) =>
    runsOfEqual(level, ({ group, level2 }) => group ?? level2 ?? '').flatMap((group) =>
      group.map((row, at): readonly Cell[] => [
        ...once(level.indexOf(row), caption(level1Of(file, row.level1 ?? ''), { down: level.length })),
        ...once(at, caption(row.level2 ?? '', { down: group.length })),
        words(nameOf(row)),
        filled(figures.get(`${row.id}.target`)),
        filled(figures.get(`${row.id}.actual`)),
        ...scoreCells(file, figures, row, at, group.length),
        written(cells.get(`reason:${row.id}`)),
      ]),
    ),
  );
  const total: readonly Cell[] = [
    caption(formTerms.total, { across: 6 }),
    points(file.template.printedTotalWeight, {}, formTerms.points),
    filled(figures.get('total.score')),
    empty(),
  ];
  return [header(rows.length + 1), ...body, total];
};
