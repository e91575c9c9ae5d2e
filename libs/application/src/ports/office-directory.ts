import type { BureauCode, LocalDate, OfficeCode } from '../kernel.js';

/** A unit of the tree province → city → county bureau → 司法所, with the time it exists. */
export interface Office {
  readonly code: OfficeCode;
  readonly parent: OfficeCode | null;
  /** The county bureau it belongs to (GB/T 2260); a bureau's own code for the bureau itself. */
  readonly bureau: BureauCode;
  readonly name: string;
  readonly kind: 'province' | 'city' | 'bureau' | 'section' | 'justice-office' | 'centre';
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly successor: OfficeCode | null;
}

export interface OfficeDirectory {
  /** The newest known tree; kept in memory, refreshed when it changes. */
  all(): readonly Office[];
  find(code: OfficeCode): Office | undefined;
  /** The office and everything below it. */
  below(code: OfficeCode): readonly OfficeCode[];
  save(offices: readonly Office[]): Promise<void>;
  refresh(): Promise<void>;
}
