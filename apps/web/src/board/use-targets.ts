import { type Ref, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { NotReached, call } from '../api/call.js';
import { own } from '../api/session.js';
import type { EvaluationDraft, Monitoring, MonitoredRow, Sheet } from '../api/sheets.js';
import { reasonOf } from '../faults.js';
import { useMoved } from '../parts/moved.js';
import { monthEndIn } from '../parts/period.js';
import { someTime } from './some-time.js';

export interface TargetRow extends MonitoredRow {
  readonly sheet: Sheet;
  /** As it stands now, beside the month end the pace is told at. */
  readonly now: string;
  /** Since when it is known to lie behind, where an alert tells. */
  readonly since?: string;
}
export interface SheetMoney {
  readonly sheet: Sheet;
  readonly money: NonNullable<Monitoring['money']>;
}
/** Milliseconds between two readings at the least: a sheet counts all its rows anew. */
const AGAIN = 15_000;
const ALERTS = 200;

interface PaceAlert {
  readonly streamId: string;
  readonly openedOn: string;
  readonly evidence: { readonly row?: string };
}
/** Alerts of targets that lie behind; none for who may not read them. */
const paceAlerts = async (scope: Readonly<Record<string, string>>): Promise<readonly PaceAlert[]> => {
  if (own.value?.may.includes('records:read') !== true) return [];
  const query = { ...scope, kind: 'pace', state: 'open', limit: ALERTS };
  const found = await call<{ readonly alerts: readonly PaceAlert[] }>('GET', '/v1/alerts', { query }).catch(
    () => undefined,
  );
  return found?.alerts ?? [];
};

/** Those behind first, then those with the least ahead of the calendar. */
const farther = (one: TargetRow, other: TargetRow): number =>
  Number(other.behind === true) - Number(one.behind === true) || Number(one.gap ?? 0) - Number(other.gap ?? 0);

/**
 * Targets of the sheets of a year with a number, those behind first, and the money of each sheet: at the newest month end that
 * is over, and as they stand now.
 */
export const useTargets = (scope: Ref<Readonly<Record<string, string>>>, month: Ref<string>) => {
  const rows = ref<readonly TargetRow[]>([]);
  const money = ref<readonly SheetMoney[]>([]);
  const elapsed = ref('');
  const monthEnd = ref<string>();
  const fault = ref<string>();
  const loaded = ref(false);
  let turn = 0;
  const load = async (): Promise<void> => {
    const mine = (turn += 1);
    const end = monthEndIn(month.value);
    try {
      const { sheets } = await call<{ readonly sheets: readonly Sheet[] }>('GET', '/v1/performance-sheets', {
        query: { ...scope.value, year: month.value.slice(0, 4) },
      });
      const monitored: { monitoring: Monitoring; draft: EvaluationDraft | undefined }[] = [];
      for (const { streamId } of end === undefined ? [] : sheets) {
        const monitoring = await call<Monitoring>('GET', `/v1/performance-sheets/${streamId}/monitoring`, {
          query: { monthEnd: end },
        });
        const draft = await call<EvaluationDraft>('GET', `/v1/performance-sheets/${streamId}/draft`).catch(
          () => undefined,
        );
        if (mine !== turn) return;
        if ((monitoring as Partial<Monitoring>).rows !== undefined) monitored.push({ monitoring, draft });
      }
      const alerts = monitored.length === 0 ? [] : await paceAlerts(scope.value);
      if (mine !== turn) return;
      const since = ({ streamId }: Sheet, row: string): { since?: string } => {
        const alert = alerts.find((one) => one.streamId === streamId && one.evidence.row === row);
        return alert === undefined ? {} : { since: alert.openedOn };
      };
      monthEnd.value = end;
      elapsed.value = monitored[0]?.monitoring.elapsed ?? '';
      rows.value = monitored
        .flatMap(({ monitoring, draft }) =>
          monitoring.rows
            .filter(({ completion }) => completion !== null)
            .map((row) => ({
              ...row,
              sheet: monitoring.sheet,
              ...since(monitoring.sheet, row.id),
              now: draft?.rows?.find(({ id }) => id === row.id)?.computed?.printed ?? '',
            })),
        )
        .sort(farther);
      money.value = monitored.flatMap(({ monitoring: { sheet, money: spent } }) =>
        spent === null ? [] : [{ sheet, money: spent }],
      );
      fault.value = undefined;
    } catch (error) {
      if (mine === turn && !(error instanceof NotReached)) fault.value = reasonOf(error);
    } finally {
      if (mine === turn) loaded.value = true;
    }
  };
  useMoved(load, someTime(AGAIN));
  onMounted(load);
  onBeforeUnmount(() => (turn += 1));
  watch([() => JSON.stringify(scope.value), month], load);
  return { rows, money, elapsed, monthEnd, fault, loaded };
};
export type Targets = ReturnType<typeof useTargets>;
