import type { LocalDate } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';

/** What an assessment remembers of its commission and of who looks into it. */
export interface Commission {
  readonly key: string;
  readonly personRef: Uuid;
  readonly receivedOn: LocalDate;
  readonly expedited: boolean;
  readonly officeCode?: string;
  readonly investigators: readonly Uuid[];
  /** The day agreed with the commissioning organ, where the term was extended. */
  readonly agreedDueOn?: LocalDate;
  readonly extensionLetters: readonly string[];
}

export type AssessmentState =
  { readonly status: 'none' } | (Commission & { readonly status: 'received' | 'concluded' | 'returned' | 'withdrawn' });
