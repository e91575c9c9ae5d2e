import { Type } from 'class-transformer';
import { PageQuery } from '../queries/query.dto.js';
import { Form, Id, Line, Maybe, OneOf, Whole } from '../web/field-checks.js';

/** A person by the reference that stands in events. */
export class PersonParams {
  @Id()
  readonly ref!: string;
}

/** Persons of a bureau, at most `limit`. */
export class PeopleQuery {
  @Maybe()
  @Form(/^\d{6}$/)
  readonly bureau?: string;

  @Maybe()
  @Type(() => Number)
  @Whole(1, 50)
  readonly limit?: number;
}

export class FindQuery extends PeopleQuery {
  @Line(100)
  readonly q!: string;

  @Maybe()
  @Id()
  readonly after?: string;
}

export class LookQuery {
  @Maybe()
  @Line(500)
  readonly reason?: string;
}

export class ExportQuery {
  @Line(500)
  readonly reason!: string;
}

export class GlassesQuery extends PageQuery {}

const reasons = ['same-number', 'mistyped-number', 'new-document', 'checked-in-person', 'merged-by-mistake'];

export class UnmergeRequest {
  static readonly lists = {};

  @OneOf(reasons)
  readonly reason!: string;
}

export class MergeRequest extends UnmergeRequest {
  @Id()
  readonly into!: string;
}

/** A legal ground. */
export class GroundRequest {
  static readonly lists = {};

  @Line(200)
  readonly ground!: string;
}

export class BreakGlassRequest {
  static readonly lists = {};

  @Line(500)
  readonly reason!: string;

  @Whole(1, 480)
  readonly minutes!: number;
}
