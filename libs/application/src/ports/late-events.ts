import type { BureauCode, LocalDate, RecordedEvent } from '../kernel.js';

/** What came after a seal and may belong to its period. */
export interface LateEventsQuery {
  readonly bureau: BureauCode;
  /** Kinds of streams of the field of work. */
  readonly streamTypes: readonly string[];
  /** Types of events that speak of other events; of these all are given, whatever their date. */
  readonly recordTypes: readonly string[];
  /** Only events recorded after this position. */
  readonly after: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly limit: number;
}

/** Looks in the log for events dated in a period that were recorded after a position. */
export interface LateEvents {
  /** In order of position. */
  recordedAfter(query: LateEventsQuery): Promise<readonly RecordedEvent[]>;
}
