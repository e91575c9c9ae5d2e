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

/** Why something was refused, with every field it was refused for. */
export const allReasonsOf = (error: unknown): string => {
  const named = error instanceof Refused ? (error.problem.details ?? []) : [];
  const fields = named.flatMap(({ title, message, code }) => title ?? message ?? code);
  return [reasonOf(error), ...new Set(fields.filter((field) => field !== reasonOf(error)))].join('；');
};
