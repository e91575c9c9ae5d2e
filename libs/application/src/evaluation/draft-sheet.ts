import { type LocalDate, type Principal, Rejected, type Uuid } from '../kernel.js';
import type { Clock } from '../ports/clock.js';
import type { ScoringFrame } from '../scoring/frame.js';
import { frameByCode } from '../scoring/frames/index.js';
import { type Actuals, type ActualsPorts, periodOfSheet, readActuals } from './actuals.js';
import { type Drawn, draftEvaluation } from './draft-evaluation.js';
import type { Entries } from './entries.js';
import { type FoundSheet, type SheetPorts, findSheet } from './read-sheets.js';

export interface EvaluationPorts extends SheetPorts, ActualsPorts {
  readonly ledger: ActualsPorts['ledger'];
  readonly clock: Clock;
  /** Makes the registry know the newest definitions of bureaus. */
  readonly definitions: { refresh(): Promise<void> };
}

/** Which sheet, who asks, and what persons entered. */
export interface DraftRequest {
  readonly streamId: Uuid;
  readonly principal: Principal;
  readonly entries: Entries;
  /** Day the entries are made; today where left out. */
  readonly evaluatedOn?: LocalDate;
}

/** A draft with the sheet it is of. */
export interface SheetDraft extends Drawn {
  readonly found: FoundSheet;
  readonly frame: ScoringFrame;
  readonly actuals: Actuals;
}

/** The frame of a sheet. @rejects unknown-frame */
export const frameOf = (code: string): ScoringFrame => {
  const frame = frameByCode(code);
  if ('kind' in frame) throw new Rejected(frame);
  return frame;
};

/**
 * The evaluation of a sheet as it would be recorded, from what is known at a position.
 * @param asOf everything projected where left out
 * @rejects not-found, unknown-frame, and what `draftEvaluation` rejects
 */
export const draftSheet = async (
  ports: EvaluationPorts,
  { streamId, principal, entries, evaluatedOn }: DraftRequest,
  asOf?: number,
): Promise<SheetDraft> => {
  await ports.definitions.refresh();
  const found = await findSheet(ports, principal, streamId, asOf);
  const { today } = ports.clock.now();
  const frame = frameOf(found.sheet.frame);
  const actuals = await readActuals(ports, found, periodOfSheet(found.sheet), today, asOf);
  const signed = { by: principal.name, on: evaluatedOn ?? today, today };
  return { found, frame, actuals, ...draftEvaluation(frame, found.sheet, actuals, entries, signed) };
};
