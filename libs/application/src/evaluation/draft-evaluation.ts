import type { Finding } from '../identity.js';
import { type LocalDate, Rejected, type Rejection, compileValidator, reject } from '../kernel.js';
import type { ScoringFrame } from '../scoring/frame.js';
import { type PrintedGroup, type PrintedScore, type ScoredSheet, scoreSheet } from '../scoring/score-sheet.js';
import type { ScoringSheet } from '../scoring/sheet.js';
import type { Actuals, RowActual, SheetMoney } from './actuals.js';
import { type Entered, type Entries, type RowEntry, type Signed, enteredIn, entryFields, faultsIn } from './entries.js';
import type { PerformanceRow, PerformanceSheet } from './performance-sheet.js';
import { scoringSheetOf } from './scoring-sheet.js';
import { evaluationTerms } from './terms.js';

/** A row with its result, where that comes from, and its score. */
export interface DraftRow extends PerformanceRow {
  /** What the log gives; absent where nothing computes the row. */
  readonly computed?: RowActual;
  /** What a person entered; beside a computed result it never takes its place. */
  readonly entered?: RowEntry & Signed;
  /** Null where the sheet cannot be scored. */
  readonly score: PrintedScore | null;
}

/** An evaluation as it would be recorded now. Points are decimal text as printed; null where a person must still decide. */
export interface EvaluationDraft {
  readonly frame: { readonly code: string; readonly version: number; readonly name: string };
  readonly rows: readonly DraftRow[];
  /** 二级 groups with their points. */
  readonly groups: readonly Omit<PrintedGroup, 'rows'>[];
  readonly money: SheetMoney | null;
  readonly execution: ScoredSheet['execution'] | null;
  readonly total: string | null;
  readonly outOf: string;
  readonly grade: string | null;
  readonly findings: readonly Finding[];
  /** Why it cannot be scored as it is: weights that are missing or do not add up, a score outside its band, … */
  readonly refusal: Rejection | null;
}

/** A draft with what it was made of. */
export interface Drawn {
  readonly draft: EvaluationDraft;
  readonly scoring: ScoringSheet;
  readonly entered: Entered;
}

const checkShape = compileValidator(entryFields);

/** Offices that did not report: the figure may lack what they did. */
const notReported = ({ rows }: Actuals): readonly Finding[] =>
  rows
    .filter(({ missing }) => missing > 0)
    .map(({ row, indicator, missing }) => ({
      code: 'offices-not-reported',
      severity: 'block',
      rule: 'offices-not-reported',
      rows: [row],
      records: [],
      numbers: { missing: String(missing) },
      message: `${evaluationTerms['finding.offices-not-reported'].zh}（${indicator} ${missing}）`,
    }));

const rowsOf = (
  sheet: PerformanceSheet,
  actuals: Actuals,
  entered: Entered,
  scored: ScoredSheet | undefined,
): readonly DraftRow[] => {
  const scores = new Map(scored?.groups.flatMap(({ rows }) => rows.map(({ id, ...score }) => [id, score] as const)));
  return sheet.rows.map((row) => {
    const computed = actuals.rows.find((found) => found.row === row.id);
    const entry = entered.rows.find((item) => item.row === row.id);
    return {
      ...row,
      ...(computed !== undefined && { computed }),
      ...(entry !== undefined && { entered: entry }),
      score: scores.get(row.id) ?? null,
    };
  });
};

/** The page of a draft: rows with results and scores, groups, money, total, findings. */
export const draftOf = (
  frame: ScoringFrame,
  sheet: PerformanceSheet,
  actuals: Actuals,
  entered: Entered,
  result: ScoredSheet | Rejection,
): EvaluationDraft => {
  const scored = result.kind === 'scored' ? result : undefined;
  const { code, version, name } = frame;
  return {
    frame: { code, version, name },
    rows: rowsOf(sheet, actuals, entered, scored),
    groups: (scored?.groups ?? []).map(({ rows: _rows, ...group }) => group),
    money: actuals.money ?? null,
    execution: scored?.execution ?? null,
    total: scored?.total ?? null,
    outOf: frame.total,
    grade: scored?.grade ?? null,
    findings: [...notReported(actuals), ...(scored?.findings ?? [])],
    refusal: result.kind === 'reject' ? result : null,
  };
};

/**
 * Draws up an evaluation: results from the log, the rest from persons, scores by the frame. Pure; nothing is kept.
 * @param given what persons enter now; what the evaluation in force holds of theirs stands beside it
 * @rejects invalid-data    entries of another shape
 * @rejects invalid-entries an unknown row, a result typed for a row that is computed, or one without its proof
 */
export const draftEvaluation = (
  frame: ScoringFrame,
  sheet: PerformanceSheet,
  actuals: Actuals,
  given: Entries,
  signed: Signed & { readonly today: LocalDate },
): Drawn => {
  const { by, on, today } = signed;
  const shape = checkShape(given, today);
  if (shape.length > 0) throw new Rejected(reject('invalid-data', ...shape));
  const computed = new Set(actuals.rows.flatMap(({ row, value }) => (value === null ? [] : [row])));
  const faults = faultsIn(sheet, given, computed);
  if (faults.length > 0) throw new Rejected(reject('invalid-entries', ...faults));
  const entered = enteredIn(sheet, given, { by, on });
  const scoring = scoringSheetOf(frame, sheet, actuals, entered);
  return { draft: draftOf(frame, sheet, actuals, entered, scoreSheet(frame, scoring)), scoring, entered };
};
