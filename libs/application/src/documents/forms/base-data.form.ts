import type { CaseFile, CaseRow } from '../../case-file.js';
import type { CaseFigureBook } from '../figure-book.js';
import type { Cell, Table } from '../printed.js';
import { baseDataTerms, documentTerms, formTerms } from '../terms.js';
import { type FormCells, caption, filled, shares, tableOf, words, written } from './cells.js';

/** Rows of the form of one kind, by the heading their section ends with. */
const rowsUnder = ({ rows }: CaseFile, heading: string): readonly CaseRow[] =>
  rows.filter(({ section }) => section.split(' / ').at(-1)?.startsWith(heading) === true);

/** A blank as wide as a character. */
const INDENT = '\u3000';

/** How a line of the list stands to those above it: 其中： before the first of a level, blanks for its depth. */
const labelOf = (row: CaseRow, before: CaseRow | undefined): string => {
  const { level3, printedNo = '' } = row;
  const numbered = printedNo !== '';
  switch (level3) {
    case baseDataTerms.operating:
      return `${INDENT.repeat(1)}${formTerms.ofWhich}${level3}`;
    case baseDataTerms.vehiclePurchase:
      return `${INDENT.repeat(2)}${formTerms.ofWhich}${level3}`;
    case baseDataTerms.vehicleRunning:
      return `${INDENT.repeat(5)}${level3}`;
    default: {
      const first = numbered && before?.printedNo === undefined && before?.level3 === baseDataTerms.projects;
      return numbered ? `${INDENT.repeat(1)}${first ? formTerms.ofWhich : ''}${printedNo}${level3}` : level3;
    }
  }
};

const moneyRow = (row: CaseRow, before: CaseRow | undefined, figures: CaseFigureBook): readonly Cell[] => [
  words(labelOf(row, before)),
  row.level3 === baseDataTerms.procurement
    ? words(documentTerms.notAsked, { across: 2 }, 'center')
    : filled(figures.get(`${row.id}.priorYearFinal`), { across: 2 }),
  filled(figures.get(`${row.id}.initialBudget`), { across: 2 }),
  filled(figures.get(`${row.id}.number`), { across: 2 }),
];

/**
 * 部门整体支出绩效评价基础数据表: staff against posts, the money of three years' columns, buildings, economy.
 * @source 资阳 附件1 2022年度部门整体支出绩效评价基础数据表
 */
export const baseDataTable = (file: CaseFile, figures: CaseFigureBook, cells: FormCells): Table => {
  const { fiscalYear: year } = file;
  const staff = rowsUnder(file, baseDataTerms.staff);
  const money = rowsUnder(file, baseDataTerms.money);
  const [economy] = rowsUnder(file, baseDataTerms.economy);
  const third = { across: 2 };
  return tableOf(shares(26, 12, 12, 12, 13, 13, 12), 0, [
    [caption(baseDataTerms.staff, { down: 2 }), ...staff.map(({ level3 }) => caption(level3, third))],
    staff.map(({ id }) => filled(figures.get(`${id}.number`) ?? figures.get(`${id}.actual`), third)),
    [
      caption(baseDataTerms.money),
      caption(baseDataTerms.priorYearFinal(year - 1), third),
      caption(baseDataTerms.budget(year), third),
      caption(baseDataTerms.final(year), third),
    ],
    ...money.map((row, at) => moneyRow(row, money[at - 1], figures)),
    [
      caption(`${baseDataTerms.buildings}${baseDataTerms.completedIn(year - 1)}`, { down: 2 }),
      ...baseDataTerms.buildingColumns.map((text) => caption(text)),
    ],
    baseDataTerms.buildingColumns.map(() => written(cells.get('buildings'), {}, 'center')),
    [
      caption(baseDataTerms.economy),
      cells.has('economy')
        ? written(cells.get('economy'), { across: 6 })
        : filled(figures.get(`${economy?.id ?? ''}.actual`), { across: 6 }),
    ],
  ]);
};
