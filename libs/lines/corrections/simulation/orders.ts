import type { SimulatedCommand } from '#application/case-binding.js';
import type { EventDefinition } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { type DataOfEvent, type EventType, events } from '../domain/events/index.js';

/** Where a command goes, and who says yes beside the clerk where a soft rule asks for it. */
export interface To {
  readonly streamId: Uuid;
  readonly office: string;
  readonly approvedBy?: string;
}

/** Writes the command that records an event, dated as the event is; the payload is checked where it is written. */
export const order = <Type extends EventType>(type: Type, to: To, data: DataOfEvent<Type>): SimulatedCommand => {
  const definition: EventDefinition = events[type];
  const line = type.slice(0, type.indexOf('.'));
  const on = (data as Readonly<Record<string, string>>)[definition.datedBy] as string;
  return { type: `${line}.${definition.command}`, ...to, data, on };
};
