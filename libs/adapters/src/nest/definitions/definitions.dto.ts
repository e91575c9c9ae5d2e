import { Form, Maybe, ListOf, PeriodText } from '../web/field-checks.js';

/** Definitions of a bureau as they are handed in; what they say is checked against the lines, not here. */
export class DefinitionsRequest {
  static readonly lists = {};

  @Form(/^\d{6}$/)
  readonly bureau!: string;

  @Maybe()
  @ListOf(0, 200)
  readonly measures?: readonly unknown[];

  @Maybe()
  @ListOf(0, 200)
  readonly indicators?: readonly unknown[];
}

/** The same, to be shown what they would change over a period. */
export class PreviewRequest extends DefinitionsRequest {
  @PeriodText()
  readonly period!: string;
}
