import type { CalendarYear } from '../kernel.js';

/** A year as its notice gives it; the version is ours to count. */
export type HandedYear = Omit<CalendarYear, 'version'>;

/** Where the working-day calendar is kept: every version of every year. */
export interface CalendarStore {
  /** Newest year first, and of a year the newest version. */
  all(): Promise<readonly CalendarYear[]>;
  /**
   * Adds a year as its next version.
   * @throws Rejected `invalid-data` for a date outside the year or a worked day that is none
   */
  add(year: HandedYear): Promise<CalendarYear>;
  /** A number for rows derived from now on, later than that of every definition there is. */
  mark(): Promise<number>;
}
