import { onBeforeUnmount, onMounted } from 'vue';
import { type BalanceChange, onMoved } from '../api/live.js';

/**
 * Reads again when figures moved, as long as the component stands: `pause` milliseconds after the first move that concerns it,
 * so that what moves together is read once, with the position the figures stood at.
 */
export const useMoved = (
  load: (position: number) => unknown,
  pause: number,
  concerns: (changes: readonly BalanceChange[] | undefined) => boolean = () => true,
): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  onMounted(() => {
    stop = onMoved((position, changes) => {
      if (!concerns(changes)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        load(position);
      }, pause);
    });
  });
  onBeforeUnmount(() => {
    stop?.();
    clearTimeout(timer);
  });
};
