import type { Explanation } from '#kernel/seal.js';
import type { LocalDate, Uuid } from '../kernel.js';
import type { Operator } from '../operator.js';
import type { SheetRow } from '../scoring/sheet.js';

/** A row of the form in force. Without an `indicator` nothing computes it, and a person enters its result with its proof. */
export interface PerformanceRow {
  readonly id: string;
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly description?: string;
  readonly target: SheetRow['target'];
  readonly basis?: string;
  readonly weight?: string;
  readonly direction?: NonNullable<SheetRow['direction']>;
  /** Code of the figure that is its result. */
  readonly indicator?: string;
}

/** What a self-evaluation says of a row. `band`: code of the frame's grade of a result that is not measured. */
export interface EvaluatedRow {
  readonly row: string;
  readonly actual?: string;
  readonly actualText?: string;
  readonly notApplicable?: boolean;
  readonly weight?: string;
  readonly score?: string;
  readonly overrideReason?: string;
  readonly band?: string;
  readonly deviationReason?: string;
  /** SHA-256 of a file, and who entered a result by hand. */
  readonly attachmentHash?: string;
  readonly enteredBy?: Uuid;
}

/** A score merged over the rows of a 二级 heading. */
export interface EvaluatedGroup {
  readonly level1: string;
  readonly level2: string;
  readonly weight?: string;
  readonly score: string;
  readonly overrideReason?: string;
  readonly deviationReason?: string;
}

/** A self-evaluation as it is recorded. Scores are points as printed. */
export interface SheetEvaluation {
  readonly evaluatedOn: LocalDate;
  readonly rows: readonly EvaluatedRow[];
  readonly groups: readonly EvaluatedGroup[];
  readonly execution?: Omit<EvaluatedGroup, 'level1' | 'level2' | 'weight'> & { readonly weight: string };
  readonly total?: string;
  /** The word printed. */
  readonly grade?: string;
  /** Version of the frame, and the position of the log, it was computed with; absent where it was typed. */
  readonly frameVersion?: number;
  readonly position?: number;
  /** Findings that would have kept it from being recorded, and why they did not. */
  readonly explained?: readonly Explanation[];
}

export const likelihoods = ['certain', 'possible', 'impossible'] as const;
/** What keeps a target from being met, in the order of the columns of the form. */
export const causes = ['funding', 'rules', 'staff', 'hardware', 'other'] as const;

/** What a person said of a row at a month end. */
export interface MonitoredRow {
  readonly row: string;
  readonly actual?: string;
  readonly actualText?: string;
  readonly forecast?: string;
  readonly forecastText?: string;
  readonly likelihood: (typeof likelihoods)[number];
  readonly causes: readonly (typeof causes)[number][];
  readonly explanation?: string;
}

/** A monitoring as it was recorded. 元 */
export interface SheetMonitoring {
  readonly monthEnd: LocalDate;
  readonly monitoredOn: LocalDate;
  readonly executed: string;
  readonly forecastExecuted: string;
  readonly rows: readonly MonitoredRow[];
}

/** A figure of the form of the year before, as a file from outside gives it for a row of this year. */
export interface FormerRow {
  readonly row: string;
  /** Where it stands in the file: `自评表!F11`. */
  readonly cell: string;
  readonly printed: string;
  /** Exact, in `unit`; absent where the cell holds words. */
  readonly value?: string;
  readonly unit?: string;
  /** A result that was written as a bound. */
  readonly operator?: Operator;
  readonly approximate?: boolean;
  /** What the manifest of the file says it was computed by; absent where it has none. */
  readonly indicator?: string;
  readonly definition?: LocalDate;
  readonly position?: number;
  /** The last result of a formula, which nobody worked out again. */
  readonly cached?: boolean;
}

export const leftOutReasons = ['no-such-row', 'several', 'empty', 'other-form'] as const;

/** A line of the file that stands for no row. */
export interface LeftOut {
  readonly cell: string;
  readonly label: string;
  readonly why: (typeof leftOutReasons)[number];
}

