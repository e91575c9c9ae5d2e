import { type DataOf, decimal, flag, list, optional, personRef, record, sha256, text } from '#kernel/schema.js';
import type { LocalDate, RejectionDetail } from '../kernel.js';
import { points } from '../scoring/frame.js';
import type { PerformanceSheet, SheetEvaluation } from './performance-sheet.js';

const cell = () => optional(text(500));
const override = optional(record({ score: decimal(6, -1000, 1000), reason: cell() }));

/**
 * What persons enter for an evaluation. A row that is computed takes no `actual`; one entered by hand names who entered it and
 * the SHA-256 of its proof. `band` and `score` grade a result that is not measured.
 */
export const entryFields = {
  rows: list(
    record({
      row: text(100),
      actual: optional(decimal(6, -1e12, 1e12)),
      actualText: optional(text(200)),
      attachmentHash: optional(sha256()),
      enteredBy: optional(personRef()),
      band: optional(text(40)),
      score: optional(decimal(6, -1000, 1000)),
      override,
      weight: optional(points()),
      deviationReason: cell(),
      notApplicable: optional(flag()),
    }),
    0,
    500,
  ),
  groups: list(
    record({ level1: text(50), level2: text(50), weight: optional(points()), override, deviationReason: cell() }),
    0,
    100,
  ),
  execution: optional(record({ override, deviationReason: cell() })),
};

export type Entries = DataOf<typeof entryFields>;
export type RowEntry = Entries['rows'][number];
export type GroupEntry = Entries['groups'][number];

/** Who stands behind an entry, and since when. */
export interface Signed {
  readonly by: string;
  readonly on: LocalDate;
}

/** Entries with who made each; at most one for each row and group. */
export interface Entered {
  readonly rows: readonly (RowEntry & Signed)[];
  readonly groups: readonly (GroupEntry & Signed)[];
  readonly execution?: NonNullable<Entries['execution']> & Signed;
}

export const NOTHING_ENTERED: Entries = { rows: [], groups: [] };

const overridden = (score: string | undefined, reason: string | undefined): Pick<RowEntry, 'override'> =>
  score === undefined || reason === undefined ? {} : { override: { score, reason } };

/** What persons had entered for an evaluation that is recorded: all in it that was not computed. */
const entriesIn = ({ rows, groups, execution }: SheetEvaluation): Entries => ({
  rows: rows.map(({ actual, actualText, score, overrideReason, ...rest }) => ({
    ...rest,
    ...(rest.attachmentHash !== undefined && actual !== undefined && { actual }),
    ...(rest.attachmentHash !== undefined && actualText !== undefined && { actualText }),
    ...overridden(score, overrideReason),
    ...(rest.band !== undefined && score !== undefined && { score }),
  })),
  groups: groups.map(({ score, overrideReason, ...rest }) => ({ ...rest, ...overridden(score, overrideReason) })),
  ...(execution !== undefined && {
    execution: {
      ...overridden(execution.score, execution.overrideReason),
      ...(execution.deviationReason !== undefined && { deviationReason: execution.deviationReason }),
    },
  }),
});

const sign = ({ rows, groups, execution }: Entries, signed: Signed): Entered => ({
  rows: rows.map((row) => ({ ...row, ...signed })),
  groups: groups.map((group) => ({ ...group, ...signed })),
  ...(execution !== undefined && { execution: { ...execution, ...signed } }),
});

const sameGroup = (a: Pick<GroupEntry, 'level1' | 'level2'>, b: Pick<GroupEntry, 'level1' | 'level2'>): boolean =>
  a.level1 === b.level1 && a.level2 === b.level2;

/** What stands entered: an entry given now takes the place of what the evaluation in force has for the same row or group. */
export const enteredIn = ({ evaluation }: PerformanceSheet, given: Entries, signed: Signed): Entered => {
  const now = sign(given, signed);
  if (evaluation === undefined) return now;
  const then = sign(entriesIn(evaluation), { by: evaluation.by, on: evaluation.evaluatedOn });
  const execution = now.execution ?? then.execution;
  return {
    rows: [...then.rows.filter(({ row }) => !now.rows.some((item) => item.row === row)), ...now.rows],
    groups: [...then.groups.filter((group) => !now.groups.some((item) => sameGroup(item, group))), ...now.groups],
    ...(execution !== undefined && { execution }),
  };
};

/**
 * What is wrong with entries for a sheet, each at its row.
 * @param computed rows whose result is computed, by id
 */
export const faultsIn = (
  sheet: PerformanceSheet,
  { rows, groups }: Entries,
  computed: ReadonlySet<string>,
): readonly RejectionDetail[] => [
  ...rows.flatMap(({ row, actual, actualText, attachmentHash, enteredBy }, at): readonly RejectionDetail[] => {
    const fault = (code: string) => [{ at: `rows.${row}`, code }];
    const byHand = actual !== undefined || actualText !== undefined;
    if (!sheet.rows.some(({ id }) => id === row)) return fault('unknown-row');
    if (rows.findIndex((other) => other.row === row) < at) return fault('named-twice');
    if (byHand && computed.has(row)) return fault('actual-is-computed');
    return byHand && (attachmentHash === undefined || enteredBy === undefined) ? fault('proof-missing') : [];
  }),
  ...groups.flatMap((group, at): readonly RejectionDetail[] => {
    const fault = (code: string) => [{ at: `groups.${group.level1}.${group.level2}`, code }];
    if (!sheet.rows.some((row) => sameGroup(row, group))) return fault('unknown-row');
    return groups.findIndex((other) => sameGroup(other, group)) < at ? fault('named-twice') : [];
  }),
];
