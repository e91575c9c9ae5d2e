import type { Upcaster } from '#kernel/decider.js';
import type { EventType } from './events/index.js';

/** Steps from old payloads to the newest shape. Every event is in its first version; the first step comes with a spec. */
export const upcasters: { readonly [Type in EventType]?: Readonly<Record<number, Upcaster>> } = {};
