import { type LocalDate, addDays, weekday } from './dates.js';

/**
 * One year of the State Council's holiday notice (法定节假日及调休): which weekdays are off and which weekend days are
 * worked. A year without a notice is unknown, and any deadline that touches it is provisional.
 */
export interface CalendarYear {
  readonly year: number;
  readonly version: number;
  readonly source: string;
  readonly daysOff: readonly LocalDate[];
  readonly daysWorked: readonly LocalDate[];
}

export interface DueDate {
  readonly dueOn: LocalDate;
  /** True where the calendar of a year on the way is unknown: weekends are taken as off and all else as worked. */
  readonly provisional: boolean;
}

/** Counts statutory terms: the start day is not counted, and a term that ends on a day off ends on the next working day. */
export class WorkingDayCalendar {
  private readonly years: ReadonlyMap<number, CalendarYear>;
  private readonly off: ReadonlySet<LocalDate>;
  private readonly worked: ReadonlySet<LocalDate>;

  constructor(years: readonly CalendarYear[]) {
    const newest = new Map<number, CalendarYear>();
    for (const year of years) {
      const known = newest.get(year.year);
      if (known === undefined || known.version < year.version) newest.set(year.year, year);
    }
    this.years = newest;
    this.off = new Set([...newest.values()].flatMap((year) => year.daysOff));
    this.worked = new Set([...newest.values()].flatMap((year) => year.daysWorked));
  }

  knows(date: LocalDate): boolean {
    return this.years.has(Number(date.slice(0, 4)));
  }

  isWorkingDay(date: LocalDate): boolean {
    if (this.worked.has(date)) return true;
    return weekday(date) <= 5 && !this.off.has(date);
  }

  /** The day on which a term of `days` working days ends; a negative one runs backwards. */
  addWorkingDays(from: LocalDate, days: number): DueDate {
    let date = from;
    let provisional = false;
    for (let left = Math.abs(days); left > 0;) {
      date = addDays(date, Math.sign(days));
      provisional ||= !this.knows(date);
      if (this.isWorkingDay(date)) left -= 1;
    }
    return { dueOn: date, provisional };
  }

  /** Working days after `from`, up to and with `to`; 0 when `to` is not later. */
  workingDaysBetween(from: LocalDate, to: LocalDate): number {
    let days = 0;
    for (let date = from; date < to;) {
      date = addDays(date, 1);
      if (this.isWorkingDay(date)) days += 1;
    }
    return days;
  }

  /** The date itself, or the next working day when it is a day off. */
  roll(date: LocalDate): DueDate {
    let rolled = date;
    let provisional = !this.knows(rolled);
    while (!this.isWorkingDay(rolled)) {
      rolled = addDays(rolled, 1);
      provisional ||= !this.knows(rolled);
    }
    return { dueOn: rolled, provisional };
  }
}
