import { type EntryMode, entryModes } from '#application/entry/enter-workbook.js';
import { correctionReasons } from '#application/record-events.js';
import { Form, Id, Line, Maybe, OneOf } from '../web/field-checks.js';

export class EntryParams {
  /** Command type. */
  @Line(100)
  readonly command!: string;
}

/** Whose records the rows are to be. */
export class EntryQuery {
  /** May be left out by a caller of one bureau. */
  @Maybe()
  @Form(/^\d{6}$/)
  readonly bureau?: string;
}

export class EnterQuery extends EntryQuery {
  @OneOf(entryModes)
  readonly mode!: EntryMode;
}

export class BatchParams {
  @Id()
  readonly batchId!: string;
}

export class ReversalRequest {
  static readonly lists = {};

  @OneOf(correctionReasons.values)
  readonly reason!: string;

  @Maybe()
  @Line(500)
  readonly note?: string;
}
