import { roundForPrint } from '#kernel/money.js';
import { exact } from '#kernel/money.js';
import type { ScoringFrame } from '../scoring/frame.js';
import { unitOf } from '../scoring/parse-figure.js';
import type { Override, ScoringSheet, SheetRow } from '../scoring/sheet.js';
import type { Actuals, RowActual } from './actuals.js';
import type { Entered, GroupEntry, RowEntry, Signed } from './entries.js';
import type { PerformanceRow, PerformanceSheet } from './performance-sheet.js';

/** Decimals a result is written with; the score of a rate follows from its parts. */
const DECIMALS = 6;

/** A result as it is written down: exact, but for what no decimal can hold. */
export const writtenActual = (value: string): string => roundForPrint(value, DECIMALS).toFixed();

const overrideOf = ({ override, by }: Pick<RowEntry, 'override'> & Signed): { readonly override?: Override } =>
  override === undefined ? {} : { override: { ...override, by } };

const isPercent = (unit: string | undefined): boolean => unit !== undefined && unitOf(unit) === '%';

/** The parts of a rate decide where row and figure agree on whether it is one in per cent. */
const partsOf = ({ target }: PerformanceRow, found: RowActual): Pick<SheetRow['actual'], 'parts'> => {
  const { numerator, denominator, unit } = found;
  return numerator === undefined || denominator === undefined || isPercent(target.unit) !== isPercent(unit)
    ? {}
    : { parts: { numerator, denominator } };
};

const actualOf = (
  row: PerformanceRow,
  found: RowActual | undefined,
  entry: RowEntry | undefined,
): SheetRow['actual'] => {
  if (found !== undefined && found.value !== null)
    return { text: found.printed, number: writtenActual(found.value), ...partsOf(row, found) };
  return {
    ...(entry?.actualText !== undefined && { text: entry.actualText }),
    ...(entry?.actual !== undefined && { number: entry.actual }),
  };
};

const scoringRow = (
  row: PerformanceRow,
  found: RowActual | undefined,
  entry: (RowEntry & Signed) | undefined,
): SheetRow => {
  const { id, level1, level2, level3, target, direction } = row;
  const weight = entry?.weight ?? row.weight;
  const { band, score, attachmentHash, deviationReason, notApplicable } = entry ?? {};
  return {
    ...{ id, level1, level2, level3, target },
    actual: actualOf(row, found, entry),
    ...(weight !== undefined && { weight }),
    ...(direction !== undefined && { direction }),
    ...(entry !== undefined &&
      band !== undefined &&
      score !== undefined && {
        qualitative: {
          ...{ band, score, by: entry.by, on: entry.on },
          ...(attachmentHash !== undefined && { evidence: attachmentHash }),
        },
      }),
    ...(entry !== undefined && overrideOf(entry)),
    ...(deviationReason !== undefined && { deviationReason }),
    ...(notApplicable !== undefined && { notApplicable }),
  };
};

/** What a group weighs where nobody said so: the sum of its rows, if every one of them has a weight. */
const weightOfRows = (rows: readonly SheetRow[]): string | undefined =>
  rows.every(({ weight }) => weight !== undefined)
    ? rows.reduce((sum, { weight }) => sum.plus(weight ?? 0), exact(0)).toFixed()
    : undefined;

/** Cells merged over a 二级 group: all of them where the frame scores groups, else those that somebody entered. */
const scoringGroups = (
  { scoredBy }: ScoringFrame,
  rows: readonly SheetRow[],
  entered: readonly (GroupEntry & Signed)[],
): ScoringSheet['groups'] => {
  const written = ({ level1, level2, weight, deviationReason, ...rest }: GroupEntry & Signed) => ({
    ...{ level1, level2 },
    ...(weight !== undefined && { weight }),
    ...overrideOf(rest),
    ...(deviationReason !== undefined && { deviationReason }),
  });
  if (scoredBy === 'row') return entered.map(written);
  return [...Map.groupBy(rows, ({ level1, level2 }) => JSON.stringify([level1, level2])).values()].map((own) => {
    const { level1, level2 } = own[0] as SheetRow;
    const entry = entered.find((group) => group.level1 === level1 && group.level2 === level2);
    const weight = entry?.weight ?? weightOfRows(own);
    return {
      ...(entry === undefined ? { level1, level2 } : written(entry)),
      ...(weight !== undefined && { weight }),
    };
  });
};

/** The sheet as the scoring engine takes it: targets as set, results as computed, the rest as persons entered it. */
export const scoringSheetOf = (
  frame: ScoringFrame,
  sheet: PerformanceSheet,
  actuals: Actuals,
  entered: Entered,
): ScoringSheet => {
  const rows = sheet.rows.map((row) =>
    scoringRow(
      row,
      actuals.rows.find((found) => found.row === row.id),
      entered.rows.find((entry) => entry.row === row.id),
    ),
  );
  const { execution } = entered;
  return {
    ...(actuals.money !== undefined && { budget: actuals.money }),
    ...(execution !== undefined && {
      execution: {
        ...overrideOf(execution),
        ...(execution.deviationReason !== undefined && { deviationReason: execution.deviationReason }),
      },
    }),
    groups: scoringGroups(frame, rows, entered.groups),
    rows,
  };
};
