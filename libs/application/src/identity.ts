/**
 * A balance that figures must keep, as data over indicator codes; it is checked on computed values and on the figures a
 * draft prints alike.
 */
export type IdentityDefinition = { readonly code: string; readonly severity: 'block' | 'warn' } & (
  | { readonly kind: 'parts'; readonly total: string; readonly parts: readonly string[] }
  | {
      readonly kind: 'stock-flow';
      readonly stock: string;
      readonly inflows: readonly string[];
      readonly outflows: readonly string[];
    }
  | { readonly kind: 'difference'; readonly minuend: string; readonly subtrahend: string; readonly equals: string }
  | { readonly kind: 'at-most'; readonly smaller: string; readonly larger: string }
);

export const defineIdentity = (identity: IdentityDefinition): IdentityDefinition => identity;

/** A contradiction or gap, never fixed silently: what, how grave, and the rows and records behind it. */
export interface Finding {
  /** `parts-do-not-sum`, `stock-flow-mismatch`, … the codes of the case files. */
  readonly code: string;
  readonly severity: 'block' | 'warn';
  /** The identity or rule that failed. */
  readonly rule: string;
  /** Row ids of a draft, or indicator codes. */
  readonly rows: readonly string[];
  /** Streams whose facts explain the difference. */
  readonly records: readonly { readonly streamId: string; readonly key: string; readonly indicator: string }[];
  readonly numbers: Readonly<Record<string, string>>;
  /** A sentence in Chinese with the figures in it. */
  readonly message: string;
}
