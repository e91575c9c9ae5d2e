/** Performance sheets as the API gives them. */
export interface Sheet {
  readonly streamId: string;
  readonly bureau: string;
  readonly office: string;
  readonly version: number;
  readonly fiscalYear: number;
  readonly subject: 'department' | 'project';
  readonly subjectCode: string;
  readonly subjectName: string;
  readonly budget: string;
  readonly goal?: string;
  readonly targetSetOn: string;
  readonly status: string;
  readonly statusTitle: string;
  readonly rowCount: number;
  readonly recorded: Readonly<Record<string, unknown>> | null;
}
export interface Target {
  readonly text?: string;
  readonly operator?: string;
  readonly number?: string;
  readonly unit?: string;
}
export interface Computed {
  readonly indicator: string;
  readonly title: string;
  readonly unit: string;
  readonly value: string | null;
  readonly printed: string;
  readonly missing: number;
  /** Whether it grows through the year, or stands as it is. */
  readonly grows: boolean;
  readonly evidence: string;
}
export interface SheetRow {
  readonly id: string;
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly target: Target;
  readonly weight?: string;
  readonly indicator?: string;
  readonly computed?: Computed;
}

/** A row at a month end; shares in per cent. */
export interface MonitoredRow extends SheetRow {
  readonly completion: string | null;
  readonly gap: string | null;
  readonly forecast: string | null;
  readonly behind: boolean | null;
  readonly light: 'green' | 'yellow' | 'red' | null;
}
export interface Monitoring {
  readonly sheet: Sheet;
  readonly position: number;
  readonly monthEnd: string;
  /** Share of the year gone by, in per cent. */
  readonly elapsed: string;
  readonly rows: readonly MonitoredRow[];
  /** 元, and per cent of the budget. */
  readonly money: {
    readonly budget: string;
    readonly executed: string;
    readonly rate: string | null;
    readonly planned: string | null;
    readonly gap: string | null;
    readonly behind: boolean | null;
  } | null;
}

export interface Score {
  readonly weight: string;
  readonly score: string | null;
  readonly computed: string | null;
  readonly basis: 'computed' | 'qualitative' | 'override' | 'not-applicable' | 'open';
}
export interface SheetFinding {
  readonly code: string;
  readonly severity: 'block' | 'warn';
  readonly rule: string;
  readonly rows: readonly string[];
  readonly message: string;
}
/** The self-evaluation of a sheet as it is computed now, or as it was at a position. */
export interface EvaluationDraft {
  readonly sheet: Sheet;
  readonly position: number;
  readonly frame: { readonly code: string; readonly name: string };
  readonly rows: readonly (SheetRow & {
    readonly entered?: Readonly<Record<string, unknown>>;
    readonly score: Score | null;
  })[];
  readonly money: { readonly initial: string; readonly adjusted: string; readonly executed: string } | null;
  readonly execution: (Score & { readonly rate: string | null; readonly inTotal: boolean }) | null;
  readonly total: string | null;
  readonly outOf: string;
  readonly grade: string | null;
  readonly findings: readonly SheetFinding[];
  readonly refusal: {
    readonly code: string;
    readonly title: string;
    readonly details: readonly { readonly at: string; readonly title: string; readonly message?: string }[];
  } | null;
}

/** A row beside the same row of the year before. */
export interface ComparedRow {
  readonly row: string;
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly now: { readonly printed: string; readonly unit?: string };
  readonly former: {
    readonly printed: string;
    readonly unit?: string;
    readonly from: 'sealed' | 'evaluated' | 'imported';
    readonly cell?: string;
  } | null;
  readonly change: string | null;
  readonly definition: 'same' | 'changed' | 'unknown' | null;
  readonly contradicted?: string;
}
export interface Comparison {
  readonly year: number;
  readonly rows: readonly ComparedRow[];
  readonly imported: {
    readonly importedOn: string;
    readonly formerYear: number;
    readonly unmatched: readonly { readonly cell: string; readonly label: string; readonly why: string }[];
  } | null;
}

/** A figure that a text may name. */
export interface NameableFigure {
  readonly name: string;
  readonly title: string;
  readonly printed: string;
}
/** What a bureau itself says in the report of a sheet; `{name}` in it stands for a figure. */
export interface ReportNarrative {
  readonly sheet: Sheet;
  readonly parts: readonly {
    readonly part: string;
    readonly title: string;
    readonly paragraphs: readonly string[];
    readonly writtenOn?: string;
  }[];
  readonly figures: readonly NameableFigure[];
}

/** A document of a year that is over, made before anybody asked. */
export interface KeptDraft {
  readonly year: number;
  readonly bureau: string;
  readonly subject: string;
  readonly document: string;
  readonly title: string;
  readonly position: number;
  readonly madeAt: string;
}
export interface DraftList {
  readonly progress: { readonly year: number; readonly dueAt: string };
  readonly drafts: readonly KeptDraft[];
  readonly failures: readonly {
    readonly subject: string;
    readonly document: string;
    readonly reason: string;
    readonly failedAt: string;
  }[];
}

/** A target as a person reads it: `≥ 95 %`. */
export const targetText = ({ text, operator, number, unit }: Target): string =>
  text ?? [operator, number, unit].filter((part) => part !== undefined && part !== '').join(' ');

/** Whether a target is not to be exceeded. */
export const isUpperBound = ({ operator }: Target): boolean => operator === '≤' || operator === '<';
