import { type Answer, answer as answers } from '#kernel/finding.js';
import { Form, Line, OneOf, PeriodText } from '../web/field-checks.js';

/** A finding by its id. */
export class FindingParams {
  @Form(/^[0-9a-f]{64}$/)
  readonly finding!: string;
}

/** What a person says to a finding. */
export class AnswerRequest {
  static readonly lists = {};

  @Form(/^\d{6}$/)
  readonly bureau!: string;

  @PeriodText()
  readonly period!: string;

  @OneOf(answers.values)
  readonly answer!: Answer;

  @Line(500)
  readonly reason!: string;
}
