import { commandSchema, commandTitle, titleOf } from '#application/describe-lines.js';
import type { RecordCommandName } from '#application/record-events.js';
import type { Registry } from '#application/registry.js';
import type { AnyStream } from '#kernel/decider.js';
import { sources } from '#kernel/event.js';
import { EXAMPLE, exampleOf } from './example.js';
import { type Parameter, documented } from './documented.js';
import { asOf, idempotencyKey, ifMatch } from './parameters.js';
import { refer } from './shapes.js';

type Json = Readonly<Record<string, unknown>>;

const streamId: Parameter = { name: 'streamId', schema: { type: 'string', format: 'uuid' }, example: EXAMPLE.streamId };

/** What surrounds a payload, as `CommandEnvelope` checks it. */
export const envelopeProperties: Json = {
  office: { type: 'string', maxLength: 32, description: 'The office in whose name it is recorded' },
  evidence: { type: 'array', items: refer('EvidenceDocument'), minItems: 1, maxItems: 20 },
  approvedBy: { type: 'string', maxLength: 200, description: 'Second person, where a soft rule asks to confirm' },
  source: { type: 'string', enum: [...sources], default: 'MANUAL' },
};

const examples: Readonly<Record<RecordCommandName, Json>> = {
  RequestCorrection: { eventId: EXAMPLE.record, patch: { note: '更正说明' }, reason: 'entry-error' },
  RequestVoid: { eventIds: [EXAMPLE.record], reason: 'entered-twice' },
  ApproveCorrection: { requestId: EXAMPLE.record },
  DeclineCorrection: { requestId: EXAMPLE.record, note: '材料不足' },
};

/** The POST of one command. */
export const documentCommand = (registry: Registry, stream: AnyStream, type: string): MethodDecorator => {
  const command = registry.commands.get(type);
  if (command === undefined) throw new Error(`no command ${type}`);
  const { event, record, fields } = command;
  const evidence =
    event?.documentRequired === true ? { evidence: [{ docKind: '文书', docNo: '示例〔2023〕1号' }] } : {};
  const example = {
    office: EXAMPLE.office,
    data: record === undefined ? exampleOf(fields) : examples[record],
    ...evidence,
  };
  const schema = {
    type: 'object',
    properties: { ...envelopeProperties, data: commandSchema(registry, command) },
    required: ['office', 'data'],
    additionalProperties: false,
  };
  return documented({
    id: `${stream.type}.${type.slice(type.indexOf('.') + 1)}`,
    summary: commandTitle(registry, command),
    tag: stream.type,
    path: [streamId],
    headers: [idempotencyKey, ifMatch],
    body: { schema, example },
    answers: [
      { status: 201, shape: 'Receipt', says: 'Recorded; ETag is the new version, X-Position the place in the log' },
      { status: 200, shape: 'Receipt', says: 'It was so already; nothing was recorded' },
    ],
    problems: [404, 409, 412, 413, 415, 422, 503],
  });
};

/** The GET of one case. */
export const documentCase = (registry: Registry, stream: AnyStream): MethodDecorator =>
  documented({
    id: `${stream.type}.read`,
    summary: titleOf(registry, stream.type),
    tag: stream.type,
    path: [streamId],
    query: [asOf],
    answers: [{ status: 200, shape: 'Case', says: 'The case as it stands, with everything recorded on it' }],
    problems: [404, 503],
  });
