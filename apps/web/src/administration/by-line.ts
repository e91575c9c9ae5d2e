import { type Ref, computed, onMounted, ref } from 'vue';
import { call } from '../api/call.js';
import { useAttempt } from '../parts/attempt.js';

interface OfLine {
  readonly code: string;
  readonly title: string;
}

/** Chosen where all lines are wanted. */
export const ALL = 'all';

/** Something every line has, read once; shown of one line at first, or of all. */
export const useByLine = <One extends OfLine>(path: string) => {
  const lines = ref([]) as Ref<readonly One[]>;
  const line = ref(ALL);
  const { fault, attempt } = useAttempt();
  onMounted(() =>
    attempt(async () => {
      lines.value = (await call<{ readonly lines: readonly One[] }>('GET', path)).lines;
      line.value = lines.value[0]?.code ?? ALL;
    }),
  );
  const shown = computed(() => lines.value.filter(({ code }) => line.value === ALL || code === line.value));
  return { lines, line, shown, fault };
};
