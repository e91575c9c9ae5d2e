import { type Ref, computed, onBeforeUnmount, onMounted, reactive, ref, watch } from 'vue';
import type { Figures, Freshness, Value } from '../api/answers.js';
import { call } from '../api/call.js';
import { type Watch, keepInSight, loseSight } from '../api/live.js';
import { reasonOf } from '../faults.js';
import { yearBefore, yearTo } from '../parts/period.js';
import { someTime } from './some-time.js';

export type Column = 'month' | 'before' | 'year';
/** An indicator that moved while somebody looked, in one column or several. */
export interface Move {
  readonly code: string;
  readonly title: string;
  readonly at: Date;
  readonly columns: Readonly<Partial<Record<Column, { readonly from: string; readonly to: string }>>>;
}

/** Milliseconds what moved stays marked. */
const MARKED = 6_000;
/** Milliseconds within which an event moves all columns of an indicator. */
const TOGETHER = 2_000;
/** Milliseconds after which everything is read anew, whatever was heard. */
const ANEW = 120_000;
/** Codes the API takes at once. */
const AT_ONCE = 150;
const MOVES = 8;

const chunks = (codes: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(codes.length / AT_ONCE) }, (_, at) => codes.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

/**
 * Figures of a month, of the same month a year before, and of the year so far, told as they move; what changed stays marked for
 * some seconds.
 */
export const useFigures = (
  codes: Ref<readonly string[]>,
  scope: Ref<Readonly<Record<string, string>>>,
  month: Ref<string>,
) => {
  const values: Record<Column, Map<string, Value>> = reactive({
    month: new Map(),
    before: new Map(),
    year: new Map(),
  });
  const freshness = ref<Freshness>();
  const fault = ref<string>();
  const loaded = ref(false);
  const marked = reactive(new Set<string>());
  const moves = ref<readonly Move[]>([]);
  const periods = computed<Record<Column, string>>(() => ({
    month: month.value,
    before: yearBefore(month.value),
    year: yearTo(month.value),
  }));

  const fetchOf = (column: Column): Promise<readonly Partial<Figures>[]> =>
    Promise.all(
      chunks(codes.value).map((some) =>
        call<Partial<Figures>>('GET', '/v1/indicators', {
          query: { ...scope.value, period: periods.value[column], codes: some.join(',') },
        }),
      ),
    );
  const mark = (column: Column, value: Value, from: string): void => {
    const key = `${column} ${value.code}`;
    marked.add(key);
    setTimeout(() => marked.delete(key), MARKED);
    const { code, title, printed: to } = value;
    const now = Date.now();
    const same = (move: Move): boolean =>
      move.code === code && move.columns[column] === undefined && now - move.at.getTime() < TOGETHER;
    const begun = moves.value.find(same);
    const move = {
      code,
      title,
      at: begun?.at ?? new Date(now),
      columns: { ...begun?.columns, [column]: { from, to } },
    };
    moves.value = begun
      ? moves.value.map((one) => (one === begun ? move : one))
      : [move, ...moves.value].slice(0, MOVES);
  };
  /** Position each figure stands at: what was asked for earlier may be answered later. */
  const stood = new Map<string, number>();
  const take = (column: Column, { values: found = [], position = 0, freshness: fresh }: Partial<Figures>): void => {
    if (fresh !== undefined) freshness.value = fresh;
    for (const value of found) {
      const key = `${column} ${value.code}`;
      const before = stood.get(key);
      if (position < (before ?? 0)) continue;
      stood.set(key, position);
      const known = before === undefined ? undefined : values[column].get(value.code);
      if (known !== undefined && known.printed !== value.printed) mark(column, value, known.printed);
      values[column].set(value.code, value);
    }
  };
  const columns: readonly Column[] = ['month', 'year', 'before'];
  let turn = 0;
  const load = async (): Promise<void> => {
    const mine = (turn += 1);
    if (codes.value.length === 0) return;
    try {
      const found = await Promise.all(columns.map(fetchOf));
      if (mine !== turn) return;
      columns.forEach((column, at) => found[at]?.forEach((page) => take(column, page)));
      loaded.value = true;
      fault.value = undefined;
    } catch (error) {
      fault.value = reasonOf(error);
    }
  };
  /** Other figures than before: what stands now stands until theirs are known, and has not moved. */
  const begin = (): Promise<void> => {
    stood.clear();
    if (codes.value.length > 0) {
      const asked = [periods.value.year, periods.value.month, periods.value.before];
      keepInSight(watched, { ...scope.value, codes: codes.value.join(','), periods: [...new Set(asked)].join(',') });
    }
    return load();
  };
  const watched: Watch = {
    figures: ({ asked, ...found }) =>
      columns.filter((one) => periods.value[one] === asked).forEach((one) => take(one, found)),
    anew: load,
  };
  let anew: ReturnType<typeof setInterval> | undefined;
  onMounted(async () => {
    anew = setInterval(() => void load(), someTime(ANEW));
    await begin();
  });
  onBeforeUnmount(() => {
    clearInterval(anew);
    loseSight(watched);
  });
  watch([() => codes.value.join(), () => JSON.stringify(scope.value), month], begin);

  return { values, periods, freshness, fault, loaded, marked, moves };
};
export type Board = ReturnType<typeof useFigures>;
