import type { BureauCode, Instant, OfficeCode, Uuid } from '../kernel.js';

/** A workbook whose rows were recorded: who sent it and when. What it says is nowhere but in the events. */
export interface EntryBatch {
  /** Made from the commands of its rows: the same rows again are the same batch. */
  readonly batchId: Uuid;
  /** Number of the workbook, the same however often it is filled in; of a file without one, made from its hash. */
  readonly workbook: Uuid;
  /** Command type. */
  readonly command: string;
  readonly bureau: BureauCode;
  /** Offices of its rows. */
  readonly offices: readonly OfficeCode[];
  /** Name of the principal. */
  readonly sentBy: string;
  readonly sentAt: Instant;
  /** SHA-256 of the file, hex. */
  readonly fileHash: string;
  readonly mode: 'all' | 'good';
  /** Rows of the file, and those of them that were left out. */
  readonly rows: number;
  readonly faulty: number;
}

/** A row that was sent on as a command. Whether it is on record the log says. */
export interface BatchRow {
  /** As the spreadsheet counts it. */
  readonly row: number;
  readonly commandId: Uuid;
  readonly streamId: Uuid;
}

/** Which workbooks were recorded. Nothing in it is ever changed. */
export interface EntryBatches {
  /** Puts a batch on record before its rows are; one there is already stays as it is. */
  keep(batch: EntryBatch, rows: readonly BatchRow[]): Promise<void>;
  /** With its rows in their order. */
  find(batchId: Uuid): Promise<{ readonly batch: EntryBatch; readonly rows: readonly BatchRow[] } | undefined>;
  /** Of a bureau, the newest first, `limit` at most. */
  list(bureau: BureauCode, limit: number): Promise<readonly EntryBatch[]>;
}
