import { type Ref, onMounted, ref, watch } from 'vue';
import { call } from '../api/call.js';
import { lines, officeName } from '../api/catalogue.js';
import type { BalanceChange } from '../api/live.js';
import { reasonOf } from '../faults.js';
import type { Bar } from '../parts/bar-chart.js';
import { useMoved } from '../parts/moved.js';

export interface Breakdown {
  readonly title: string;
  readonly unit: string;
  readonly offices: readonly { readonly office: string; readonly printed: string; readonly value?: string | null }[];
  readonly total: { readonly printed: string };
}
const SETTLE = 700;

/** A figure of each office, the largest first; read again when its line moves. */
export const useBreakdown = (
  code: Ref<string | undefined>,
  scope: Ref<Readonly<Record<string, string>>>,
  period: Ref<string>,
) => {
  const found = ref<Breakdown>();
  const bars = ref<readonly Bar[]>([]);
  const fault = ref<string>();
  let turn = 0;
  const load = async (position?: number): Promise<void> => {
    const mine = (turn += 1);
    if (code.value === undefined) return;
    try {
      const answer = await call<Partial<Breakdown>>('GET', `/v1/indicators/${encodeURIComponent(code.value)}/offices`, {
        query: { ...scope.value, period: period.value, 'min-position': position },
      });
      if (mine !== turn || answer.offices === undefined) return;
      found.value = answer as Breakdown;
      bars.value = answer.offices
        .map(({ office, printed, value = null }) => ({
          ...{ key: office, name: officeName(office), printed },
          value: value === null ? null : Number(value),
        }))
        .sort((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity));
      fault.value = undefined;
    } catch (error) {
      fault.value = reasonOf(error);
    }
  };
  const concerns = (changes: readonly BalanceChange[] | undefined): boolean => {
    const line = lines.value.find(({ indicators }) => indicators.some((one) => one.code === code.value));
    return changes === undefined || changes.some((change) => line?.measures.some((one) => one.code === change.measure));
  };
  useMoved(load, SETTLE, concerns);
  onMounted(() => load());
  watch([code, () => JSON.stringify(scope.value), period], () => load());
  return { found, bars, fault };
};
