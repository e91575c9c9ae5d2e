import type { CaseFile, CaseRow, FundLine } from '../../case-file.js';
import type { CaseFigureBook } from '../figure-book.js';
import type { Cell, Table } from '../printed.js';
import { formTerms, targetTerms } from '../terms.js';
import { type FormCells, caption, filled, once, runsOfEqual, shares, tableOf, words, written } from './cells.js';
import { expectedGoal } from './overall-goal.js';

/** Rows of the table of one project: those of the section that prints its budget. */
export const rowsOfProject = ({ rows }: CaseFile, { id }: FundLine): readonly CaseRow[] => {
  const budget = rows.find(({ derivations }) => derivations[0]?.expression === `fund('${id}','initialBudget')`);
  return budget === undefined ? [] : rows.filter(({ section }) => section === budget.section);
};

/** How the points of a plan share the six columns. */
const PLAN_SPANS = [2, 1, 1, 2] as const;

const planRows = (
  { spendingPlan }: FundLine,
  planId: string | undefined,
  figures: CaseFigureBook,
): readonly (readonly Cell[])[] => {
  const plan = (spendingPlan ?? []).map(({ by }) => targetTerms.monthEnd(Number(by.slice(0, 2))));
  const spans = plan.length === PLAN_SPANS.length ? PLAN_SPANS : plan.map((_, at) => (at === 0 ? 7 - plan.length : 1));
  const at = (index: number) => ({ across: spans[index] ?? 1 });
  if (plan.length === 0) return [[caption(targetTerms.plan), words('', { across: 6 })]];
  return [
    [caption(targetTerms.plan, { down: 2 }), ...plan.map((text, index) => caption(text, at(index)))],
    plan.map((text, index) => filled(figures.get(`${planId ?? ''}.${text}`), at(index))),
  ];
};

const indicatorRows = (rows: readonly CaseRow[], figures: CaseFigureBook): readonly (readonly Cell[])[] =>
  runsOfEqual(rows, ({ level1 }) => level1 ?? '').flatMap((level) =>
    level.map((row, at): readonly Cell[] => [
      ...once(at, caption(row.level1 ?? '', { down: level.length })),
      words(row.level2 ?? '', {}, 'center'),
      words(row.level3),
      words(row.description ?? '', { across: 2 }),
      filled(figures.get(`${row.id}.target`)),
      words(row.basis ?? ''),
    ]),
  );

/**
 * 绩效目标表 of one project: its money by source, the cumulative plan to spend it, and its indicators with their targets. Weights
 * appear only at the self-evaluation.
 * @source 抚宁 2020年部门预算绩效文本, 第二部分
 */
export const targetsTable = (file: CaseFile, figures: CaseFigureBook, cells: FormCells, line: FundLine): Table => {
  const rows = rowsOfProject(file, line);
  const [budget] = rows;
  const plan = rows.find(({ columns }) => columns !== undefined);
  const [fiscal, other] = line.sources;
  const source = (of: typeof fiscal): Cell => filled(figures.get(`fund.${line.id}.${of?.id ?? ''}`));
  const half = { across: 2 };
  return tableOf(shares(11, 12, 14, 14, 15, 14, 20), 0, [
    [
      caption(targetTerms.code),
      words(line.code ?? '', half, 'center'),
      caption(formTerms.project),
      words(line.name, { across: 3 }, 'center'),
    ],
    [
      caption(targetTerms.money, { down: 2 }),
      caption(targetTerms.budget),
      filled(figures.get(`${budget?.id ?? ''}.number`)),
      caption(targetTerms.fiscal),
      source(fiscal),
      caption(targetTerms.other),
      source(other),
    ],
    [words(line.purpose ?? '', { across: 6 })],
    ...planRows(line, plan?.id, figures),
    [caption(targetTerms.goal), written(cells.get('goal') ?? expectedGoal(file, cells), { across: 6 })],
    [
      caption(formTerms.level1),
      caption(formTerms.level2),
      caption(formTerms.level3),
      caption(targetTerms.description, half),
      caption(targetTerms.value),
      caption(targetTerms.basis),
    ],
    ...indicatorRows(
      rows.filter(({ level1 }) => level1 !== null),
      figures,
    ),
  ]);
};
