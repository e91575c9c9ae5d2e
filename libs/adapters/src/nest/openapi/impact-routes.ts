import { envelopeProperties } from './case-routes.js';
import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { parameter, text } from './parameters.js';
import {
  date,
  factKey,
  id,
  list,
  open,
  orNull,
  record,
  refer,
  type Json,
  text as words,
  whole,
  yesNo,
} from './shapes.js';

const uuid = { type: 'string', format: 'uuid' };
const notYet = {
  status: 202,
  shape: 'NotYet',
  says: 'The figures have not reached the newest record of the case; nothing is said of older ones',
};

/** What an event moves, before it is recorded and after. */
export const impactRoutes = {
  impactOfCommand: {
    id: 'impact.command',
    summary: '登记前的影响预览',
    tag: 'impact',
    body: {
      schema: {
        type: 'object',
        properties: {
          type: { ...text(100), description: 'The command as in a batch, `notary.ApproveCorrection`' },
          streamId: uuid,
          data: { type: 'object' },
          ...envelopeProperties,
        },
        required: ['type', 'streamId', 'office', 'data'],
        additionalProperties: false,
      },
      example: { type: 'line.Command', streamId: EXAMPLE.streamId, office: EXAMPLE.office, data: {} },
    },
    answers: [{ status: 200, shape: 'Impact', says: 'What it would move; nothing is recorded' }, notYet],
    problems: [404, 409, 412, 413, 415, 422, 503],
  },
  impactOfRequest: {
    id: 'impact.request',
    summary: '更正、作废审批前的影响预览',
    tag: 'impact',
    path: [
      parameter('streamId', uuid, { example: EXAMPLE.streamId }),
      parameter('requestId', uuid, { example: EXAMPLE.record, description: 'The event that asked for it' }),
    ],
    answers: [{ status: 200, shape: 'Impact', says: 'What approving it now would move' }, notYet],
    problems: [404, 409, 422, 503],
  },
  impactOfEvent: {
    id: 'impact.event',
    summary: '登记后的影响',
    tag: 'impact',
    path: [parameter('position', { type: 'integer', minimum: 1 }, { example: 1 })],
    answers: [{ status: 200, shape: 'Impact', says: 'Where the event is counted, and what that moved' }, notYet],
    problems: [404, 503],
  },
} satisfies Readonly<Record<string, Operation>>;

const period = record({ scheme: words, from: date, to: date });
const parts = record({ value: orNull(words), 'numerator?': words, 'denominator?': words, printed: words });
const moved: Json = { indicator: words, title: words, unit: words, office: words, period, before: parts, after: parts };
const dates = orNull(record({ dueOn: date, provisional: yesNo, metOn: orNull(date) }));

export const impactSchemas: Json = {
  Impact: record({
    bureau: words,
    position: whole,
    freshness: refer('Freshness'),
    event: orNull(record({ streamId: id, streamType: words, type: words, occurredOn: date, title: words })),
    setAside: yesNo,
    postings: list(
      record({
        measure: words,
        title: words,
        unit: words,
        office: words,
        on: date,
        cohort: orNull(date),
        splits: open,
        amount: words,
        'person?': orNull(id),
        ...factKey,
      }),
    ),
    figures: list(record(moved)),
    seals: list(
      record({
        ...moved,
        streamId: id,
        line: words,
        number: whole,
        hash: words,
        'reported?': record({
          office: words,
          'value?': words,
          'numerator?': words,
          'denominator?': words,
          printed: words,
        }),
      }),
    ),
    duties: list(record({ deadline: words, title: words, office: words, ...factKey, before: dates, after: dates })),
  }),
};
