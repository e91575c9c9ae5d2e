import { type Exact, roundForPrint } from '#kernel/money.js';
import { CaseFigures } from './case-figures.js';
import { type CaseFile, type ExpectedFinding, countedAt } from './case-file.js';
import { type RowFigure, readRows } from './case-rows.js';
import { checkDraft } from './check-draft.js';
import { type Needs, notCheckedYet } from './finding-codes.js';
import type { Finding } from './identity.js';
import type { Ledger, Reading } from './ports/ledger.js';
import type { Registry } from './registry.js';

/** A finding the case file expects, and whether the check raised it. */
export interface ExpectedOutcome {
  readonly id: string;
  readonly code: string;
  readonly outcome: 'raised' | 'not-checked' | 'missed';
  readonly needs?: Needs;
}

/** A published report held against the log: every row, what the check found, what should have been printed. */
export interface CaseReport {
  readonly file: CaseFile;
  readonly figures: readonly RowFigure[];
  readonly findings: readonly Finding[];
  /** Expected computed values whose inputs exist, rounded as they are to be printed. */
  readonly computed: readonly { readonly id: string; readonly value: Exact }[];
  readonly expected: readonly ExpectedOutcome[];
  /** Position of the log the figures include. */
  readonly position: number;
}

/** `companions`: other documents of the same bureau and year, which this one must not contradict. */
export const reportOnCase = async (
  file: CaseFile,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
  companions: readonly CaseFile[] = [],
): Promise<CaseReport> => {
  const { position } = await ledger.watermark();
  const figures = await readRows(file, registry, ledger, reading);
  const findings = await checkDraft(file, registry, ledger, reading, figures, companions);
  const computed = await computedOf(file, registry, ledger, reading);
  const expected = file.expectedFindings.map((item) => outcomeOf(item, findings));
  return { file, figures, findings, computed, expected, position: reading.asOf ?? position };
};

/** Evaluates the expected values with every count, sum and rate taken from the log, none from the file. */
const computedOf = async (
  file: CaseFile,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
): Promise<CaseReport['computed']> => {
  const on = countedAt(file);
  const formulas = file.expectedComputed.map(({ expression }) => [expression, on] as const);
  const figures = await CaseFigures.read(file, registry, ledger, reading, formulas);
  return file.expectedComputed.flatMap(({ id, expression, decimals }) => {
    const value = figures.valueOf(expression, on, 'printed');
    return value === null ? [] : [{ id, value: roundForPrint(value, decimals) }];
  });
};

/** Raised: one finding has the code, the severity, and every row the expected one names in this document. */
const outcomeOf = (wanted: ExpectedFinding, findings: readonly Finding[]): ExpectedOutcome => {
  const { id, code, severity, detection, places } = wanted;
  const rows = places.flatMap(({ row, document }) => (row === undefined || document !== undefined ? [] : [row]));
  const raised = findings.some(
    (finding) =>
      finding.code === code && finding.severity === severity && rows.every((row) => finding.rows.includes(row)),
  );
  if (raised) return { id, code, outcome: 'raised' };
  const needs = detection === 'reading' ? 'reader' : notCheckedYet[code];
  return needs === undefined ? { id, code, outcome: 'missed' } : { id, code, outcome: 'not-checked', needs };
};

/**
 * A row holds unless the log contradicts it; a contradiction is in order only where the document contradicts itself, and the
 * finding that says so was expected and raised. A row that awaits a line neither holds nor fails.
 */
export const rowHolds = ({ expected }: CaseReport, { row, match }: RowFigure): boolean => {
  if (match !== 'contradicts') return true;
  const raised = new Set(expected.filter(({ outcome }) => outcome === 'raised').map(({ id }) => id));
  const ownFault = row.derivations.some((derivation) => derivation.match === 'contradicts');
  return ownFault && (row.findings ?? []).some((id) => raised.has(id));
};

/** The report as stable JSON: what `report --format json` prints. */
export const jsonOfReport = ({ file, figures, findings, computed, expected, position }: CaseReport) => ({
  caseId: file.caseId,
  position,
  rows: figures.map(({ row, indicator, value, match, awaits }) => ({
    id: row.id,
    indicator,
    computed:
      value?.value == null ? null : { number: roundForPrint(value.value, value.decimals).toNumber(), unit: value.unit },
    printed: row.printedActual,
    match,
    ...(awaits.length === 0 ? {} : { awaits }),
  })),
  findings: findings.map(({ code, severity, rows, records, rule, numbers, message }) => ({
    code,
    severity,
    rows,
    records,
    rule,
    numbers,
    message,
  })),
  computed: computed.map(({ id, value }) => ({ id, value: value.toNumber() })),
  expected,
  notChecked: Object.entries(notCheckedYet).map(([code, needs]) => ({ code, needs })),
});
