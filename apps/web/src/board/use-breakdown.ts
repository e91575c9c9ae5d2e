import { type Ref, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { call } from '../api/call.js';
import { officeName } from '../api/catalogue.js';
import { type Watch, keepInSight, loseSight } from '../api/live.js';
import { reasonOf } from '../faults.js';
import type { Bar } from '../parts/bar-chart.js';

export interface Breakdown {
  readonly position: number;
  readonly title: string;
  readonly unit: string;
  readonly offices: readonly { readonly office: string; readonly printed: string; readonly value?: string | null }[];
  readonly total: { readonly printed: string };
}

/** A figure of each office, the largest first, told as it moves. It is told over the first of the periods in sight, which is the year. */
export const useBreakdown = (
  code: Ref<string | undefined>,
  scope: Ref<Readonly<Record<string, string>>>,
  period: Ref<string>,
) => {
  const found = ref<Breakdown>();
  const bars = ref<readonly Bar[]>([]);
  const fault = ref<string>();
  let stood = 0;
  const take = ({ position = 0, ...answer }: Partial<Breakdown>): void => {
    if (answer.offices === undefined || position < stood) return;
    stood = position;
    found.value = answer as Breakdown;
    bars.value = answer.offices
      .map(({ office, printed, value = null }) => ({
        ...{ key: office, name: officeName(office), printed },
        value: value === null ? null : Number(value),
      }))
      .sort((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity));
    fault.value = undefined;
  };
  let turn = 0;
  const load = async (): Promise<void> => {
    const mine = (turn += 1);
    if (code.value === undefined) return;
    try {
      const answer = await call<Partial<Breakdown>>('GET', `/v1/indicators/${encodeURIComponent(code.value)}/offices`, {
        query: { ...scope.value, period: period.value },
      });
      if (mine === turn) take(answer);
    } catch (error) {
      fault.value = reasonOf(error);
    }
  };
  const watched: Watch = {
    breakdown: ({ asked, code: told, ...answer }) => {
      if (told === code.value && asked === period.value) take(answer);
    },
    anew: load,
  };
  const begin = (): Promise<void> => {
    stood = 0;
    if (code.value !== undefined) keepInSight(watched, { 'by-office': code.value });
    return load();
  };
  onMounted(begin);
  onBeforeUnmount(() => loseSight(watched));
  watch([code, () => JSON.stringify(scope.value), period], begin);
  return { found, bars, fault };
};
