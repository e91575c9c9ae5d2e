import type { CaseBinding } from './case-binding.js';
import type { DeadlineDefinition } from './deadline.js';
import type { BaseDataDefinition } from './evaluation/base-data.js';
import type { MoneyDefinition, SheetsDefinition } from './evaluation/performance-sheet.js';
import type { FactsView } from './facts.js';
import type { IdentityDefinition } from './identity.js';
import type { IndicatorDefinition } from './indicator.js';
import type { AnyStream, Terms } from './kernel.js';
import type { MeasureDefinition } from './measure.js';
import type { Office } from './ports/office-directory.js';
import type { RegisterDefinition } from './register.js';
import type { ReportDefinition } from './report-definition.js';
import type { RoleCode } from './roles/role-table.js';
import type { SecondPersonRow } from './roles/second-person.js';
import type { SettingsDefinition } from './settings.js';

/**
 * How a line keeps the books of periods, as codes. The sealing event has the shape of `sealFields`; the register has the columns
 * `businessLine`, `scheme`, `from`, `to`, `state` (`soft-closed`, `closed`, `reopened`), `approver`, `seal`, `position`, `hash`.
 */
export interface PeriodsDefinition {
  readonly stream: string;
  readonly register: string;
  /** Command types. */
  readonly close: string;
  readonly reopen: string;
  /** Event type of a seal. */
  readonly closed: string;
  /** Where answers to findings are kept, one stream for each: the command and the event, of the shape of `answerFields`. */
  readonly findings: { readonly stream: string; readonly answer: string; readonly answered: string };
}

/** How a line keeps what is decided about records of persons, as codes: its streams, its commands, and what figures look up. */
export interface PeopleDefinition {
  /** Stock of records that stand for another, split by `into`; figures of persons count those two once. */
  readonly merged: string;
  readonly streams: { readonly merge: string; readonly seal: string; readonly erasure: string; readonly glass: string };
  /** Register of looks beyond the own office, with columns `brokenOn`, `by`, `reason`, `until`. */
  readonly glasses: string;
  readonly merge: string;
  readonly unmerge: string;
  readonly seal: string;
  readonly unseal: string;
  readonly requestErasure: string;
  readonly refuseErasure: string;
  readonly approveErasure: string;
  readonly breakGlass: string;
}

/** How long the law has a record kept: whoever takes part in one may not be erased before. */
export interface RetentionDefinition {
  /** Stream type. */
  readonly record: string;
  /** Years after the newest event of the record; absent: for good. */
  readonly years?: number;
  /** Article, as it is said to who asks. */
  readonly ground: string;
}

/**
 * Everything the platform needs to run a business line. Routes, topics, validation, figures, registers, deadlines, form
 * fields and error titles follow from it; nothing outside the line's folder names the line.
 */
export interface LineDefinition {
  /** `corrections`: the first part of every code of the line. */
  readonly code: string;
  readonly terms: Terms;
  /** HTTP status of each rejection code. */
  readonly errors: Readonly<Record<string, number>>;
  readonly settings: SettingsDefinition;
  readonly streams: readonly AnyStream[];
  readonly facts: FactsView;
  readonly registers: readonly RegisterDefinition[];
  readonly measures: readonly MeasureDefinition[];
  readonly indicators: readonly IndicatorDefinition[];
  readonly identities: readonly IdentityDefinition[];
  readonly deadlines: readonly DeadlineDefinition[];
  /** Kinds of offices that owe a report of it every month, nothing included; every justice office where it does not say. */
  readonly reportedBy?: readonly Office['kind'][];
  /** Where months declared empty are listed, with the columns that name the field of work and the month, and say that it stands. */
  readonly nils?: {
    readonly register: string;
    readonly line: string;
    readonly month: string;
    readonly standing: string;
  };
  /** Where the books of periods are kept: their stream, the register that lists them, the commands and the event of a seal. */
  readonly periods?: PeriodsDefinition;
  /** Roles that record in lines that name them, and in no other. */
  readonly staff?: readonly RoleCode[];
  /** What takes a second person in it, beside corrections. */
  readonly secondPersons?: readonly SecondPersonRow[];
  /** Where it is decided what becomes of records of persons. */
  readonly people?: PeopleDefinition;
  /** Which of its records the law has kept, and how long. */
  readonly retention?: readonly RetentionDefinition[];
  /** Where a year's performance sheets are kept, and how the platform reads and evaluates one. */
  readonly sheets?: SheetsDefinition;
  /** Which of its figures are the money of a project. */
  readonly money?: MoneyDefinition;
  /** Which of its figures stand in the table of base data of a department. */
  readonly baseData?: BaseDataDefinition;
  /** The running text of its printed reports. */
  readonly reports?: readonly ReportDefinition[];
  /** How a published report's counts map to this line, and how to simulate them: one binding per section it answers for. */
  readonly cases?: readonly CaseBinding[];
}

export const defineLine = (line: LineDefinition): LineDefinition => line;
