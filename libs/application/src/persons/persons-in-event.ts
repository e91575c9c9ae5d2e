import { newestShape } from '../history.js';
import type { Field, RecordedEvent, Uuid } from '../kernel.js';
import { recordEventName } from '../record-events.js';
import type { Registry } from '../registry.js';

const ANY = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

const inField = (field: Field, value: unknown): readonly Uuid[] => {
  if (value === undefined || value === null) return [];
  switch (field.kind) {
    case 'ref':
      return field.to === 'person' ? [value as Uuid] : [];
    case 'optional':
      return inField(field.of, value);
    case 'list':
      return (value as readonly unknown[]).flatMap((item) => inField(field.of, item));
    case 'record':
      return inFields(field.fields, value as Readonly<Record<string, unknown>>);
    default:
      return [];
  }
};

const inFields = (fields: Readonly<Record<string, Field>>, data: Readonly<Record<string, unknown>>): readonly Uuid[] =>
  Object.entries(fields).flatMap(([name, field]) => inField(field, data[name]));

/**
 * The persons an event names, by the schema of its payload. Of a correction, whose payload has no schema of its own, and of an
 * event no line knows, every id: who looks for a person finds him, and an id that is no person's is never looked for.
 */
export const personsIn = (registry: Registry, event: RecordedEvent): readonly Uuid[] => {
  const stream = registry.stream(event.streamType)?.stream;
  const definition = registry.event(event.type);
  if (recordEventName(event.type) !== undefined || stream === undefined || definition === undefined)
    return [...new Set(JSON.stringify(event.data).match(ANY) ?? [])];
  try {
    return [...new Set(inFields(definition.fields, newestShape(stream, event) as Record<string, unknown>))];
  } catch {
    return [...new Set(JSON.stringify(event.data).match(ANY) ?? [])];
  }
};
