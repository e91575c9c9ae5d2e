import type { Upcaster } from '#kernel/decider.js';
import type { EventType } from './events/index.js';

/**
 * Steps from old payloads to the newest shape, by event type and the version they start from. Every event is in its first
 * version, so there is none; the first comes with a spec over a real old payload.
 */
export const upcasters: { readonly [Type in EventType]?: Readonly<Record<number, Upcaster>> } = {};
