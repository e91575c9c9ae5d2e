import { compileValidator, Rejected, reject } from '../kernel.js';
import { type DataOf, decimal, enumeration, list, optional, record, text } from '#kernel/schema.js';
import { operators } from '../operator.js';
import { points } from '../scoring/frame.js';
import type { ScoringSheet } from '../scoring/sheet.js';
import { type Supposition, whatIf } from '../scoring/what-if.js';
import { type EvaluationDraft, draftOf } from './draft-evaluation.js';
import { type DraftRequest, type EvaluationPorts, draftSheet, frameOf } from './draft-sheet.js';
import type { FoundSheet } from './read-sheets.js';
import { scoringSheetOf } from './scoring-sheet.js';

const amount = () => optional(decimal(6, -1e15, 1e15));

/** What to suppose: another frame, other money (元), other targets, results and weights. What is left out stays as it is. */
export const supposedFields = {
  frame: optional(text(40)),
  budget: optional(record({ adjusted: amount(), executed: amount() })),
  rows: list(
    record({
      row: text(100),
      weight: optional(points()),
      operator: optional(enumeration('scoring.operator', operators)),
      target: amount(),
      actual: amount(),
    }),
    0,
    500,
  ),
  groups: list(record({ level1: text(50), level2: text(50), weight: optional(points()) }), 0, 100),
};

export type Supposed = DataOf<typeof supposedFields>;

export const NOTHING_SUPPOSED: Supposed = { rows: [], groups: [] };

/** The draft that was supposed beside the one that is. */
export interface SupposedDraft {
  readonly found: FoundSheet;
  readonly official: EvaluationDraft;
  readonly supposed: EvaluationDraft;
}

const checkShape = compileValidator(supposedFields);

/** Cells as the scoring engine supposes them: a number typed for one stands without what was printed there. */
const suppositionOf = (scoring: ScoringSheet, { budget, rows, groups }: Supposed): Supposition => ({
  ...(budget !== undefined && { budget }),
  rows: rows.map(({ row: id, weight, operator, target, actual }) => {
    const own = scoring.rows.find((row) => row.id === id);
    const { text: _printed, ...stands } = own?.target ?? {};
    return {
      id,
      ...(weight !== undefined && { weight }),
      ...((operator !== undefined || target !== undefined) && {
        target: {
          ...stands,
          ...(operator !== undefined && { operator }),
          ...(target !== undefined && { number: target }),
        },
      }),
      ...(actual !== undefined && { actual: { number: actual } }),
    };
  }),
  groups,
});

/**
 * Draws up an evaluation under other weights, targets, money or another frame, beside the official one. Nothing is recorded.
 * @rejects invalid-data, unknown-frame, and what `draftSheet` rejects; a row that is not on the sheet refuses the supposed draft
 */
export const supposeSheet = async (
  ports: EvaluationPorts,
  request: DraftRequest & { readonly supposed: Supposed },
  asOf?: number,
): Promise<SupposedDraft> => {
  const { supposed } = request;
  const shape = checkShape(supposed, ports.clock.now().today);
  if (shape.length > 0) throw new Rejected(reject('invalid-data', ...shape));
  const { found, frame: own, actuals, draft, entered } = await draftSheet(ports, request, asOf);
  const frame = supposed.frame === undefined ? own : frameOf(supposed.frame);
  const scoring = scoringSheetOf(frame, found.sheet, actuals, entered);
  const compared = whatIf(frame, scoring, suppositionOf(scoring, supposed));
  return { found, official: draft, supposed: draftOf(frame, found.sheet, actuals, entered, compared.draft) };
};
