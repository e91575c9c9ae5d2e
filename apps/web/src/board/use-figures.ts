import { type Ref, computed, onBeforeUnmount, onMounted, reactive, ref, watch } from 'vue';
import type { Figures, Freshness, Value } from '../api/answers.js';
import { call } from '../api/call.js';
import { lines } from '../api/catalogue.js';
import { type BalanceChange, onMoved } from '../api/live.js';
import { reasonOf } from '../faults.js';
import { yearBefore, yearTo } from '../parts/period.js';

export type Column = 'month' | 'before' | 'year';
/** A figure that moved while somebody looked. */
export interface Move {
  readonly code: string;
  readonly title: string;
  readonly column: Column;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
}

/** Milliseconds before what moved is read, so that what moves together is read together. */
const SETTLE = 150;
/** Milliseconds between two readings at the least: where much moves, it is read twice a second. */
const BETWEEN = 500;
/** Milliseconds what moved stays marked. */
const MARKED = 6_000;
/** Milliseconds after which everything is read anew, whatever was heard. */
const ANEW = 120_000;
/** Codes the API takes at once. */
const AT_ONCE = 150;
const MOVES = 8;

const chunks = (codes: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(codes.length / AT_ONCE) }, (_, at) => codes.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

/** Lines whose balances moved; undefined where that cannot be told. */
const movedLines = (changes: readonly BalanceChange[], bureau: string | undefined): ReadonlySet<string> =>
  new Set(
    changes
      .filter((change) => bureau === undefined || change.bureau === bureau)
      .flatMap(({ measure }) =>
        lines.value.filter(({ measures }) => measures.some(({ code }) => code === measure)).map(({ code }) => code),
      ),
  );
const codesOf = (line: string): ReadonlySet<string> =>
  new Set(lines.value.find(({ code }) => code === line)?.indicators.map(({ code }) => code));

/**
 * Figures of a month, of the same month a year before, and of the year so far. They are read again as they move, only those of
 * the lines that moved; what changed stays marked for some seconds.
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

  const fetchOf = async (column: Column, wanted: readonly string[], position?: number): Promise<readonly Value[]> => {
    const period = periods.value[column];
    const pages = await Promise.all(
      chunks(wanted).map((some) =>
        call<Partial<Figures>>('GET', '/v1/indicators', {
          query: { ...scope.value, period, codes: some.join(','), 'min-position': position },
        }),
      ),
    );
    for (const page of pages) if (page.freshness !== undefined) freshness.value = page.freshness;
    return pages.flatMap((page) => page.values ?? []);
  };
  const mark = (column: Column, value: Value, from: string): void => {
    const key = `${column} ${value.code}`;
    marked.add(key);
    setTimeout(() => marked.delete(key), MARKED);
    const move = { code: value.code, title: value.title, column, from, to: value.printed, at: new Date() };
    moves.value = [move, ...moves.value].slice(0, MOVES);
  };
  const take = (column: Column, found: readonly Value[], heard: boolean): void => {
    for (const value of found) {
      const known = values[column].get(value.code);
      if (heard && known !== undefined && known.printed !== value.printed) mark(column, value, known.printed);
      values[column].set(value.code, value);
    }
  };
  let turn = 0;
  const load = async (): Promise<void> => {
    const mine = (turn += 1);
    const wanted = codes.value;
    if (wanted.length === 0) return;
    try {
      const columns: readonly Column[] = ['month', 'year', 'before'];
      const found = await Promise.all(columns.map((column) => fetchOf(column, wanted)));
      if (mine !== turn) return;
      columns.forEach((column, at) => {
        values[column].clear();
        take(column, found[at] ?? [], false);
      });
      loaded.value = true;
      fault.value = undefined;
    } catch (error) {
      fault.value = reasonOf(error);
    }
  };

  // ---- what moves
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let waiting: { position: number; lines: ReadonlySet<string> | 'all' } | undefined;
  const read = async (): Promise<void> => {
    timer = undefined;
    if (reading || waiting === undefined) return;
    const { position, lines: which } = waiting;
    waiting = undefined;
    reading = true;
    const mine = turn;
    const touched = which === 'all' ? undefined : new Set([...which].flatMap((line) => [...codesOf(line)]));
    const wanted = codes.value.filter((code) => touched?.has(code) ?? true);
    try {
      if (wanted.length > 0)
        for (const column of ['month', 'year'] as const) {
          const found = await fetchOf(column, wanted, position);
          // The figures do not yet include it: asked again in a moment.
          if (found.length === 0) waiting ??= { position, lines: which };
          if (mine === turn) take(column, found, true);
        }
      fault.value = undefined;
    } catch (error) {
      fault.value = reasonOf(error);
    } finally {
      setTimeout(() => {
        reading = false;
        if (waiting !== undefined) timer ??= setTimeout(() => void read(), SETTLE);
      }, BETWEEN - SETTLE);
    }
  };
  const hear = (position: number, changes?: readonly BalanceChange[]): void => {
    const moved = changes === undefined ? undefined : movedLines(changes, scope.value['bureau']);
    if (moved?.size === 0) return;
    const all = moved === undefined || waiting?.lines === 'all';
    waiting = {
      position: Math.max(position, waiting?.position ?? 0),
      lines: all ? 'all' : new Set([...(waiting === undefined ? [] : waiting.lines), ...moved]),
    };
    if (!reading) timer ??= setTimeout(() => void read(), SETTLE);
  };
  let stop: (() => void) | undefined;
  let anew: ReturnType<typeof setInterval> | undefined;
  onMounted(async () => {
    stop = onMoved(hear);
    anew = setInterval(() => hear(0), ANEW);
    await load();
  });
  onBeforeUnmount(() => {
    stop?.();
    clearInterval(anew);
    clearTimeout(timer);
    waiting = undefined;
  });
  watch([() => codes.value.join(), () => JSON.stringify(scope.value), month], load);

  return { values, periods, freshness, fault, loaded, marked, moves };
};
export type Board = ReturnType<typeof useFigures>;
