import { Form, Payload } from '../web/field-checks.js';

/** Names of the page's own: a command, and the record it goes on with. */
export const FORM_NAME = '^[\\w. -]{1,160}$';

export class FormDraftParams {
  @Form(new RegExp(FORM_NAME))
  readonly form!: string;
}

export class FormDraftRequest {
  @Payload()
  readonly content!: Readonly<Record<string, unknown>>;
}
