import { Type } from 'class-transformer';
import { Day, Form, Line, Maybe, OneOf, PeriodText, PeriodTexts, Whole } from '../web/field-checks.js';

export const CODES = /^[\w.*-]{1,64}(,[\w.*-]{1,64}){0,199}$/;
export const INSTANT_OR_POSITION = /^(\d{1,15}|\d{4}-\d{2}-\d{2}T[\d:.]{5,12}(Z|[+-]\d{2}:\d{2}))$/;

const NARROWED = /^[\w-]{1,64}:[^\p{Cc}]{1,64}$/u;

/** Whose figures: a bureau, or one office of it with what lies below. */
export class ScopeQuery {
  /** GB/T 2260 county-level code; may be left out by a caller of one bureau. */
  @Maybe()
  @Form(/^\d{6}$/)
  readonly bureau?: string;

  @Maybe()
  @Line(32)
  readonly office?: string;
}

/** One case, now or as it was known. */
export class CaseQuery {
  @Maybe()
  @Form(INSTANT_OR_POSITION)
  readonly asOf?: string;
}

/** As known when, by figures that include a position at least. */
export class KnownQuery extends CaseQuery {
  /** Wait until the figures include this position. */
  @Maybe()
  @Type(() => Number)
  @Whole(0, Number.MAX_SAFE_INTEGER)
  readonly 'min-position'?: number;
}

/** A page of a list: at most `limit` rows after the place the cursor names. */
export class PageQuery extends ScopeQuery {
  @Maybe()
  @Form(/^[\w-]{1,1000}$/)
  readonly after?: string;

  @Maybe()
  @Type(() => Number)
  @Whole(1, 500)
  readonly limit?: number;
}

/** A page of a register, now or as it was known. */
export class RegisterPageQuery extends PageQuery {
  @Maybe()
  @Form(INSTANT_OR_POSITION)
  readonly asOf?: string;
}

/** A whole register to be carried away, now or as it was known. */
export class RegisterWorkbookQuery extends ScopeQuery {
  @Maybe()
  @Form(INSTANT_OR_POSITION)
  readonly asOf?: string;

  /** Why it is carried away. */
  @Line(500)
  readonly reason!: string;
}

export class FindingsQuery extends ScopeQuery {
  /** `2023`, `2023S`, `2023-04`, `2023Q2`, `2023H1`, or `2023-01-01..2023-12-06`. */
  @PeriodText()
  readonly period!: string;

  /** As known at a recording position, or at an instant. */
  @Maybe()
  @Form(INSTANT_OR_POSITION)
  readonly asOf?: string;

  /** Wait until the figures include this position, `X-Position` of one's own write. */
  @Maybe()
  @Type(() => Number)
  @Whole(0, Number.MAX_SAFE_INTEGER)
  readonly 'min-position'?: number;
}

export class IndicatorsQuery extends FindingsQuery {
  /** Codes with commas between; all where left out. */
  @Maybe()
  @Form(CODES)
  readonly codes?: string;
}

export class BreakdownQuery extends FindingsQuery {
  /** Fit to be published: numbers that would tell of one or two persons are left out. */
  @Maybe()
  @OneOf(['true', 'false'])
  readonly published?: string;
}

/** Balances as they move, and the figures that are kept in sight. */
export class LiveQuery extends ScopeQuery {
  /** Figures to be told as they move: codes with commas between, each once; to be given with `periods`. */
  @Maybe()
  @Form(CODES)
  readonly codes?: string;

  /** Up to four periods with commas between, each as other routes take one. */
  @Maybe()
  @PeriodTexts(4)
  readonly periods?: string;

  /** A figure to be told by office, over the first of the periods. */
  @Maybe()
  @Line(64)
  readonly 'by-office'?: string;
}

export class CompletenessQuery extends FindingsQuery {
  /** Fields of work with commas between; all where left out. */
  @Maybe()
  @Form(CODES)
  readonly line?: string;
}

export class EvidenceQuery extends FindingsQuery {
  /** Which of the sums the figure is made of, counted from 0. */
  @Maybe()
  @Type(() => Number)
  @Whole(0, 999)
  readonly term?: number;

  /** Narrows the figure to one value of a split: `project:corrections-project`. */
  @Maybe()
  @Form(NARROWED)
  readonly where?: string;

  @Maybe()
  @Form(/^[\w-]{1,1000}$/)
  readonly after?: string;

  @Maybe()
  @Type(() => Number)
  @Whole(1, 500)
  readonly limit?: number;
}

export class DeadlinesQuery extends PageQuery {
  /** `open`: still to be done (default); `overdue`: of those, past their day; `late`: done after their day. */
  @Maybe()
  @OneOf(['open', 'overdue', 'late'])
  readonly standing?: 'open' | 'overdue' | 'late';

  /** Only duties on records that this person last worked on. */
  @Maybe()
  @Line(64)
  readonly responsible?: string;

  /** Duties due on or before this date; today where left out. */
  @Maybe()
  @Day()
  readonly dueBy?: string;
}

export class CodeParams {
  @Line(64)
  readonly code!: string;
}
