import { type Exact, exact } from '#kernel/money.js';
import type { Finding } from '../identity.js';
import type { Rejection } from '../kernel.js';
import { refusalOf } from './check-sheet.js';
import type { ScoringFrame } from './frame.js';
import { type Basis, type Part, executionRate, scoreExecution, scoreSection } from './score-parts.js';
import type { Override, Qualitative, ScoringSheet } from './sheet.js';
import { printPoints, roundPoints, sectionsOf } from './sheet-sections.js';
import { findingsOf } from './sheet-findings.js';

/** Points as they are printed: decimal text with the decimals of the frame; null where a person must still decide. */
export interface PrintedScore {
  /** What can be earned at most; of a row in a scored group, its share. */
  readonly weight: string;
  readonly score: string | null;
  /** What the rules give by themselves. */
  readonly computed: string | null;
  readonly basis: Basis;
  /** Who gave the score, and why, where it is not the rules'. */
  readonly override?: Override;
  readonly qualitative?: Qualitative;
}

export interface PrintedGroup extends PrintedScore {
  readonly level1: string;
  readonly level2: string;
  readonly rows: readonly (PrintedScore & { readonly id: string })[];
}

/** A sheet with its scores, as data. */
export interface ScoredSheet {
  readonly kind: 'scored';
  readonly frame: { readonly code: string; readonly version: number };
  /** `rate` in percent with two decimals. */
  readonly execution: PrintedScore & { readonly rate: string | null; readonly inTotal: boolean };
  readonly groups: readonly PrintedGroup[];
  /** Sum of what counts, before rescaling; null while something is open. */
  readonly sum: string | null;
  readonly total: string | null;
  readonly outOf: string;
  /** What could be earned where some indicators do not apply; the sum is rescaled from it. */
  readonly rescaledFrom: string | null;
  readonly grade: string | null;
  readonly findings: readonly Finding[];
}

const isScored = (score: Exact | null): score is Exact => score !== null;

/** The grade of a total: a lower bound belongs to its grade. */
export const gradeOf = ({ grades, total }: ScoringFrame, score: Exact): string | null =>
  grades.find(({ from }) => score.times(100).dividedBy(total).greaterThanOrEqualTo(from))?.name ?? null;

/**
 * Scores a sheet by a frame. Pure: the same sheet and frame give the same scores, and neither is changed. Every printed
 * score is rounded once, from unrounded values; the total is the sum of what is printed.
 * @param frame one that `checkFrame` accepts
 * @rejects invalid-sheet where weights, levels or what persons entered do not fit the frame
 */
export const scoreSheet = (frame: ScoringFrame, sheet: ScoringSheet): ScoredSheet | Rejection => {
  const refusal = refusalOf(frame, sheet);
  if (refusal !== undefined) return refusal;
  const execution = scoreExecution(frame, sheet);
  const sections = sectionsOf(sheet).map((section) => scoreSection(frame, section));
  const counting = [...(frame.execution.inTotal ? [execution] : []), ...sections].filter(
    ({ basis }) => basis !== 'not-applicable',
  );
  const scores = counting.map(({ score }) => score);
  const sum = scores.every(isScored) ? scores.reduce((all, score) => all.plus(score), exact(0)) : null;
  const possible = counting.reduce((all, { weight }) => all.plus(weight), exact(0));
  const rescaled = !possible.equals(frame.total);
  const total = sum === null || !rescaled ? sum : roundPoints(frame, sum.times(frame.total).dividedBy(possible));
  const rate = executionRate(sheet);

  const print = (value: Exact | null): string | null => (value === null ? null : printPoints(frame, value));
  const printPart = ({ weight, score, computed, basis }: Part): PrintedScore => ({
    weight: roundPoints({ ...frame, decimals: 2 }, weight).toFixed(),
    score: print(score),
    computed: print(computed),
    basis,
  });
  const withOverride = (override: Override | undefined) => (override === undefined ? {} : { override });
  return {
    kind: 'scored',
    frame: { code: frame.code, version: frame.version },
    execution: {
      ...printPart(execution),
      ...withOverride(sheet.execution?.override),
      rate: rate === null ? null : rate.times(100).toFixed(2),
      inTotal: frame.execution.inTotal,
    },
    groups: sections.map(({ section, rows, ...part }) => ({
      level1: section.level1,
      level2: section.level2,
      ...printPart(part),
      ...withOverride(section.group?.override),
      rows: section.rows.flatMap(({ id, override, qualitative }) => {
        const own = rows.get(id);
        if (own === undefined) return [];
        const graded = qualitative !== undefined && own.basis === 'qualitative' ? { qualitative } : {};
        return [{ id, ...printPart(own), ...withOverride(override), ...graded }];
      }),
    })),
    sum: print(sum),
    total: print(total),
    outOf: exact(frame.total).toFixed(),
    rescaledFrom: rescaled ? possible.toFixed() : null,
    grade: total === null ? null : gradeOf(frame, total),
    findings: findingsOf(frame, sheet, execution, sections),
  };
};
