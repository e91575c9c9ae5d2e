import { entryModes } from '#application/entry/enter-workbook.js';
import { correctionReasons } from '#application/record-events.js';
import { mediaTypes } from '../web/office-files.js';
import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { parameter, scope, text } from './parameters.js';
import { type Json, id, instant, list, record, text as words, whole } from './shapes.js';

const command = parameter('command', text(100), { example: 'line.Command', description: 'As in a batch of commands' });
const bureau = scope.filter(({ name }) => name === 'bureau');
const batch = parameter('batchId', { type: 'string', format: 'uuid' }, { example: EXAMPLE.record });
const accept = 'With `Accept` of an xlsx the same workbook with its faulty cells coloured';

/** Commands as rows of a workbook. */
export const entryRoutes = {
  entryWorkbook: {
    id: 'entry.workbook',
    summary: '录入表',
    tag: 'entry',
    path: [command],
    query: bureau,
    answers: [{ status: 200, says: 'An empty workbook: rows, notes, lists of codes' }],
    problems: [404, 422, 503],
  },
  enterWorkbook: {
    id: 'entry.enter',
    summary: '录入表核对与登记',
    tag: 'entry',
    path: [command],
    query: [
      parameter(
        'mode',
        { type: 'string', enum: [...entryModes] },
        {
          required: true,
          example: 'check',
          description:
            '`check` tries the rows and stores nothing; `all` records all or none; `good` those that are right',
        },
      ),
      ...bureau,
    ],
    body: { type: mediaTypes.xlsx, schema: { type: 'string', format: 'binary', description: 'At most 5 MiB' } },
    answers: [
      { status: 200, shape: 'EntryReport', file: mediaTypes.xlsx, says: `Nothing was stored. ${accept}` },
      { status: 201, shape: 'EntryReport', file: mediaTypes.xlsx, says: `Rows were recorded. ${accept}` },
      { status: 409, shape: 'EntryReport', file: mediaTypes.xlsx, says: 'All was asked for, and it is nothing' },
    ],
    problems: [404, 413, 415, 422, 503, 507],
  },
  entryBatches: {
    id: 'entry.batches',
    summary: '录入批次',
    tag: 'entry',
    query: bureau,
    answers: [{ status: 200, shape: 'EntryBatches', says: 'The newest 200 of the offices of the caller' }],
    problems: [404, 503],
  },
  entryBatch: {
    id: 'entry.batch',
    summary: '录入批次明细',
    tag: 'entry',
    path: [batch],
    answers: [{ status: 200, shape: 'EntryBatch', says: 'Its rows, and how each stands now' }],
    problems: [404, 503],
  },
  askReversal: {
    id: 'entry.reverse',
    summary: '申请整批撤销',
    tag: 'entry',
    path: [batch],
    body: {
      schema: {
        type: 'object',
        properties: { reason: { type: 'string', enum: [...correctionReasons.values] }, note: text(500) },
        required: ['reason'],
        additionalProperties: false,
      },
      example: { reason: 'entered-twice' },
    },
    answers: [
      { status: 200, shape: 'EntryReversal', says: 'A void was asked for of each row that stands as recorded' },
    ],
    problems: [404, 413, 415, 422, 503, 507],
  },
  approveReversal: {
    id: 'entry.approve-reversal',
    summary: '批准整批撤销',
    tag: 'entry',
    path: [batch],
    answers: [{ status: 200, shape: 'EntryReversal', says: 'The rows are void; figures are what they were' }],
    problems: [404, 409, 415, 503, 507],
  },
} satisfies Readonly<Record<string, Operation>>;

const head: Json = {
  batchId: id,
  workbook: id,
  command: words,
  title: words,
  bureau: words,
  offices: list(words),
  sentBy: words,
  sentAt: instant,
  fileHash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  mode: { type: 'string', enum: ['all', 'good'] },
  rows: whole,
  faulty: whole,
};

export const entrySchemas: Json = {
  EntryReport: record({
    command: words,
    title: words,
    bureau: words,
    mode: { type: 'string', enum: [...entryModes] },
    rows: whole,
    good: whole,
    faulty: whole,
    known: whole,
    recorded: whole,
    'batch?': id,
    'position?': whole,
    faults: list(record({ row: whole, 'column?': words, 'title?': words, at: words, code: words, reason: words })),
  }),
  EntryBatches: record({ bureau: words, batches: list(record(head)) }),
  EntryBatch: record({
    ...head,
    entries: list(
      record({
        row: whole,
        commandId: id,
        streamId: id,
        'eventId?': id,
        'requestId?': id,
        standing: words,
        title: words,
      }),
    ),
  }),
  EntryReversal: record({
    batchId: id,
    reached: whole,
    left: list(record({ row: whole, streamId: id, code: words, title: words })),
    'position?': whole,
  }),
};
