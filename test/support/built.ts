import type { DomainEvent } from '#kernel/event.js';

/** A believable payload of each event of a line. */
export type Examples<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: Extract<Event, { type: Type }>['data'];
};

/**
 * Builds events for specs from a line's examples: `built('training.SessionHeld', { attendance: 3 })`. A field given replaces
 * the example's, `undefined` removes it.
 */
export const builderOf =
  <Event extends DomainEvent>(examples: Examples<Event>) =>
  <Type extends Event['type']>(
    type: Type,
    data: Partial<Extract<Event, { type: Type }>['data']> = {},
  ): { readonly type: Type; readonly data: Extract<Event, { type: Type }>['data'] } => {
    const given = Object.entries({ ...examples[type], ...data }).filter(([, value]) => value !== undefined);
    return { type, data: Object.fromEntries(given) as never };
  };
