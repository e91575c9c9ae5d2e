import type { RowFigure } from '../case-rows.js';
import type { Actuals } from '../evaluation/actuals.js';
import { NOTHING_ENTERED, enteredIn } from '../evaluation/entries.js';
import type { PerformanceSheet } from '../evaluation/performance-sheet.js';
import { scoringSheetOf } from '../evaluation/scoring-sheet.js';
import type { Finding } from '../identity.js';
import type { Rejection } from '../kernel.js';
import type { ScoringFrame } from '../scoring/frame.js';
import { type ScoredSheet, scoreSheet } from '../scoring/score-sheet.js';

/** Results of the sheet in the place of those that a bare code would give: in the unit of the row, silent where nobody reported. */
export const withActuals = (figures: readonly RowFigure[], actuals: Actuals): readonly RowFigure[] => {
  const found = new Map(actuals.rows.map((row) => [row.row, row]));
  return figures.map((figure): RowFigure => {
    const actual = found.get(figure.row.id);
    if (actual === undefined) return figure;
    const { indicator, where, unit, value, numerator, denominator, printed, version } = actual;
    return {
      ...figure,
      indicator,
      match: 'unprinted',
      period: actuals.period,
      basis: [{ indicator, period: actuals.period, per: 1, ...(where !== undefined && { where }) }],
      value: {
        ...{ code: indicator, unit, value, printed, decimals: 2, awaits: [] },
        // An address of evidence opens whole figures: one of a project alone says what it is narrowed to.
        version: where === undefined ? (version ?? null) : null,
        ...(numerator !== undefined && { numerator }),
        ...(denominator !== undefined && { denominator }),
      },
    };
  });
};

/** Findings of the scoring that the check of the form has not made of the same row. */
export const newAmong = (findings: readonly Finding[], known: readonly Finding[]): readonly Finding[] => {
  const said = new Set(known.flatMap(({ code, rows }) => rows.map((row) => `${code}|${row}`)));
  return findings.filter(({ code, rows }) => rows.length === 0 || rows.some((row) => !said.has(`${code}|${row}`)));
};

/** The sheet scored with what persons entered so far, or why it cannot be scored as it stands. */
export const scoreOf = (sheet: PerformanceSheet, actuals: Actuals, frame: ScoringFrame): ScoredSheet | Rejection => {
  const entered = enteredIn(sheet, NOTHING_ENTERED, { by: sheet.evaluation?.by ?? '', on: actuals.period.to });
  return scoreSheet(frame, scoringSheetOf(frame, sheet, actuals, entered));
};
