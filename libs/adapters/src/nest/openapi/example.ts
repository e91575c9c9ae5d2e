import type { Field, Fields } from '#kernel/schema.js';

/** Ids and codes that stand in the examples of the published document. */
export const EXAMPLE = {
  bureau: '430922',
  office: '43092201',
  streamId: '0190a6f0-0000-7000-8000-000000000001',
  record: '0190a6f0-0000-7000-8000-000000000002',
  person: '0190a6f0-0000-7000-8000-000000000003',
  day: '2023-03-06',
} as const;

const ofPattern = (pattern: string | undefined): string => {
  const digits = /^\^\\d\{(\d+)\}\$$/.exec(pattern ?? '')?.[1];
  return digits === undefined ? '示例' : EXAMPLE.bureau.padEnd(Number(digits), '0').slice(0, Number(digits));
};

const exampleValue = (field: Field): unknown => {
  switch (field.kind) {
    case 'date':
      return EXAMPLE.day;
    case 'instant':
      return `${EXAMPLE.day}T01:30:00.000Z`;
    case 'ref':
      return field.to === 'person' ? EXAMPLE.person : EXAMPLE.record;
    case 'text':
      return field.example ?? ofPattern(field.pattern).slice(0, field.max);
    case 'count':
      return Math.max(field.min, Math.min(1, field.max));
    case 'decimal':
      return String(Math.max(field.min, Math.min(1, field.max)));
    case 'flag':
      return true;
    case 'patch':
      return { note: '更正说明' };
    case 'enum':
      return field.values[0];
    case 'list':
      return Array.from({ length: Math.max(1, field.min) }, () => exampleValue(field.of));
    case 'record':
      return exampleOf(field.fields);
    case 'optional':
      return exampleValue(field.of);
  }
};

/** A payload with every mandatory field filled in: right in form, whatever a rule may say to it. */
export const exampleOf = (fields: Fields): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.kind === 'optional' ? [] : [[name, exampleValue(field)]])),
  );
