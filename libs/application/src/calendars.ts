import { type CalendarYear, WorkingDayCalendar } from './kernel.js';
import type { CalendarStore, HandedYear } from './ports/calendars.js';

/** The working-day calendar in force, and the way a new year or an amended notice comes into it. */
export class Calendars {
  private current = new WorkingDayCalendar([]);

  constructor(
    private readonly store: CalendarStore,
    /** Takes up what is kept and derives the rows again by it, under a number that tells every process of it. */
    private readonly derive: (mark: number) => Promise<void>,
  ) {}

  now(): WorkingDayCalendar {
    return this.current;
  }

  all(): Promise<readonly CalendarYear[]> {
    return this.store.all();
  }

  /** Takes up what is kept by now. */
  async refresh(): Promise<void> {
    this.current = new WorkingDayCalendar(await this.store.all());
  }

  /**
   * Keeps a year as its next version, and has every term that runs counted by it before this answers. What says the same as
   * the newest version is that version: `kept` is false. Counting is done all the same, so that a retry makes good what was
   * cut short.
   * @rejects invalid-data naming the days that are wrong
   * @rejects too-busy     the rows are being derived again already: the year is kept, and a retry has it counted
   */
  async add(year: HandedYear): Promise<{ readonly year: CalendarYear; readonly kept: boolean }> {
    const newest = (await this.store.all()).find((known) => known.year === year.year);
    const same = newest !== undefined && sayings(newest) === sayings(year) ? newest : undefined;
    const known = same ?? (await this.store.add(year));
    await this.derive(await this.store.mark());
    return { year: known, kept: same === undefined };
  }
}

const sayings = ({ source, daysOff, daysWorked }: HandedYear): string =>
  JSON.stringify([source, [...daysOff].sort(), [...daysWorked].sort()]);
