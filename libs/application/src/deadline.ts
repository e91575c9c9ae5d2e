import type { LocalDate, TimeLimit } from './kernel.js';
import type { Condition } from './measure.js';

/** A number that the deployment may choose: a setting of the line by its path (`leaveRequestDays`), or its opposite. */
export interface FromSetting {
  readonly setting: string;
  readonly backwards?: true;
}

/** A term in force for facts whose start date is on or after `from`. */
export interface DeadlineVersion extends Pick<TimeLimit, 'count' | 'roll'> {
  readonly from: LocalDate;
  readonly days: number | FromSetting;
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
  /** A field with days granted on top of the term. */
  readonly more?: string;
  /**
   * A field of spells, `stopped` while the term stands still (a suspension): such days are not counted, and while it stands
   * still nothing falls due.
   */
  readonly clock?: string;
  readonly met: string;
  /** A field that ends the duty without meeting it (withdrawn, closed). */
  readonly lapsed?: string;
  /**
   * What is recorded by itself when the day has passed unmet: `dated` is the payload field for the day after, `names` the
   * one for the fact's key where the stream has several.
   */
  readonly overdue?: { readonly command: string; readonly dated: string; readonly names?: string };
  /** Name of the fact field the due date is written to before measures are applied, so that rates can compare with it. */
  readonly into?: string;
}

/** @throws TypeError when the setting named is no whole number */
export const daysOf = ({ days }: DeadlineVersion, settings: unknown): number => {
  if (typeof days === 'number') return days;
  const found = days.setting
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], settings);
  if (!Number.isInteger(found)) throw new TypeError(`setting ${days.setting} is no number of days`);
  return days.backwards === true ? -(found as number) : (found as number);
};

export const defineDeadline = (deadline: DeadlineDefinition): DeadlineDefinition => deadline;
