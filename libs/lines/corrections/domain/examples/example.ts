import type { DomainEvent } from '#kernel/event.js';
import { type Uuid, uuidV5 } from '#kernel/ids.js';

/** A believable payload of each event of a phase. */
export type Examples<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: Extract<Event, { type: Type }>['data'];
};

/** A made-up id that is the same in every run: `id('leave', '1')`. */
export const id = (...name: readonly string[]): Uuid => uuidV5('corrections', 'example', ...name);
