import type { CaseFile } from '../../case-file.js';
import type { CaseFigureBook } from '../figure-book.js';
import type { Table } from '../printed.js';
import { formTerms } from '../terms.js';
import { caption, filled, tableOf, words } from './cells.js';

/**
 * 三级指标 | 全年完成值 of the rows of one section, in the order printed.
 * @source 大武口 2020年度政法转移支付绩效自评报告
 */
export const resultsTable = ({ rows }: CaseFile, figures: CaseFigureBook, section: string): Table =>
  tableOf([0.7, 0.3], 1, [
    [caption(formTerms.level3), caption(formTerms.resultOfYear)],
    ...rows
      .filter((row) => row.section === section)
      .map(({ id, printedNo = '', level3 }) => [words(`${printedNo}${level3}`), filled(figures.get(`${id}.actual`))]),
  ]);
