import { stateTitle, titleOf } from '#application/describe-lines.js';
import type { RowActual } from '#application/evaluation/actuals.js';
import type { EvaluationDraft } from '#application/evaluation/draft-evaluation.js';
import type { MonitoringDraft } from '#application/evaluation/monitoring-draft.js';
import type { PerformanceSheet } from '#application/evaluation/performance-sheet.js';
import { type FoundSheet, sheetsOf } from '#application/evaluation/read-sheets.js';
import type { Registry } from '#application/registry.js';
import type { Period } from '#kernel/period.js';
import type { RejectionDetail } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import type { Freshness, FreshnessWatch } from '../queries/freshness.js';
import { evidenceAddress } from '../queries/evidence-address.js';
import { cutOffOf } from '../queries/scope.js';
import type { KnownQuery } from '../queries/query.dto.js';

/** A sheet without its rows, with what was last recorded of its evaluation. */
export type SheetHead = Omit<PerformanceSheet, 'rows' | 'monitorings' | 'narrative' | 'evaluation' | 'former'> &
  Omit<FoundSheet, 'sheet'> & {
    readonly statusTitle: string;
    readonly rowCount: number;
    readonly recorded: PerformanceSheet['evaluation'] | null;
  };

/** Whose draft it is, and the recording position it belongs to. */
export interface DraftHead {
  readonly sheet: SheetHead;
  readonly position: number;
  readonly freshness: Freshness;
}

type Opened = RowActual & { readonly title: string; readonly evidence: string };
type OpenedRow<Row> = Omit<Row, 'computed'> & { readonly computed?: Opened };

/** A draft whose computed rows open to the records they rest on, and whose refusal is in words. */
export type ShownDraft = Omit<EvaluationDraft, 'rows' | 'refusal'> & {
  readonly rows: readonly OpenedRow<EvaluationDraft['rows'][number]>[];
  readonly refusal: {
    readonly code: string;
    readonly title: string;
    readonly details: readonly (RejectionDetail & { readonly title: string })[];
  } | null;
};
export type ShownMonitoring = Omit<MonitoringDraft, 'rows'> & {
  readonly rows: readonly OpenedRow<MonitoringDraft['rows'][number]>[];
};

export const headOf = (registry: Registry, { sheet, ...place }: FoundSheet): SheetHead => {
  const { rows, monitorings: _monitorings, narrative: _narrative, former: _former, evaluation, ...head } = sheet;
  return {
    ...place,
    ...head,
    statusTitle: stateTitle(registry, sheetsOf(registry).stream, sheet.status),
    rowCount: rows.length,
    recorded: evaluation ?? null,
  };
};

/** Opens the results of rows to what they rest on, as it stood at a position. */
const opened =
  (registry: Registry, { bureau }: FoundSheet, period: Period, position: number) =>
  <Row extends { readonly computed?: RowActual }>({ computed, ...row }: Row): OpenedRow<Row> => {
    if (computed === undefined) return row;
    const evidence = evidenceAddress(bureau, computed, period, position);
    return { ...row, computed: { ...computed, title: titleOf(registry, computed.indicator), evidence } };
  };

export const shownDraft = (
  registry: Registry,
  found: FoundSheet,
  { rows, refusal, ...draft }: EvaluationDraft,
  period: Period,
  position: number,
): ShownDraft => ({
  ...draft,
  rows: rows.map(opened(registry, found, period, position)),
  refusal:
    refusal === null
      ? null
      : {
          code: refusal.code,
          title: titleOf(registry, refusal.code),
          details: refusal.details.map((detail) => ({ ...detail, title: titleOf(registry, detail.code) })),
        },
});

export const shownMonitoring = (
  registry: Registry,
  found: FoundSheet,
  { rows, ...draft }: MonitoringDraft,
  period: Period,
  position: number,
): ShownMonitoring => ({ ...draft, rows: rows.map(opened(registry, found, period, position)) });

/** Reads something of a sheet for exactly one recording position. */
export const readAt = async <Value>(
  platform: Platform,
  freshness: FreshnessWatch,
  asked: KnownQuery,
  read: (asOf: number | undefined) => Promise<Value>,
): Promise<{ readonly value: Value; readonly position: number; readonly freshness: Freshness }> => {
  const least = asked['min-position'];
  const asOf = asked.asOf === undefined ? undefined : await cutOffOf(platform, asked.asOf);
  return freshness.steady({ ...(least === undefined ? {} : { least }), ...(asOf === undefined ? {} : { asOf }) }, read);
};
