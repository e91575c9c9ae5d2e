import type { Uuid } from '../kernel.js';
import type { Demo } from '../ports/demo.js';

/** What whoever removes a demo types, in the one language or the other. */
export const confirmations = ['清除演示数据', 'remove demo data'] as const;

/** Why a process does not remove the demo it serves: it does not hold all of it in its own hands. */
export const obstacles = ['demo-distributed', 'demo-database-elsewhere', 'demo-keys-elsewhere'] as const;
export type Obstacle = (typeof obstacles)[number];

/** How a process removes the demo it serves. */
export type DemoRemoval =
  | { readonly obstacle: Obstacle }
  | {
      /** Puts on record that this very log goes, and has the process open again without it; returns before it does. */
      begin(logId: Uuid): Promise<void>;
    };

/** What a page is told of the demo it shows. */
export type DemoStand =
  | { readonly demo: false }
  | ({ readonly demo: true; readonly obstacle?: Obstacle } & Pick<Demo, 'events' | 'recorded'>);
