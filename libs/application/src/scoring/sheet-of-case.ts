import type { CaseFile, CaseFunds, CaseRow } from '../case-file.js';
import type { ScoringFrame } from './frame.js';
import { DIRECTION_OF } from './read-row.js';
import { scoreSheet } from './score-sheet.js';
import type { Override, ScoringSheet, SheetRow } from './sheet.js';

/** Who takes over printed scores that no rule gives, and why. */
export type TakenOver = Pick<Override, 'by' | 'reason'>;

const cell = (text: string | null): { readonly text?: string } => (text === null ? {} : { text });

const sheetRow = ({ id, level1, level2, level3, ...row }: CaseRow): SheetRow => {
  const { target, actual, scoredAs } = row;
  return {
    ...{ id, level1: level1 ?? '', level2: level2 ?? '', level3 },
    target: {
      ...cell(row.printedTarget),
      ...(target === null ? {} : { number: String(target.number) }),
      ...(target?.operator == null ? {} : { operator: target.operator }),
      ...(target?.unit == null ? {} : { unit: target.unit }),
    },
    actual: { ...cell(row.printedActual), ...(actual === null ? {} : { number: String(actual.number) }) },
    ...(row.weight == null ? {} : { weight: String(row.weight) }),
    ...(target === null || target.operator !== null || scoredAs == null ? {} : { direction: DIRECTION_OF[scoredAs] }),
  };
};

const amounts = ({ initialBudget, adjustedBudget, executed }: CaseFunds['total']): ScoringSheet['budget'] =>
  Object.fromEntries(
    Object.entries({ initial: initialBudget, adjusted: adjustedBudget, executed }).flatMap(([name, amount]) =>
      amount === null ? [] : [[name, String(amount)]],
    ),
  );

/** The score printed beside the execution rate. */
const printedExecution = ({ rows }: CaseFile): number | null | undefined =>
  rows.find(({ columns }) => Object.keys(columns ?? {}).some((name) => name.startsWith('执行率')))?.score;

/** The scored form of a published report, without the scores it prints. */
export const sheetOfCase = (file: CaseFile): ScoringSheet => {
  const rows = file.rows.filter(({ group }) => group !== undefined);
  return {
    budget: amounts(file.funds.total),
    groups: file.template.groups.map(({ id, level2, weight }) => ({
      level1: rows.find(({ group }) => group === id)?.level1 ?? '',
      level2,
      ...(weight === null ? {} : { weight: String(weight) }),
    })),
    rows: rows.map(sheetRow),
  };
};

/**
 * The same form with its printed scores: those that the rules do not give stand as overrides of whoever takes them over.
 */
export const sheetAsPrinted = (frame: ScoringFrame, file: CaseFile, taken: TakenOver): ScoringSheet => {
  const sheet = sheetOfCase(file);
  const scored = scoreSheet(frame, sheet);
  if (scored.kind === 'reject') return sheet;
  const over = (printed: number | null | undefined, computed: string | null | undefined): { override?: Override } =>
    printed == null || (computed != null && Number(computed) === printed)
      ? {}
      : { override: { ...taken, score: String(printed) } };
  return {
    ...sheet,
    execution: over(printedExecution(file), scored.execution.computed),
    groups: sheet.groups.map((group) => ({
      ...group,
      ...over(
        file.template.groups.find(({ level2 }) => level2 === group.level2)?.score,
        scored.groups.find(({ level2 }) => level2 === group.level2)?.computed,
      ),
    })),
  };
};
