import type { CaseFile, StoredEvent } from '../api/answers.js';
import { type FieldSchema, type Line, codeTitle, lineOf, officeName, offices, streamOf } from '../api/catalogue.js';
import { may } from '../api/session.js';
import { kindOf } from '../forms/check-field.js';
import { say } from '../text.js';

/** The case a text names. */
interface Named {
  readonly type: string;
  readonly streamId: string;
}
/** What is told of an event: a title, the text beside it, and the case it names where the caller may see such. */
export type Told = readonly (readonly [title: string, text: string, named?: Named])[];

/** The payload of an event, as the command that records it takes it; nothing is known of one no command records. */
export const schemaOfEvent = ({ streamType }: CaseFile, { type }: StoredEvent): FieldSchema =>
  streamOf(streamType)?.commands.find(({ event }) => event === type)?.data ?? {};

/** The line and the register of the cases a field names, where all of them are of one line. */
const registerOf = (schema: FieldSchema | undefined): { readonly line: Line; readonly title: string } | undefined => {
  const [code, ...more] = schema?.['x-listed-in'] ?? [];
  const line = code === undefined ? undefined : lineOf(code);
  if (line === undefined || more.some((other) => lineOf(other) !== line)) return undefined;
  return { line, title: line.registers.find((register) => register.code === code)?.title ?? '' };
};

/** Which case a field names; nothing is said of an entry of one, nor of cases the caller may not read. */
const namedBy = (schema: FieldSchema | undefined, value: unknown): Named | undefined => {
  const register = registerOf(schema);
  if (register === undefined || schema?.['x-refers-to'] !== 'record' || typeof value !== 'string') return undefined;
  return may('records:read', register.line.staff) ? { type: register.line.code, streamId: value } : undefined;
};

const textOf = (file: CaseFile, schema: FieldSchema | undefined, value: unknown): string => {
  if (typeof value === 'string' && offices.value.some(({ code }) => code === value)) return officeName(value);
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => textOf(file, schema?.items, item)).join('、');
  if (schema === undefined) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  switch (kindOf(schema)) {
    case 'choice':
      return codeTitle(lineOf(file.streamType), schema['x-code-table'], value);
    case 'flag':
      return value === true ? say('field.yes') : say('field.no');
    case 'person':
    case 'record':
      return `${registerOf(schema)?.title ?? ''} ${String(value).slice(0, 8)}`.trim();
    case 'group':
      return Object.entries(value as object)
        .map(([name, item]) => {
          const property = schema.properties?.[name];
          return `${property?.title ?? name}：${textOf(file, property, item)}`;
        })
        .join('；');
    case 'decimal':
      return `${String(value)}${schema['x-unit'] ?? ''}`;
    case 'date':
    case 'instant':
    case 'whole':
    case 'text':
    case 'many':
      return String(value);
  }
};

interface Change {
  readonly field: string;
  /** JSON, as `after`; absent where the field was. */
  readonly before?: string;
  readonly after?: string;
}
/** What a correction or void says: why, and of a correction each field before and after. */
const ofRecord = (file: CaseFile, { data }: StoredEvent): Told => {
  const about = ((data['eventIds'] as readonly string[] | undefined) ?? [data['correctsEventId']]).filter(
    (id) => id !== undefined,
  );
  const events = file.events.filter(({ eventId }) => about.includes(eventId));
  const schema = events[0] === undefined ? undefined : schemaOfEvent(file, events[0]);
  const changes = (data['changes'] as readonly Change[] | undefined) ?? [];
  const side = (property: FieldSchema | undefined, json: string | undefined): string =>
    json === undefined ? '—' : textOf(file, property, JSON.parse(json));
  const reason =
    data['reason'] === undefined ? '' : codeTitle(lineOf(file.streamType), 'record.reason', data['reason']);
  const rows: Told = [
    [say('case.about'), events.map(({ title, occurredOn }) => `${occurredOn} ${title}`).join('、')],
    ...changes.map(({ field, before, after }): readonly [string, string] => {
      const property = schema?.properties?.[field];
      return [property?.title ?? field, `${side(property, before)} → ${side(property, after)}`];
    }),
    [say('case.reason'), reason],
    [say('case.explain'), String(data['note'] ?? '')],
  ];
  return rows.filter(([, text]) => text !== '');
};

const RECORD = /\.(CorrectionRequested|RecordCorrected|RecordVoided|CorrectionDeclined)$/;

/** An event of a case in words, as it stands after corrections. */
export const toldOf = (file: CaseFile, event: StoredEvent): Told => {
  if (RECORD.test(event.type)) return ofRecord(file, event);
  const { properties } = schemaOfEvent(file, event);
  return Object.entries(event.effective?.data ?? event.data).map(([name, value]) => {
    const property = properties?.[name];
    return [property?.title ?? name, textOf(file, property, value), namedBy(property, value)];
  });
};
