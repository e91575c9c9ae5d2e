/**
 * A filter over the fields of a fact, as data. Every entry must hold: a plain value means equal, and
 * `{ oneOf }`, `{ exists }`, `{ atMost }`, `{ atLeast }`, `{ notAfter: field }`, `{ after: field }` mean what they say
 * (the last two compare with another field of the same fact; an absent field on either side does not hold).
 */
export type Condition = Readonly<Record<string, Test>>;
export type Test =
  | string
  | number
  | boolean
  | { readonly oneOf: readonly (string | number | boolean)[] }
  | { readonly exists: boolean }
  | { readonly atMost: number }
  | { readonly atLeast: number }
  | { readonly notAfter: string }
  | { readonly after: string };

/**
 * What is counted, as data: serialisable, versioned, hashed.
 * - `flow`: one posting at the date `on`.
 * - `stock`: +1 at the date `from`, −1 at the date `to` (absent: still open). Where the office or a split changes in
 *   between, −1 and +1 on that day.
 * - `cohort`: a stock inside a yearly class: counted in the period that holds the date `cohort`, from `from` until `to`.
 *   It answers "of those taken in this year, how many stand so at the period's end".
 * A fact without its date (`on`, `from`, `cohort`) posts nothing.
 */
export interface MeasureDefinition {
  readonly code: string;
  readonly version: number;
  readonly fact: string;
  /** 人 人次 件 例 场 次 册 个 元 … Persons are remembered in the postings when the unit is 人. */
  readonly unit: string;
  /** Text field that says what is counted once, as a person is, where that is no person: the village an activity reached. */
  readonly distinct?: string;
  readonly kind: 'flow' | 'stock' | 'cohort';
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cohort?: string;
  readonly where?: Condition;
  /** Counts rows, or adds up a numeric field. */
  readonly sum?: string;
  /** Fields the figure can be split by. */
  readonly splits: readonly string[];
  /** The office a posting belongs to when the fact moved between offices: by the date of the posting. */
  readonly office: 'at-event';
  /** Counts facts of this bureau alone; absent: of every bureau. */
  readonly bureau?: string;
}

type Written = Omit<MeasureDefinition, 'version' | 'splits' | 'office'> & Partial<MeasureDefinition>;

export const defineMeasure = (measure: Written): MeasureDefinition => ({
  version: 1,
  splits: [],
  office: 'at-event',
  ...measure,
});
