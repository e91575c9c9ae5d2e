import type { DemoRemoval, Obstacle } from '#application/demo/removal.js';
import { liesWithin } from '../postgres/backup/backup-key.js';
import { writeOrder } from '../postgres/demo/removal-order.js';
import type { SelfContainedSettings } from '../settings.js';

export interface OfferedRemoval {
  readonly removal: DemoRemoval;
  /** Settles when the removal is ordered; the process then closes everything and opens again. */
  readonly ordered: Promise<void>;
}

const obstacleIn = (settings: SelfContainedSettings, distributed: boolean): Obstacle | undefined => {
  const { DATA_DIR, DATABASE_URL, KEY_FILE, KEY_DEVICE, ANCHORS_FILE } = settings;
  if (distributed) return 'demo-distributed';
  if (DATABASE_URL !== undefined) return 'demo-database-elsewhere';
  const apart = KEY_DEVICE !== undefined || ![KEY_FILE, ANCHORS_FILE].every((file) => liesWithin(file, DATA_DIR));
  return apart ? 'demo-keys-elsewhere' : undefined;
};

/** How a process with these settings removes the demo it serves; `distributed` where others work beside it. */
export const offerRemoval = (settings: SelfContainedSettings, distributed: boolean): OfferedRemoval => {
  const obstacle = obstacleIn(settings, distributed);
  if (obstacle !== undefined) return { removal: { obstacle }, ordered: new Promise(() => undefined) };
  const { promise, resolve } = Promise.withResolvers<void>();
  const begin: Extract<DemoRemoval, { begin: unknown }>['begin'] = async (logId) => {
    await writeOrder(settings.DATA_DIR, { logId });
    resolve();
  };
  return { removal: { begin }, ordered: promise };
};
