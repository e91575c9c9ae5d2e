import { Exact, exact } from '#kernel/money.js';
import type { ScoringFrame } from './frame.js';
import { readRow } from './read-row.js';
import { ruleOf, shareOf } from './share.js';
import type { Override, ScoringSheet, SheetRow } from './sheet.js';
import { type Section, roundPoints, rowWeights, sectionWeight } from './sheet-sections.js';

/**
 * Where a score comes from: the rules, a person's grade of a row that is not measured, a person against or without a rule;
 * `open` where a person must still decide.
 */
export type Basis = 'computed' | 'qualitative' | 'override' | 'not-applicable' | 'open';

/** A scored thing, exact. `computed` is what the rules give by themselves; `score` counts. */
export interface Part {
  readonly weight: Exact;
  readonly computed: Exact | null;
  readonly score: Exact | null;
  readonly basis: Basis;
}

export interface SectionPart extends Part {
  readonly section: Section;
  readonly rows: ReadonlyMap<string, Part>;
}

const notApplicable: Part = { weight: exact(0), computed: null, score: null, basis: 'not-applicable' };

/** A full score typed with the decimals of the frame is all of the weight: 3.33 of a third of ten loses nothing. */
const typed = (frame: ScoringFrame, score: string, weight: Exact): Exact =>
  exact(score).equals(roundPoints(frame, weight)) ? weight : exact(score);

const settled = (frame: ScoringFrame, weight: Exact, computed: Exact | null, override: Override | undefined): Part => {
  if (override !== undefined)
    return { weight, computed, score: typed(frame, override.score, weight), basis: 'override' };
  return { weight, computed, score: computed, basis: computed === null ? 'open' : 'computed' };
};

/** Rounds what a cell prints, once, and never above its weight. */
const printed = (frame: ScoringFrame, value: Exact, weight: Exact): Exact =>
  Exact.min(roundPoints(frame, value), weight);

/** A row with the points it can earn; unrounded where only its group is printed. */
const scoreRow = (frame: ScoringFrame, row: SheetRow, weight: Exact): Part => {
  if (row.notApplicable === true) return notApplicable;
  const reading = readRow(row);
  const earned = (share: Exact): Exact =>
    frame.scoredBy === 'row' ? printed(frame, share.times(weight), weight) : share.times(weight);
  switch (reading.kind) {
    case 'measured': {
      const { operator, target, actual } = reading;
      return settled(frame, weight, earned(shareOf(ruleOf(frame, operator), operator, target, actual)), row.override);
    }
    case 'no-data':
    case 'words': {
      if (row.qualitative !== undefined && row.override === undefined) {
        const score = typed(frame, row.qualitative.score, weight);
        return { weight, computed: null, score, basis: 'qualitative' };
      }
      const nothing = reading.kind === 'no-data' && frame.noData === 'zero' ? exact(0) : null;
      return settled(frame, weight, nothing, row.override);
    }
  }
};

const sumOf = (scores: readonly (Exact | null)[]): Exact | null =>
  scores.reduce<Exact | null>((sum, score) => (sum === null || score === null ? null : sum.plus(score)), exact(0));

/** A 二级 indicator: the sum of its rows, rounded once, unless a person gave its score. */
export const scoreSection = (frame: ScoringFrame, section: Section): SectionPart => {
  const weights = rowWeights(frame, section);
  const rows = new Map(section.rows.map((row) => [row.id, scoreRow(frame, row, weights.get(row.id) ?? exact(0))]));
  const applying = [...rows.values()].filter(({ basis }) => basis !== 'not-applicable');
  if (applying.length === 0 && rows.size > 0) return { ...notApplicable, section, rows };
  const weight =
    frame.scoredBy === 'row' ? (sumOf(applying.map((part) => part.weight)) ?? exact(0)) : sectionWeight(section);
  const sum = applying.length === 0 ? null : sumOf(applying.map(({ score }) => score));
  const computed = sum === null ? null : printed(frame, sum, weight);
  return { ...settled(frame, weight, computed, section.group?.override), section, rows };
};

/** The execution row: what was spent of the budget of the whole year (adjusted, not initial), as a share 0 and up. */
export const executionRate = ({ budget }: ScoringSheet): Exact | null => {
  if (budget?.adjusted === undefined || budget.executed === undefined) return null;
  const whole = exact(budget.adjusted);
  if (whole.lessThanOrEqualTo(0)) return null;
  return Exact.max(0, exact(budget.executed)).dividedBy(whole);
};

/** Points of the execution row: rate times weight, capped where the frame says so. */
export const scoreExecution = (frame: ScoringFrame, sheet: ScoringSheet): Part => {
  const { capped } = frame.execution;
  const weight = exact(frame.execution.weight);
  const rate = executionRate(sheet);
  const points = rate === null ? null : roundPoints(frame, rate.times(weight));
  const computed = points !== null && capped ? Exact.min(points, weight) : points;
  return settled(frame, weight, computed, sheet.execution?.override);
};
