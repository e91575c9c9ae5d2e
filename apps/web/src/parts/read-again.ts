import { onBeforeUnmount, onMounted } from 'vue';
import { onMoved } from '../api/live.js';

/** Reads again a while after figures moved, once for all that moved meanwhile, as long as the page stands. Milliseconds. */
export const readAgainAfter = (wait: number, read: () => unknown): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  onMounted(() => {
    stop = onMoved(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void read();
      }, wait);
    });
  });
  onBeforeUnmount(() => {
    stop?.();
    clearTimeout(timer);
  });
};
