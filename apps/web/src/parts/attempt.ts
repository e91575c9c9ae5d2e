import { computed, ref } from 'vue';
import { type FieldTitles, reasonOf } from '../faults.js';

/**
 * What a page does and may fail at: why the last attempt failed stays until the next begins, with the fields it is about as
 * `titleOf` calls them. Where there is more than one thing to do, `doing` tells by its key which is under way.
 */
export const useAttempt = (titleOf?: FieldTitles) => {
  const fault = ref<string>();
  const doing = ref<string>();
  const busy = computed(() => doing.value !== undefined);
  /** Gives whether it worked. */
  const attempt = async (work: () => Promise<unknown>, key = ''): Promise<boolean> => {
    fault.value = undefined;
    doing.value = key;
    try {
      await work();
      return true;
    } catch (error) {
      fault.value = reasonOf(error, titleOf);
      return false;
    } finally {
      doing.value = undefined;
    }
  };
  return { fault, busy, doing, attempt };
};
