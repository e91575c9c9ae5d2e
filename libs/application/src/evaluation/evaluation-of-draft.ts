import type { LocalDate } from '../kernel.js';
import type { ScoringFrame } from '../scoring/frame.js';
import type { DraftRow } from './draft-evaluation.js';
import type { SheetDraft } from './draft-sheet.js';
import type { EvaluatedRow, SheetEvaluation } from './performance-sheet.js';
import { writtenActual } from './scoring-sheet.js';

const resultOf = ({ computed, entered }: DraftRow): Pick<EvaluatedRow, 'actual' | 'actualText'> => {
  if (computed !== undefined && computed.value !== null)
    return { actual: writtenActual(computed.value), actualText: computed.printed };
  return {
    ...(entered?.actual !== undefined && { actual: entered.actual }),
    ...(entered?.actualText !== undefined && { actualText: entered.actualText }),
  };
};

/** A row as it is recorded; its score where the frame scores rows, or a person gave it. */
const evaluatedRow = ({ scoredBy }: ScoringFrame, row: DraftRow): EvaluatedRow => {
  const { id, entered, score } = row;
  if (entered?.notApplicable === true) return { row: id, notApplicable: true };
  const byPerson = score?.basis === 'override' || score?.basis === 'qualitative';
  const points = scoredBy === 'row' || byPerson ? score?.score : undefined;
  const { weight = row.weight, deviationReason, attachmentHash, enteredBy } = entered ?? {};
  return {
    row: id,
    ...resultOf(row),
    ...(weight !== undefined && { weight }),
    ...(points != null && { score: points }),
    ...(score?.override?.reason !== undefined && { overrideReason: score.override.reason }),
    ...(score?.qualitative !== undefined && { band: score.qualitative.band }),
    ...(deviationReason !== undefined && { deviationReason }),
    ...(attachmentHash !== undefined && { attachmentHash }),
    ...(enteredBy !== undefined && { enteredBy }),
  };
};

/** What is recorded of a draft that nothing keeps open. */
export const evaluationOf = ({ draft, entered, frame }: SheetDraft, evaluatedOn: LocalDate): SheetEvaluation => {
  const { execution, total, grade } = draft;
  const reasonOf = ({ level1, level2 }: { readonly level1: string; readonly level2: string }): string | undefined =>
    entered.groups.find((group) => group.level1 === level1 && group.level2 === level2)?.deviationReason;
  return {
    evaluatedOn,
    rows: draft.rows.map((row) => evaluatedRow(frame, row)),
    groups:
      frame.scoredBy === 'row'
        ? []
        : draft.groups.flatMap(({ level1, level2, weight, score, override }) => {
            const deviationReason = reasonOf({ level1, level2 });
            return score === null
              ? []
              : [
                  {
                    ...{ level1, level2, weight, score },
                    ...(override?.reason !== undefined && { overrideReason: override.reason }),
                    ...(deviationReason !== undefined && { deviationReason }),
                  },
                ];
          }),
    ...(execution?.score != null && {
      execution: {
        ...{ weight: execution.weight, score: execution.score },
        ...(execution.override?.reason !== undefined && { overrideReason: execution.override.reason }),
        ...(entered.execution?.deviationReason !== undefined && {
          deviationReason: entered.execution.deviationReason,
        }),
      },
    }),
    ...(total !== null && { total }),
    ...(grade !== null && { grade }),
    frameVersion: frame.version,
  };
};
