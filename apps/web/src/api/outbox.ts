import { reactive } from 'vue';
import type { Receipt } from './answers.js';
import { NotReached, Refused, call } from './call.js';
import { own } from './session.js';

/** A command on its way: sent again under the same id until the API has answered. */
export interface Sending {
  readonly commandId: string;
  readonly title: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly begun: string;
  readonly by: string;
}

const KEPT = 'taizhang.outbox';
const AGAIN = 3_000;

const kept = (): Sending[] => JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as Sending[];

/** What has not been answered yet. It outlives a reload of the page, not the browser: it may name persons. */
export const waiting = reactive<Sending[]>(kept());
const keep = (): void => sessionStorage.setItem(KEPT, JSON.stringify(waiting));

const post = ({ path, body, headers, commandId }: Sending): Promise<Receipt> =>
  call<Receipt>('POST', path, { body, headers: { ...headers, 'idempotency-key': commandId } });

const drop = (sent: Sending): void => {
  const at = waiting.findIndex(({ commandId }) => commandId === sent.commandId);
  if (at >= 0) waiting.splice(at, 1);
  keep();
};

/**
 * Sends a command. Where nobody answers it is kept, and sent later under the same id.
 * @throws Refused; NotReached after it was kept
 */
export const send = async (sending: Omit<Sending, 'begun' | 'by'>): Promise<Receipt> => {
  const whole = { ...sending, begun: new Date().toISOString(), by: own.value?.user.userId ?? '' };
  try {
    return await post(whole);
  } catch (error) {
    if (error instanceof NotReached && !waiting.some(({ commandId }) => commandId === whole.commandId)) {
      waiting.push(whole);
      keep();
      setTimeout(sendWaiting, AGAIN);
    }
    throw error;
  }
};

/** What the API refused of what was sent later, newest last. */
export const refusedLater = reactive<{ readonly title: string; readonly reason: string }[]>([]);
const settled: ((sent: Sending, receipt: Receipt) => void)[] = [];
/** Called when a command that had to wait is on record. */
export const onSentLater = (tell: (sent: Sending, receipt: Receipt) => void): void => void settled.push(tell);

let sendingNow = false;
const sendWaiting = async (): Promise<void> => {
  if (sendingNow || own.value === undefined) return;
  sendingNow = true;
  try {
    for (const next of waiting.filter(({ by }) => by === own.value?.user.userId)) {
      try {
        const receipt = await post(next);
        drop(next);
        for (const tell of settled) tell(next, receipt);
      } catch (error) {
        if (!(error instanceof Refused)) return;
        if (error.problem.status === 401 || error.problem.status === 429 || error.problem.status >= 500) return;
        drop(next);
        refusedLater.push({ title: next.title, reason: error.message });
      }
    }
  } finally {
    sendingNow = false;
    if (waiting.length > 0) setTimeout(sendWaiting, AGAIN);
  }
};
window.addEventListener('online', () => void sendWaiting());
if (waiting.length > 0) setTimeout(sendWaiting, AGAIN);
