import { ref, watch } from 'vue';
import type { Ready } from './administration.js';
import { NotReached, Refused, call } from './call.js';
import { own } from './session.js';

/** What the API says of an installation that was made to be looked at. */
export interface DemoStand {
  readonly demo: boolean;
  /** Events in the log, and those among them that users recorded. */
  readonly events?: number;
  readonly recorded?: number;
  /** Why it cannot be removed from here. */
  readonly reason?: string;
}

/** How it stands with demo data here; undefined before that is known. */
export const demo = ref<DemoStand>();
export const readDemo = async (): Promise<void> => {
  demo.value = await call<DemoStand>('GET', '/v1/demo').catch(() => undefined);
};
watch(own, (now) => void (now === undefined ? (demo.value = undefined) : readDemo()));

/** Whether the demo is going: whatever the page shows and keeps is of something that will not be there. */
export const leaving = ref(false);

/** @throws Refused; NotReached */
export const removeDemo = async (confirmation: string): Promise<void> => {
  await call('POST', '/v1/demo/removal', { body: { confirmation } });
  leaving.value = true;
};

const AGAIN = 1_000;
/** Whether whoever answers still knows our session: what answers after the demo knows nobody. */
const stillKnown = async (): Promise<boolean> => {
  try {
    await call('GET', '/v1/sessions', { patience: 5_000 });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) return false;
    if (error instanceof NotReached || error instanceof Refused) return true;
    throw error;
  }
};

/** Whether nothing is recorded in what answers now. */
const isEmpty = async (): Promise<boolean> => {
  const { freshness } = await call<Ready>('GET', '/health/ready');
  return freshness?.head === 0;
};

/**
 * Waits until the server is back, then begins anew: nothing this browser kept is of what there is now. Where the demo is still
 * there, because somebody else was at work on it, that is said.
 */
export const beginAnew = async (kept: readonly string[]): Promise<void> => {
  while (await stillKnown()) await new Promise((resolve) => setTimeout(resolve, AGAIN));
  const gone = await isEmpty().catch(() => true);
  const looks = kept.map((key) => [key, localStorage.getItem(key)] as const);
  sessionStorage.clear();
  localStorage.clear();
  for (const [key, value] of looks) if (value !== null) localStorage.setItem(key, value);
  location.hash = `#/sign-in?step=${gone ? 'setup' : 'kept'}`;
  location.reload();
};
