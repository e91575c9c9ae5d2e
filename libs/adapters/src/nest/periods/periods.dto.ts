import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { type DraftFormat, draftFormats } from '#application/ports/drafts.js';
import { CODES, KnownQuery, ScopeQuery } from '../queries/query.dto.js';
import { Form, Id, Line, ListOf, Maybe, OneOf, PeriodText, Whole } from '../web/field-checks.js';

/** Why a finding does not keep the books open. */
export class ExplanationItem {
  /** The rule the finding names, or `*` for all. */
  @Line(64)
  readonly rule!: string;

  @Line(500)
  readonly reason!: string;
}

/** The books to be closed. */
export class CloseRequest {
  static readonly lists = { explanations: ExplanationItem };

  @Form(/^\d{6}$/)
  readonly bureau!: string;

  @Line(64)
  readonly line!: string;

  @PeriodText()
  readonly period!: string;

  @Maybe()
  @ListOf(1, 200)
  @ValidateNested({ each: true })
  readonly explanations?: readonly ExplanationItem[];
}

/** Books by their stream. */
export class BooksParams {
  @Id()
  readonly streamId!: string;
}

export class SealParams extends BooksParams {
  @Type(() => Number)
  @Whole(1, 999)
  readonly number!: number;
}

/** A seal by what it is known by. */
export class HashParams {
  @Form(/^[0-9a-f]{64}$/)
  readonly hash!: string;
}

export class PeriodsQuery extends ScopeQuery {}

/** A page of late entries. */
export class LateQuery {
  /** Which seal; the newest where left out. */
  @Maybe()
  @Type(() => Number)
  @Whole(1, 999)
  readonly seal?: number;

  /** Position to go on after: `next` of the page before. */
  @Maybe()
  @Type(() => Number)
  @Whole(0, Number.MAX_SAFE_INTEGER)
  readonly after?: number;

  @Maybe()
  @Type(() => Number)
  @Whole(1, 500)
  readonly limit?: number;
}

/** The restatement of a seal as a file. */
export class RestatementFileParams extends BooksParams {
  @OneOf(draftFormats)
  readonly format!: DraftFormat;
}

/** Which figures of a seal, of which office, as known when. */
export class RestatementQuery extends KnownQuery {
  @Maybe()
  @Type(() => Number)
  @Whole(1, 999)
  readonly seal?: number;

  @Maybe()
  @Line(32)
  readonly office?: string;

  @Maybe()
  @Form(CODES)
  readonly codes?: string;
}
