import type { LocalDate } from './kernel.js';
import type { Condition } from './measure.js';

/** A term in force for facts whose start date is on or after `from`. */
export interface DeadlineVersion {
  readonly from: LocalDate;
  readonly days: number;
  readonly count: 'working-days' | 'calendar-days' | 'months';
  /** Whether a last day that is a day off moves to the next working day. */
  readonly roll?: boolean;
}

/**
 * A statutory or agreed duty with a date, as data over a fact: due a term after the field `starts` (or on the field `due`
 * itself), met by the field `met`. A term counted backwards (30 days before the end) has negative days.
 */
export interface DeadlineDefinition {
  /** `CC-D01`. */
  readonly code: string;
  readonly fact: string;
  readonly where?: Condition;
  readonly starts?: string;
  readonly versions?: readonly DeadlineVersion[];
  /** A field that already holds the due date; it wins over the term where it is set (an agreed extension). */
  readonly due?: string;
  readonly met: string;
  /** A field that ends the duty without meeting it (withdrawn, closed). */
  readonly lapsed?: string;
  /** Name of the fact field the due date is written to before measures are applied, so that rates can compare with it. */
  readonly into?: string;
}

export const defineDeadline = (deadline: DeadlineDefinition): DeadlineDefinition => deadline;
