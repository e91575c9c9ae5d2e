import { exact } from '#kernel/money.js';
import type { PerformanceSheet, SheetMonitoring } from '../evaluation/performance-sheet.js';
import { ROW_IDS } from '../year-end/sheet-case.js';
import { plainName } from './sheet-page.js';
import type { Broken, SheetRule } from './sheet-rule.js';
import { findingRoomTerms } from './terms.js';

const lastDayOf = ({ fiscalYear }: PerformanceSheet): string => `${fiscalYear}-12-31`;

/** Names that share a cell, each a figure of its own: `应诉胜诉率、案件调解率`. */
const SEPARATOR = /[、，,；;/]|以及|及|和|与/;
const NAME_OF_FIGURE = /(率|人数|件数|次数|数量)$/;
const namesIn = (level3: string): readonly string[] =>
  level3
    .split(SEPARATOR)
    .map(plainName)
    .filter((name) => NAME_OF_FIGURE.test(name));

/** The monitoring that was made for the last day of the year, which the self-evaluation speaks of too. */
const atYearEnd = (sheet: PerformanceSheet): SheetMonitoring | undefined =>
  sheet.monitorings.find(({ monthEnd }) => monthEnd === lastDayOf(sheet));

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && !exact(one).equals(other);

const { 'finding.monitored': monitored, 'finding.evaluated': evaluated } = findingRoomTerms;

/** What a live sheet must say of itself. */
export const sheetRules: readonly SheetRule[] = [
  {
    code: 'target-set-late',
    severity: 'block',
    broken: ({ found: { sheet } }) =>
      sheet.targetSetOn > lastDayOf(sheet) ? [{ rows: [], about: sheet.targetSetOn }] : [],
  },
  {
    code: 'as-of-not-period-end',
    severity: 'warn',
    broken: ({ found: { sheet } }) =>
      sheet.evaluation !== undefined && sheet.evaluation.evaluatedOn < lastDayOf(sheet)
        ? [{ rows: [], about: sheet.evaluation.evaluatedOn }]
        : [],
  },
  {
    code: 'several-indicators-in-one-row',
    severity: 'block',
    broken: ({ found: { sheet } }) =>
      sheet.rows
        .filter(({ level3 }) => namesIn(level3).length > 1)
        .map(({ id, level3 }) => ({ rows: [id], about: level3 })),
  },
  {
    code: 'cross-document-conflict',
    severity: 'block',
    broken: ({ found: { sheet }, actuals }): readonly Broken[] => {
      const monitoring = atYearEnd(sheet);
      if (monitoring === undefined) return [];
      const answers = new Map(sheet.evaluation?.rows.map((row) => [row.row, row]));
      const rows = monitoring.rows.flatMap(({ row, actual }): readonly Broken[] => {
        const other = answers.get(row)?.actual;
        const name = sheet.rows.find(({ id }) => id === row)?.level3 ?? row;
        return differ(actual, other)
          ? [{ rows: [row], about: `${name}：${monitored.zh} ${actual ?? ''}，${evaluated.zh} ${other ?? ''}` }]
          : [];
      });
      const { executed } = monitoring;
      const spent = sheet.evaluation === undefined ? undefined : actuals.money?.executed;
      const money: readonly Broken[] = differ(executed, spent)
        ? [
            {
              rows: [ROW_IDS.money],
              about: `${findingRoomTerms['finding.place.executed'].zh}：${monitored.zh} ${executed}，${evaluated.zh} ${spent ?? ''}`,
            },
          ]
        : [];
      return [...rows, ...money];
    },
  },
];
