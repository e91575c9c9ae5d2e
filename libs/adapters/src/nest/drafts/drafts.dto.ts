import { Type } from 'class-transformer';
import { draftFormats } from '#application/ports/drafts.js';
import { ScopeQuery } from '../queries/query.dto.js';
import { Form, Line, OneOf, Whole } from '../web/field-checks.js';

export class DraftsQuery extends ScopeQuery {
  @Type(() => Number)
  @Whole(1949, 2999)
  readonly year!: number;
}

/** One file of one draft. */
export class DraftParams {
  @Type(() => Number)
  @Whole(1949, 2999)
  readonly year!: number;

  @Form(/^\d{6}$/)
  readonly bureau!: string;

  @Line(64)
  readonly subject!: string;

  @Line(64)
  readonly document!: string;

  @OneOf(draftFormats)
  readonly format!: (typeof draftFormats)[number];
}
