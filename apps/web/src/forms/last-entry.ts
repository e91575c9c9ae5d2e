import type { FieldSchema } from '../api/catalogue.js';
import { own } from '../api/session.js';
import { kindOf } from './check-field.js';

/** What is kept of the last entry of a kind: choices, never words, persons or amounts. */
const keyOf = (command: string): string => `taizhang.last.${own.value?.user.userId ?? ''}.${command}`;

export const lastOf = (command: string): Readonly<Record<string, unknown>> =>
  JSON.parse(localStorage.getItem(keyOf(command)) ?? '{}') as Record<string, unknown>;

export const keepLast = (command: string, schema: FieldSchema, draft: Readonly<Record<string, unknown>>): void => {
  const kept = Object.entries(schema.properties ?? {}).filter(([, property]) =>
    ['choice', 'flag'].includes(kindOf(property)),
  );
  localStorage.setItem(keyOf(command), JSON.stringify(Object.fromEntries(kept.map(([name]) => [name, draft[name]]))));
};
