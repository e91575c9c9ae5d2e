import { type Exact, exact } from '#kernel/money.js';
import type { Finding } from '../identity.js';
import { departingLevels } from './check-sheet.js';
import type { ScoringFrame } from './frame.js';
import { isInequality, operatorOf, rateDiffers, readRow, unitDiffers } from './read-row.js';
import { type Part, type SectionPart, executionRate } from './score-parts.js';
import type { ScoringSheet, SheetRow } from './sheet.js';
import { printPoints } from './sheet-sections.js';
import { type ScoringFinding, findingTerms, levels } from './terms.js';

/** A finding about rows of a sheet: the sentence, the thing it is about, and its numbers. */
const finding = (
  code: ScoringFinding,
  severity: Finding['severity'],
  rows: readonly string[],
  about: string,
  numbers: Readonly<Record<string, string>> = {},
): Finding => {
  const said = `${about} ${Object.values(numbers).join(' / ')}`.trim();
  return {
    code,
    severity,
    rule: code,
    rows,
    records: [],
    numbers,
    message: `${findingTerms[code].zh}（${said}）`,
  };
};

const isWord = (text: string | undefined): boolean => text !== undefined && !/\d/.test(text);

/** Whether a result is so far over its target that the frame asks why. A bound from above cannot be overdone. */
const isFarOver = ({ overAchievement }: ScoringFrame, row: SheetRow): boolean => {
  const reading = readRow(row);
  if (overAchievement === undefined || reading.kind !== 'measured') return false;
  const { operator, target, actual } = reading;
  if (operator === '≤' || operator === '<') return false;
  if (target.isZero())
    return overAchievement.fromOfZero !== undefined && actual.greaterThanOrEqualTo(overAchievement.fromOfZero);
  return actual.greaterThanOrEqualTo(target.times(overAchievement.from).dividedBy(100));
};

const cells = (row: SheetRow): Readonly<Record<string, string>> => ({
  target: row.target.text ?? row.target.number ?? '',
  actual: row.actual.text ?? row.actual.number ?? '',
});

/** What the cells of a row fail to say. */
const rowFindings = (frame: ScoringFrame, row: SheetRow): readonly Finding[] => {
  const { target, actual, level3 } = row;
  if (row.notApplicable === true) return [];
  const is = (holds: boolean, code: ScoringFinding, severity: Finding['severity']): readonly Finding[] =>
    holds ? [finding(code, severity, [row.id], level3, cells(row))] : [];
  const measurable = target.number !== undefined;
  const reading = readRow(row);
  const farOver = isFarOver(frame, row);
  const [effect, unexplained] = [frame.overAchievement?.effect, row.deviationReason === undefined];
  return [
    ...is(measurable && target.operator === undefined, 'target-without-operator', 'warn'),
    ...is(measurable && target.unit === undefined, 'target-without-unit', 'warn'),
    ...is(isInequality(row), 'actual-is-inequality', 'block'),
    ...is(measurable && actual.number === undefined && isWord(actual.text), 'actual-is-word', 'block'),
    ...is(reading.kind === 'no-data' && operatorOf(row) !== undefined, 'actual-missing', 'block'),
    ...is(reading.kind === 'measured' && unitDiffers(row), 'unit-differs', 'block'),
    ...is(rateDiffers(row), 'ratio-misprinted', 'block'),
    ...is(reading.kind === 'measured' && reading.actual.isNegative(), 'negative-actual', 'warn'),
    ...is(farOver && effect === 'reason' && unexplained, 'far-over-target', 'block'),
    ...is(farOver && effect === 'note', 'far-over-target', 'warn'),
  ];
};

/** What became of a score: still open, typed over, lost without a word. */
const partFindings = (
  frame: ScoringFrame,
  { basis, weight, computed, score }: Part,
  rows: readonly string[],
  about: string,
  explained: boolean,
): readonly Finding[] => {
  const print = (value: Exact | null): string => (value === null ? '—' : printPoints(frame, value));
  if (basis === 'open') return [finding('needs-a-person', 'block', rows, about)];
  return [
    ...(basis === 'override' && computed === null
      ? [finding('score-entered', 'warn', rows, about, { entered: print(score) })]
      : []),
    ...(basis === 'override' && computed !== null && !computed.equals(score ?? NaN)
      ? [finding('score-overridden', 'warn', rows, about, { computed: print(computed), entered: print(score) })]
      : []),
    ...(score !== null && score.lessThan(weight) && !explained
      ? [finding('deviation-reason-missing', 'block', rows, about, { score: print(score), weight: weight.toFixed() })]
      : []),
  ];
};

const sectionFindings = (frame: ScoringFrame, { section, rows, ...part }: SectionPart): readonly Finding[] => {
  const cellsOfRows = section.rows.flatMap((row) => rowFindings(frame, row));
  if (part.basis === 'not-applicable') return cellsOfRows;
  const ofRow = (row: SheetRow): readonly Finding[] => {
    const own = rows.get(row.id);
    if (own === undefined || own.basis === 'not-applicable') return [];
    return partFindings(frame, own, [row.id], row.level3, row.deviationReason !== undefined);
  };
  if (frame.scoredBy === 'row') return [...cellsOfRows, ...section.rows.flatMap(ofRow)];
  const explained =
    section.group?.deviationReason !== undefined ||
    section.rows.some(({ deviationReason }) => deviationReason !== undefined);
  const ids = section.rows.map(({ id }) => id);
  return [
    ...cellsOfRows,
    // Only the group is printed: its rows matter by themselves where a person scored one, or must.
    ...section.rows
      .flatMap(ofRow)
      .filter(
        ({ code }) =>
          code === 'score-entered' ||
          code === 'score-overridden' ||
          (code === 'needs-a-person' && part.basis === 'open'),
      ),
    ...(part.basis === 'open' && ids.length > 0 ? [] : partFindings(frame, part, ids, section.level2, explained)),
  ];
};

const executionFindings = (frame: ScoringFrame, sheet: ScoringSheet, part: Part): readonly Finding[] => {
  const rate = executionRate(sheet);
  const { reasonBelow } = frame.execution;
  const explained = sheet.execution?.deviationReason !== undefined;
  const percent = rate?.times(100);
  const about = levels.execution.zh;
  return [
    ...(rate === null ? [finding('budget-missing', 'block', [], about)] : []),
    ...(rate === null ? [] : partFindings(frame, part, [], about, true)),
    ...(percent !== undefined && reasonBelow !== undefined && percent.lessThan(reasonBelow) && !explained
      ? [finding('execution-reason-missing', 'block', [], about, { rate: `${percent.toFixed(2)}%` })]
      : []),
  ];
};

/** Everything that stands beside the scores of a sheet. */
export const findingsOf = (
  frame: ScoringFrame,
  sheet: ScoringSheet,
  execution: Part,
  sections: readonly SectionPart[],
): readonly Finding[] => [
  ...(exact(frame.execution.weight).isZero() ? [] : executionFindings(frame, sheet, execution)),
  ...sections.flatMap((section) => sectionFindings(frame, section)),
  ...(frame.levelWeights === 'binding'
    ? []
    : departingLevels(frame, sheet).map(({ at, numbers }) =>
        finding('level-weight-differs', 'warn', [], at, { weights: numbers }),
      )),
];
