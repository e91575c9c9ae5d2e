import { Id, Payload } from '../web/field-checks.js';

export class SavedViewParams {
  @Id()
  readonly viewId!: string;
}

export class SavedViewRequest {
  /** What the page keeps: it alone reads it. */
  @Payload()
  readonly content!: Readonly<Record<string, unknown>>;
}
