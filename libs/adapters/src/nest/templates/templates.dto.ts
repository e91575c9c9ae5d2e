import { Type } from 'class-transformer';
import { KnownQuery } from '../queries/query.dto.js';
import { Form, Id, Line, Maybe, Whole } from '../web/field-checks.js';

export const TEMPLATE_CODE = '^[a-z0-9][a-z0-9-]{0,63}$';
const BUREAU = /^\d{6}$/;

export class TemplateParams {
  @Form(new RegExp(TEMPLATE_CODE))
  readonly code!: string;
}

export class TemplatesQuery {
  /** May be left out by a caller of one bureau. */
  @Maybe()
  @Form(BUREAU)
  readonly bureau?: string;
}

export class UploadQuery extends TemplatesQuery {
  @Line(100)
  readonly title!: string;

  /** Whose rows the form may ask for by their ids. */
  @Maybe()
  @Id()
  readonly sheet?: string;
}

export class TemplateFileQuery extends TemplatesQuery {
  @Maybe()
  @Type(() => Number)
  @Whole(1, 1_000_000)
  readonly version?: number;
}

export class FilledQuery extends KnownQuery {
  @Id()
  readonly sheet!: string;

  @Maybe()
  @Type(() => Number)
  @Whole(1, 1_000_000)
  readonly version?: number;
}
