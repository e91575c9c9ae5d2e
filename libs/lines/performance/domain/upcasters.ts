import type { Upcaster } from '#kernel/decider.js';
import type { EventType } from './events.js';

/** Steps from old payloads to the newest shape. Every event is in its first version, so there is none. */
export const upcasters: { readonly [Type in EventType]?: Readonly<Record<number, Upcaster>> } = {};
