import { ref } from 'vue';
import { Refused } from '../api/call.js';
import { reasonOf } from '../faults.js';

/** What a page does and may fail at: why the last attempt failed stays until the next begins. */
export const useAttempt = () => {
  const fault = ref<string>();
  const busy = ref(false);
  /** Gives whether it worked. */
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    fault.value = undefined;
    busy.value = true;
    try {
      await work();
      return true;
    } catch (error) {
      fault.value = allReasonsOf(error);
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { fault, busy, attempt };
};

/** Why something was refused: every fault, with its place where only the place tells them apart. */
export const allReasonsOf = (error: unknown): string => {
  if (!(error instanceof Refused)) return reasonOf(error);
  const { title, code, details = [] } = error.problem;
  const faults = details.map((detail) =>
    code === 'invalid-data'
      ? [
          `${detail.at}：${detail.title ?? detail.code}`,
          ...(detail.message === undefined ? [] : [detail.message]),
        ].join('，')
      : (detail.title ?? detail.message ?? ''),
  );
  const told = [...new Set([title, ...faults])].filter((fault) => fault !== '');
  return details.length === 0 ? reasonOf(error) : told.join('；');
};
