import { ref } from 'vue';
import type { Figures } from './answers.js';
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

/** What is kept in sight, as the stream of events takes it: a scope, `codes` and `periods`, or a code `by-office`. */
export type Sight = Readonly<Record<string, string>>;
/** Told of what moves in sight: as reading it would answer, and the period as it was asked for. */
export interface Watch {
  readonly figures?: (found: Figures & { readonly asked: string }) => void;
  readonly breakdown?: (found: object & { readonly asked: string; readonly code: string }) => void;
  /** Something may have been missed: it is to be read anew. */
  readonly anew: () => void;
}

/** Whether the page hears of what moves. */
export const connected = ref(false);
const listeners = new Set<Heard>();
const watches = new Map<Watch, Sight>();
/** The connection, and those before it until it stands: so nothing falls between two of them. */
const sources: EventSource[] = [];
let opened: string | undefined;
let again: ReturnType<typeof setTimeout> | undefined;
const AGAIN = 3_000;

const anew = (): void => {
  for (const watch of watches.keys()) watch.anew();
};
const tellMoves = ({ data }: MessageEvent<string>): void => {
  const { position, changes } = JSON.parse(data) as {
    readonly position: number;
    readonly changes?: readonly BalanceChange[];
  };
  for (const heard of listeners) heard(position, changes);
  if (changes === undefined) anew();
};
const tellOf =
  (kind: 'figures' | 'breakdown') =>
  ({ data }: MessageEvent<string>): void => {
    const found = JSON.parse(data) as Figures & { readonly asked: string; readonly code: string };
    for (const watch of watches.keys()) watch[kind]?.(found);
  };

const closeAllBut = (kept?: EventSource): void => {
  for (const source of sources.splice(0)) if (source !== kept) source.close();
  if (kept !== undefined) sources.push(kept);
};
const open = (url: string): void => {
  clearTimeout(again);
  opened = url;
  const source = new EventSource(url, { withCredentials: true });
  sources.push(source);
  let wasCut = false;
  source.onopen = () => {
    connected.value = true;
    if (sources.includes(source)) closeAllBut(source);
    if (wasCut) anew();
    wasCut = false;
  };
  source.onerror = () => {
    connected.value = false;
    wasCut = true;
    // A browser comes back by itself after a cut, with the last id; not after a refusal.
    if (source.readyState === EventSource.CLOSED && sources.at(-1) === source) {
      sources.pop();
      again = setTimeout(() => {
        opened = undefined;
        settle();
        anew();
      }, AGAIN);
    }
  };
  source.addEventListener('balances', tellMoves as EventListener);
  source.addEventListener('resync', tellMoves as EventListener);
  source.addEventListener('figures', tellOf('figures') as EventListener);
  source.addEventListener('breakdown', tellOf('breakdown') as EventListener);
};

/** Opens, opens anew or ends the one connection, as those who listen now need it. */
const settle = (): void => {
  if (listeners.size === 0 && watches.size === 0) {
    clearTimeout(again);
    closeAllBut();
    opened = undefined;
    connected.value = false;
    return;
  }
  const url = urlOf('/v1/live', Object.assign({}, ...watches.values()) as Sight);
  if (url !== opened) open(url);
};
/** What comes and goes together is one connection. */
const settleSoon = (): void => queueMicrotask(settle);

/**
 * Calls whenever figures moved, with the position they stand at and what moved, or without where that is not known; gives what
 * ends it. One connection serves all.
 */
export const onMoved = (heard: Heard): (() => void) => {
  listeners.add(heard);
  settleSoon();
  return () => {
    listeners.delete(heard);
    settleSoon();
  };
};

/** Tells of what moves in a sight; what several keep in sight is told over the same connection. To be called again as the sight changes. */
export const keepInSight = (watch: Watch, sight: Sight): void => {
  watches.set(watch, sight);
  settleSoon();
};
export const loseSight = (watch: Watch): void => {
  watches.delete(watch);
  settleSoon();
};