/** The form of the year before as it was imported. */
export interface FormerForm {
  readonly importedOn: LocalDate;
  readonly formerYear: number;
  /** SHA-256 of the file. */
  readonly fileHash: string;
  /** What a file of our own says of itself: its code, and the seals it was drawn up from. */
  readonly document?: string;
  readonly seals: readonly string[];
  readonly rows: readonly FormerRow[];
  readonly unmatched: readonly LeftOut[];
}

/** Parts of a self-evaluation report, in the order they are printed. */
export const narrativeParts = ['overview', 'execution', 'results', 'problems', 'measures', 'use'] as const;
export type NarrativePart = (typeof narrativeParts)[number];

/** What a bureau itself says in a part of its report. `{received.actual}` in it stands for a figure of the sheet. */
export interface OwnNarrative {
  readonly writtenOn: LocalDate;
  readonly part: NarrativePart;
  readonly paragraphs: readonly string[];
}

/** A year's sheet of a department or of one project, whichever line keeps it. */
export interface PerformanceSheet {
  readonly fiscalYear: number;
  readonly subject: 'department' | 'project';
  /** Code of the budget line; of a department its own. */
  readonly subjectCode: string;
  readonly subjectName: string;
  readonly officialCode?: string;
  /** Code of the frame it is scored by. */
  readonly frame: string;
  readonly form: string;
  /** 元, as set with the targets. */
  readonly budget: string;
  readonly purpose?: string;
  readonly goal?: string;
  /** When the rows in force were set or last revised. */
  readonly targetSetOn: LocalDate;
  readonly status: string;
  readonly rows: readonly PerformanceRow[];
  /** The self-evaluation in force: none where the rows were revised after it. `by`: who recorded it. */
  readonly evaluation?: SheetEvaluation & { readonly by: string };
  readonly monitorings: readonly SheetMonitoring[];
  readonly narrative: readonly OwnNarrative[];
  /** The form of the year before, where one was imported. */
  readonly former?: FormerForm;
}

/** How a line keeps performance sheets. */
export interface SheetsDefinition {
  /** Stream type. */
  readonly stream: string;
  /** The register that lists them, a row for each. */
  readonly register: string;
  /** Its column of the fiscal year, which it can be filtered by. */
  readonly year: string;
  /** Command type of the self-evaluation. */
  readonly evaluate: string;
  /** The sheet of a folded stream; undefined before its targets are set. */
  readonly read: (state: { readonly status: string }) => PerformanceSheet | undefined;
  /** Percentage points a target may lie behind the months gone by before it is told, by the settings of the line. */
  readonly paceMargin: (settings: unknown) => number;
  /** Payload of the command. */
  readonly recorded: (evaluation: SheetEvaluation) => object;
  /** Command type that keeps the form of the year before, and its payload. */
  readonly importFormer: string;
  readonly imported: (form: FormerForm) => object;
  /** Command type that keeps what the bureau says in a part of its report; its payload is that. */
  readonly writeNarrative: string;
}

/** Which figures are the money of a project, as indicator codes. 元, of the fiscal year up to the period's end. */
export interface MoneyDefinition {
  /** Split that narrows them to one project. */
  readonly project: string;
  /**
   * By kind of project; the first with money counts. The first kind is the whole of a department. `as`: the figures of the
   * line that stand for others in this kind of project, which then has no others; absent: all of them.
   */
  readonly kinds: readonly {
    readonly initial: string;
    readonly adjusted: string;
    readonly executed: string;
    readonly as?: Readonly<Record<string, string>>;
  }[];
  /**
   * Register of the points of spending plans, one a row, with its columns. `percent` is cumulative; `planned` is the figure of what
   * is to be spent by the newest point that has come, 元.
   */
  readonly plan: {
    readonly planned: string;
    readonly register: string;
    readonly year: string;
    readonly project: string;
    readonly monthEnd: string;
    readonly percent: string;
  };
}
