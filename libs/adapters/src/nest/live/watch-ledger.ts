import type { Log } from '../../log.js';
import type { Platform } from '../../platform/platform.js';
import type { LiveHub } from './live-hub.js';

/** Milliseconds between two looks. */
const LOOK = 80;
/** Positions after which listeners are asked to read anew rather than told of each balance that moved. */
const MOST = 20_000;

/**
 * Tells a hub what other processes have moved: looks again and again how far the figures are, and reads what moved since.
 * Gives the way to stop.
 */
export const watchLedger = (
  { ledger, changedBalances }: Pick<Platform, 'ledger' | 'changedBalances'>,
  hub: LiveHub,
  from: number,
  log: Log,
): (() => void) => {
  let last = from;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const { position } = await ledger.watermark();
    if (stopped || position <= last) return;
    if (position - last > MOST) hub.lose(position);
    else hub.take(await changedBalances(last, position), position);
    last = position;
  };
  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => log('warn', 'cannot see how far the figures are', { message: String(error) }))
        .finally(next);
    }, LOOK);
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};
