import type { Explanation } from '#kernel/seal.js';
import { explanationsOf } from '../explain-findings.js';
import type { CommandHandler } from '../handle-command.js';
import { type Receipt, Rejected, type Uuid, reject } from '../kernel.js';
import type { EventStore } from '../ports/event-store.js';
import type { Drawn } from './draft-evaluation.js';
import { type DraftRequest, type EvaluationPorts, draftSheet } from './draft-sheet.js';
import { evaluationOf } from './evaluation-of-draft.js';
import type { SheetEvaluation } from './performance-sheet.js';
import { type SheetPorts, findSheet, sheetsOf } from './read-sheets.js';

export interface EvaluatePorts extends EvaluationPorts {
  readonly store: SheetPorts['store'] & Pick<EventStore, 'findCommand'>;
  readonly handler: Pick<CommandHandler, 'handle'>;
  /** A position the figures have reached, not before anything that was acknowledged when it was asked. */
  readonly position: () => Promise<number>;
}

export interface EvaluationRequest extends DraftRequest {
  readonly commandId: Uuid;
  readonly correlationId: Uuid;
  /** Why findings do not keep it from being recorded: by rule, or `*` for all. */
  readonly explanations?: readonly Explanation[];
  /** A second person, where the year is not over. */
  readonly approvedBy?: string;
}

/**
 * Evaluates a sheet: results and scores as computed at one position, recorded by the front door. A repeat with the same command
 * id gets the first answer, whatever was recorded since.
 * @rejects invalid-sheet      it cannot be scored: weights, bands, an override without a reason
 * @rejects evaluation-blocked findings without an explanation; a score that is missing no explanation replaces
 * @rejects stale-version      the sheet moved on meanwhile
 */
export const evaluateSheet = async (ports: EvaluatePorts, request: EvaluationRequest): Promise<Receipt> => {
  const { streamId, principal, commandId, correlationId, approvedBy } = request;
  const before = await findSheet(ports, principal, streamId);
  const known = await ports.store.findCommand(commandId);
  if (known !== undefined && known.streamId === before.streamId) {
    const { version, position, eventIds } = known;
    return { streamId, version, position, eventIds, recorded: true };
  }
  const position = await ports.position();
  const drawn = await draftSheet(ports, request, position);
  const { found } = drawn;
  const explained = explanationsFor(drawn, request.explanations ?? []);
  const evaluatedOn = request.evaluatedOn ?? ports.clock.now().today;
  const { evaluate, recorded } = sheetsOf(ports.registry);
  return ports.handler.handle({
    type: evaluate,
    streamId,
    data: recorded({ ...evaluationOf(drawn, evaluatedOn), position, ...(explained.length > 0 && { explained }) }),
    commandId,
    bureau: found.bureau,
    office: found.office,
    principal,
    source: 'MANUAL',
    correlationId,
    expectedVersion: found.version,
    ...(approvedBy === undefined ? {} : { approvedBy }),
  });
};

/** The code of a row that no rule scores and no person did. */
const OPEN = 'needs-a-person';

const explanationsFor = (
  { draft }: Drawn,
  given: readonly Explanation[],
): NonNullable<SheetEvaluation['explained']> => {
  if (draft.refusal !== null) throw new Rejected(draft.refusal);
  const blocking = draft.findings.filter(({ severity }) => severity === 'block');
  const open = blocking.filter(({ code }) => code === OPEN);
  if (open.length > 0)
    throw new Rejected(
      reject(
        'evaluation-blocked',
        ...open.map(({ rows, code, message }) => ({ at: `rows.${rows.join()}`, code, message })),
      ),
    );
  // A rule broken by several rows is explained, and recorded, once.
  const rules = blocking.filter(({ rule }, at) => blocking.findIndex((other) => other.rule === rule) === at);
  return explanationsOf(rules, given, 'evaluation-blocked');
};
