import type { EventDefinition } from '#kernel/event.js';

/** Definitions by their type; a phase of the procedure is one table, and tables are spread into a stream's. */
export const eventTable = <const Definitions extends readonly EventDefinition[]>(
  ...definitions: Definitions
): { readonly [Definition in Definitions[number] as Definition['type']]: Definition } =>
  Object.fromEntries(definitions.map((definition) => [definition.type, definition])) as never;
