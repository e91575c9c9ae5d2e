import { Type } from 'class-transformer';
import { type LookPurpose, lookPurposes } from '#application/looks/look.js';
import { Form, Id, Line, Maybe, OneOf, Whole } from '../web/field-checks.js';

const INSTANT =
  /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

/** Which looks; all that is given has to hold. */
export class LooksQuery {
  @Maybe()
  @Id()
  readonly subject?: string;

  @Maybe()
  @Line(200)
  readonly caller?: string;

  /** From this instant on. */
  @Maybe()
  @Form(INSTANT)
  readonly from?: string;

  /** Before this instant. */
  @Maybe()
  @Form(INSTANT)
  readonly to?: string;

  @Maybe()
  @OneOf(lookPurposes)
  readonly purpose?: LookPurpose;

  /** `next` of the page before. */
  @Maybe()
  @Type(() => Number)
  @Whole(1, Number.MAX_SAFE_INTEGER)
  readonly before?: number;

  @Maybe()
  @Type(() => Number)
  @Whole(1, 500)
  readonly limit?: number;
}
