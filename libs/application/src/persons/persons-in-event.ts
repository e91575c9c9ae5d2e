import { newestShape } from '../history.js';
import type { Field, RecordedEvent, Uuid } from '../kernel.js';
import { recordEventName } from '../record-events.js';
import type { Registry } from '../registry.js';
import { idsInText } from './ids-in-text.js';

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
    return idsInText(JSON.stringify(event.data));
  try {
    return [...new Set(inFields(definition.fields, newestShape(stream, event) as Record<string, unknown>))];
  } catch {
    return idsInText(JSON.stringify(event.data));
  }
};
