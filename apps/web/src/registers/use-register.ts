import { type Ref, onMounted, ref, shallowRef, watch } from 'vue';
import type { Freshness, RegisterPage, RegisterRow } from '../api/answers.js';
import { call } from '../api/call.js';
import { reasonOf } from '../faults.js';

/** Rows fetched first, so that something is seen soon, and with each page after. */
const [FIRST, PAGE] = [100, 500];
/** Rows below those in sight that are had before somebody comes to them. */
const AHEAD = 400;

/** A row with its place in the list: several rows of one case may have one key, and one of a sealed person has none. */
export interface PlacedRow extends RegisterRow {
  readonly place: number;
}

/** The rows of a register, page behind page as somebody scrolls. */
export const useRegister = (code: Ref<string | undefined>, query: Ref<Readonly<Record<string, string>>>) => {
  // What a row holds does not change: hundreds of thousands of values need nobody to watch them.
  const rows = shallowRef<readonly PlacedRow[]>([]);
  const freshness = ref<Freshness>();
  const fault = ref<string>();
  const loading = ref(false);
  /** Whether there are rows that were not fetched. */
  const more = ref(false);
  let next: string | undefined;
  let latest = 0;

  const fetchPage = async (after: string | undefined): Promise<void> => {
    const mine = (latest += 1);
    loading.value = true;
    fault.value = undefined;
    try {
      const page = await call<RegisterPage>('GET', `/v1/registers/${code.value}`, {
        query: { ...query.value, limit: after === undefined ? FIRST : PAGE, after },
      });
      if (mine !== latest) return;
      const before = after === undefined ? [] : rows.value;
      rows.value = before.concat(page.rows.map((row, at) => ({ ...row, place: before.length + at })));
      next = page.next;
      more.value = next !== undefined;
      freshness.value = page.freshness;
    } catch (error) {
      if (mine === latest) fault.value = reasonOf(error);
    } finally {
      if (mine === latest) loading.value = false;
    }
  };
  const load = async (): Promise<void> => {
    if (code.value === undefined) return;
    next = undefined;
    await fetchPage(undefined);
  };
  const loadMore = async (): Promise<void> => {
    if (next !== undefined && !loading.value) await fetchPage(next);
  };
  /** Told the last row in sight, fetches on while that is near the end of what there is. */
  const see = async (last: number): Promise<void> => {
    if (last + AHEAD >= rows.value.length) await loadMore();
  };
  onMounted(load);
  watch([code, query], load);
  return { rows, freshness, fault, loading, more, loadMore, see };
};
