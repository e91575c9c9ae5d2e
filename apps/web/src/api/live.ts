import { ref } from 'vue';
import { urlOf } from './call.js';

/** A balance as it stands after it moved. */
export interface BalanceChange {
  readonly measure: string;
  readonly bureau: string;
  readonly office: string;
  /** YYYY-MM. */
  readonly month: string;
}
type Heard = (position: number, changes?: readonly BalanceChange[]) => void;

/** Whether the page hears of what moves. */
export const connected = ref(false);
const listeners = new Set<Heard>();
let source: EventSource | undefined;
let again: ReturnType<typeof setTimeout> | undefined;
const AGAIN = 3_000;

const tell = (message: MessageEvent<string>): void => {
  const { position, changes } = JSON.parse(message.data) as {
    readonly position: number;
    readonly changes?: readonly BalanceChange[];
  };
  for (const heard of listeners) heard(position, changes);
};

const open = (): void => {
  clearTimeout(again);
  source = new EventSource(urlOf('/v1/live'), { withCredentials: true });
  source.onopen = () => (connected.value = true);
  source.onerror = () => {
    connected.value = false;
    // A browser comes back by itself after a cut, with the last id; not after a refusal.
    if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN);
  };
  source.addEventListener('balances', tell as EventListener);
  source.addEventListener('resync', tell as EventListener);
};

/**
 * Calls whenever figures moved, with the position they stand at and what moved, or without where that is not known; gives what
 * ends it. One connection serves all.
 */
export const onMoved = (heard: Heard): (() => void) => {
  listeners.add(heard);
  if (listeners.size === 1) open();
  return () => {
    listeners.delete(heard);
    if (listeners.size > 0) return;
    clearTimeout(again);
    source?.close();
    connected.value = false;
  };
};
