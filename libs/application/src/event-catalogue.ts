import type { LineDefinition } from './define-line.js';
import { topicsOf } from './line-topics.js';
import { type EventDefinition, type Term } from './kernel.js';
import { recordEventsOf } from './record-events.js';
import { type JsonSchema, jsonSchemaOf } from '#kernel/json-schema.js';

/** A document of the catalogue: its path below the folder, and what is in it. */
export interface CatalogueFile {
  readonly path: string;
  readonly content: JsonSchema;
}

/** Every event that can stand in the log of a line, in the order of declaration. */
export const eventsOfLine = (line: LineDefinition): readonly EventDefinition[] => [
  ...line.streams.flatMap((stream) => Object.values<EventDefinition>(stream.events)),
  ...recordEventsOf(line.code),
];

const nameOf = ({ type }: EventDefinition): string => type.slice(type.indexOf('.') + 1);

export const schemaPath = (line: string, definition: EventDefinition): string =>
  `${line}/${nameOf(definition)}.v${definition.schemaVersion}.schema.json`;

/** The published schema of an event's payload. */
const schemaOf = (
  definition: EventDefinition,
  zh: string,
  example: (definition: EventDefinition) => object,
): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:taizhang:event:${definition.type}:v${definition.schemaVersion}`,
  title: zh,
  description: `${definition.type}, recorded by ${definition.command}; its business date is ${definition.datedBy}.`,
  'x-dated-by': definition.datedBy,
  ...jsonSchemaOf(definition.fields),
  examples: [example(definition)],
});

export interface CatalogueParts {
  readonly lines: readonly LineDefinition[];
  readonly terms: Readonly<Record<string, Term>>;
  /** A payload that is right in form. */
  readonly example: (definition: EventDefinition) => object;
  readonly version: string;
}

/** One JSON Schema per event type and version in force. */
export const schemaFiles = ({ lines, terms, example }: CatalogueParts): readonly CatalogueFile[] =>
  lines.flatMap((line) =>
    eventsOfLine(line).map((definition) => {
      const term: Term | undefined = line.terms[definition.type] ?? terms[`record.${nameOf(definition)}`];
      const content = schemaOf(definition, term?.zh ?? definition.type, example);
      return { path: schemaPath(line.code, definition), content };
    }),
  );

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const digits = { type: 'string', pattern: '^\\d+$' };

/** Headers of every record, as CloudEvents 1.0 in binary mode writes them for Kafka. */
const headers: JsonSchema = {
  type: 'object',
  properties: {
    'content-type': { const: 'application/json' },
    ce_specversion: { const: '1.0' },
    ce_id: { ...uuid, description: 'The event; the same however often it is published.' },
    ce_source: { ...text, description: '/logs/<identity of the log>; another one after the log was replaced.' },
    ce_type: { ...text, description: '<line>.<Event>.v<schema version>' },
    ce_subject: { ...uuid, description: 'The stream (case, person, office …) the event belongs to.' },
    ce_time: { type: 'string', format: 'date-time', description: 'When it was recorded.' },
    ce_dataschema: { ...text, description: '$id of the schema of the payload.' },
    ce_sequence: {
      ...digits,
      description: 'Version of the stream, zero-padded: 1 for its first event, without holes.',
    },
    ce_position: {
      ...digits,
      description: 'Place in the log. Rises within a partition; one at or below the last read is a repeat.',
    },
    ce_follows: {
      ...digits,
      description:
        'Position of the record before it in the partition; one that was not read says that records are missing.',
    },
    ce_life: {
      ...digits,
      description: 'Rises when the topics were lost and are filled again; records of an older life are of no account.',
    },
    ce_streamtype: text,
    ce_bureau: { ...text, description: 'Division code of the county bureau (GB/T 2260).' },
    ce_office: { ...text, description: 'Office that did the business.' },
    ce_occurredon: {
      type: 'string',
      format: 'date',
      description: 'Business date, Asia/Shanghai; it decides the period.',
    },
    ce_correlationid: uuid,
    ce_causationid: uuid,
  },
  required: [
    'content-type', 'ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_dataschema',
    'ce_sequence', 'ce_position', 'ce_follows', 'ce_life', 'ce_streamtype', 'ce_bureau', 'ce_office', 'ce_occurredon',
    'ce_correlationid',
  ], // prettier-ignore
};

const month = { type: 'string', pattern: '^\\d{4}-\\d{2}$' };

/** What a balance was when every event up to `position` was in it; a record with the same key replaces it. */
const balanceValue: JsonSchema = {
  type: 'object',
  properties: {
    source: { ...uuid, description: 'Identity of the log the balance was computed from.' },
    generation: { type: 'integer' },
    position: { type: 'integer' },
    bureau: text,
    office: text,
    measure: text,
    measureVersion: { type: 'integer' },
    unit: { type: ['string', 'null'] },
    month,
    cohortMonth: { anyOf: [month, { type: 'null' }] },
    splits: { type: 'object', additionalProperties: text },
    amount: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$', description: 'Exact decimal.' },
  },
  required: [
    'source',
    'generation',
    'position',
    'bureau',
    'office',
    'measure',
    'measureVersion',
    'month',
    'splits',
    'amount',
  ],
};

/** Tells that the balances of a generation are all there, or are being written; older generations are of no account then. */
const generationValue: JsonSchema = {
  type: 'object',
  properties: {
    source: uuid,
    generation: { type: 'integer' },
    position: { type: 'integer' },
    complete: { type: 'boolean' },
    formerly: { type: 'array', items: uuid, description: 'Logs this one takes the place of.' },
  },
  required: ['source', 'generation', 'position', 'complete'],
};

/** The AsyncAPI document: one channel per line, and the one of the balances. */
export const asyncApi = (parts: CatalogueParts): CatalogueFile => {
  const { lines, version } = parts;
  const messages: Record<string, JsonSchema> = {};
  const channels: Record<string, JsonSchema> = {};
  const operations: Record<string, JsonSchema> = {};
  const files = schemaFiles(parts);
  for (const line of lines) {
    const topic = topicsOf([line], { prefix: 'taizhang', replicas: 3 })[0];
    if (topic === undefined) continue;
    const named = eventsOfLine(line).map((definition) => `${definition.type}.v${definition.schemaVersion}`);
    for (const definition of eventsOfLine(line)) {
      const path = schemaPath(line.code, definition);
      messages[`${definition.type}.v${definition.schemaVersion}`] = {
        name: definition.type,
        title: files.find((file) => file.path === path)?.content['title'],
        contentType: 'application/json',
        headers: { $ref: '#/components/schemas/headers' },
        payload: { schemaFormat: 'application/schema+json;version=draft-2020-12', schema: { $ref: `./${path}` } },
        bindings: { kafka: { key: { type: 'string', description: 'Owning office, frozen when the stream opens.' } } },
      };
    }
    channels[line.code] = {
      address: topic.name,
      title: line.terms[line.code]?.zh ?? line.code,
      description: 'Every event of the line, in order of position within a partition, each at least once.',
      messages: Object.fromEntries(named.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
      bindings: {
        kafka: {
          topic: topic.name,
          partitions: topic.partitions,
          replicas: topic.replicas,
          topicConfiguration: { 'cleanup.policy': [topic.cleanup], 'retention.ms': topic.retention },
        },
      },
    };
    operations[`read-${line.code}`] = {
      action: 'send',
      channel: { $ref: `#/channels/${line.code}` },
    };
  }
  channels['balances'] = {
    address: 'taizhang.balances.v1',
    description:
      'Balances of every office, for adding up above the county. Compacted: the newest record of a key counts.',
    messages: {
      balance: { $ref: '#/components/messages/balance' },
      generation: { $ref: '#/components/messages/generation' },
    },
    bindings: { kafka: { topic: 'taizhang.balances.v1', topicConfiguration: { 'cleanup.policy': ['compact'] } } },
  };
  operations['read-balances'] = { action: 'send', channel: { $ref: '#/channels/balances' } };
  messages['balance'] = {
    name: 'balances.Amount.v1',
    contentType: 'application/json',
    payload: { $ref: '#/components/schemas/balance' },
  };
  messages['generation'] = {
    name: 'balances.Generation.v1',
    contentType: 'application/json',
    payload: { $ref: '#/components/schemas/generation' },
  };
  return {
    path: 'asyncapi.json',
    content: {
      asyncapi: '3.0.0',
      info: {
        title: 'Taizhang 台账',
        version,
        description:
          'Events of a judicial bureau as they are published to Kafka. Names and identity numbers are never among them.',
        license: { name: 'Apache-2.0' },
      },
      defaultContentType: 'application/json',
      servers: {
        cluster: { host: 'localhost:9092', protocol: 'kafka', description: 'KAFKA_BROKERS of the deployment.' },
      },
      channels,
      operations,
      components: { messages, schemas: { headers, balance: balanceValue, generation: generationValue } },
    },
  };
};

/** All of it. */
export const catalogue = (parts: CatalogueParts): readonly CatalogueFile[] => [asyncApi(parts), ...schemaFiles(parts)];
