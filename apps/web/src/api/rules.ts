/** What everything is recorded and reckoned by, as the API tells it. */
export type Origin = 'law' | 'form' | 'house';
export interface KnownTable {
  readonly name: string;
  readonly title: string;
  readonly origin: Origin;
  readonly source?: string;
  readonly values: readonly { readonly value: string; readonly title: string }[];
}
export interface TablesOfLine {
  readonly code: string;
  readonly title: string;
  readonly tables: readonly KnownTable[];
}
export interface TermVersion {
  readonly from: string;
  /** Negative where it runs backwards. */
  readonly days: number;
  readonly count: 'working-days' | 'calendar-days' | 'months';
  readonly rolls: boolean;
  /** Where the number is the deployment’s choice. */
  readonly setting?: string;
}
export interface DeadlineRule {
  readonly code: string;
  readonly title: string;
  readonly origin: Origin;
  readonly source?: string;
  readonly fact: string;
  readonly starts?: string;
  readonly due?: string;
  readonly met: string;
  readonly versions: readonly TermVersion[];
}
export interface DeadlinesOfLine {
  readonly code: string;
  readonly title: string;
  readonly deadlines: readonly DeadlineRule[];
}
/** One version of a year of the working-day calendar. */
export interface CalendarYear {
  readonly year: number;
  readonly version: number;
  readonly source: string;
  readonly daysOff: readonly string[];
  readonly daysWorked: readonly string[];
}
export interface FrameHead {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly level: 'central' | 'province' | 'county';
  readonly province?: string;
  readonly validFrom: string;
}
export interface Frame extends FrameHead {
  readonly total: string;
  readonly execution: { readonly weight: string };
  readonly level1: readonly {
    readonly name: string;
    readonly weight?: string;
    readonly level2: readonly { readonly name: string; readonly weight?: string }[];
  }[];
  readonly bands: readonly { readonly name: string; readonly from: string }[];
  readonly grades: readonly { readonly name: string; readonly from: string }[];
  readonly uncertain: readonly string[];
}
export interface Template {
  readonly bureau: string;
  readonly code: string;
  readonly version: number;
  readonly title: string;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
}
