import { Type } from 'class-transformer';
import { AnyTextsOf, Line, Whole } from '../web/field-checks.js';

/** Days of a year at most. */
export const MOST_DAYS = 366;

export class YearParams {
  @Type(() => Number)
  @Whole(1949, 9999)
  readonly year!: number;
}

/** A year as its holiday notice gives it. */
export class YearRequest {
  /** Name and number of the notice. */
  @Line(200)
  readonly source!: string;

  /** Days that are off: holidays, and the days of the week exchanged for others. */
  @AnyTextsOf(1, MOST_DAYS)
  readonly daysOff!: readonly string[];

  /** Saturdays and Sundays that are worked. */
  @AnyTextsOf(0, MOST_DAYS)
  readonly daysWorked!: readonly string[];
}
