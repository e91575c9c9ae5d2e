import type { CaseFile, CaseRow } from '../../case-file.js';
import type { CaseFigureBook } from '../figure-book.js';
import type { Cell, Table } from '../printed.js';
import { formTerms, monitoringTerms } from '../terms.js';
import { type FormCells, caption, empty, filled, once, runsOfEqual, shares, tableOf, words, written } from './cells.js';
import { expectedGoal } from './overall-goal.js';

/** What a person adds to a row at a month end: forecast, causes of falling behind, how likely the target is still met. */
export interface MonitoringEntry {
  readonly forecast?: string;
  /** Places in the list of causes of the form. */
  readonly causes?: readonly (0 | 1 | 2 | 3 | 4)[];
  readonly explanation?: string;
  /** 0 确定能, 1 有可能, 2 完全不可能. */
  readonly likelihood?: 0 | 1 | 2;
  readonly remark?: string;
}

const COLUMNS = 16;

const chosen = (is: boolean): Cell => words(is ? monitoringTerms.chosen : '', {}, 'center');

const indicatorRow = (
  row: CaseRow,
  month: number,
  figures: CaseFigureBook,
  { forecast = '', causes = [], explanation = '', likelihood, remark = '' }: MonitoringEntry,
): readonly Cell[] => [
  words(`${row.printedNo ?? ''}${row.level3}`),
  filled(figures.get(`${row.id}.target`)),
  filled(figures.get(`${row.id}.month-${month}`)),
  words(forecast, {}, 'center'),
  ...monitoringTerms.causes.map((_, at) => chosen(causes.some((cause) => cause === at))),
  words(explanation),
  ...monitoringTerms.likelihoods.map((_, at) => chosen(likelihood === at)),
  words(remark),
];

const header = (month: number): readonly (readonly Cell[])[] => {
  const two = { down: 2 };
  return [
    [
      ...[formTerms.level1, formTerms.level2, formTerms.level3, formTerms.target].map((text) => caption(text, two)),
      caption(`${monitoringTerms.upTo(month)}${monitoringTerms.progress}`, two),
      caption(monitoringTerms.forecast, two),
      caption(monitoringTerms.deviation, { across: 6 }),
      caption(monitoringTerms.likelihood, { across: 3 }),
      caption(monitoringTerms.remark, two),
    ],
    [...monitoringTerms.causes, monitoringTerms.explanation, ...monitoringTerms.likelihoods].map((text) =>
      caption(text),
    ),
  ];
};

/** The money so far: budget, spent by the month end, its share; what the year will take is for a person to say. */
const moneyRows = (month: number, figures: CaseFigureBook): readonly (readonly Cell[])[] => {
  const upTo = monitoringTerms.upTo(month);
  return [
    [
      caption(formTerms.projectMoney, { down: 2, across: 2 }),
      caption('', { across: 2 }),
      caption(formTerms.initialBudget, { across: 2 }),
      caption(`${upTo}${monitoringTerms.executed}`, { across: 3 }),
      caption(`${upTo}${monitoringTerms.rate}`, { across: 3 }),
      caption(monitoringTerms.forecastMoney, { across: 4 }),
    ],
    [
      caption(formTerms.totalMoney, { across: 2 }),
      filled(figures.get('monitoring.budget'), { across: 2 }),
      filled(figures.get(`monitoring.executed-${month}`), { across: 3 }),
      filled(figures.get(`monitoring.rate-${month}`), { across: 3 }),
      empty({ across: 4 }),
    ],
  ];
};

/**
 * 绩效运行监控表 up to the end of a month: money and every indicator with its target so far, and what a person adds.
 * @source 财预〔2019〕136号 family
 */
export const monitoringTable = (
  file: CaseFile,
  figures: CaseFigureBook,
  cells: FormCells,
  month: number,
  entries: ReadonlyMap<string, MonitoringEntry> = new Map(),
): Table => {
  const rows = file.rows.filter(({ level1 }) => level1 !== null);
  const body = runsOfEqual(rows, ({ level1 }) => level1 ?? '').flatMap((level) =>
    runsOfEqual(level, ({ level2 }) => level2 ?? '').flatMap((group) =>
      group.map((row, at): readonly Cell[] => [
        ...once(level.indexOf(row), caption(row.level1 ?? '', { down: level.length })),
        ...once(at, caption(row.level2 ?? '', { down: group.length })),
        ...indicatorRow(row, month, figures, entries.get(row.id) ?? {}),
      ]),
    ),
  );
  return tableOf(shares(6, 7, 14, 8, 8, 8, 4, 4, 4, 5, 4, 10, 4, 4, 5, 5), 0, [
    [
      caption(formTerms.project, { across: 2 }),
      words(file.funds.name, { across: 4 }, 'center'),
      caption(formTerms.authority, { across: 2 }),
      written(cells.get('authority'), { across: 3 }, 'center'),
      caption(formTerms.unit),
      words(file.bureau.name, { across: 4 }, 'center'),
    ],
    ...moneyRows(month, figures),
    [caption(formTerms.overallGoal, { across: 2 }), written(expectedGoal(file, cells), { across: COLUMNS - 2 })],
    ...header(month),
    ...body,
  ]);
};
