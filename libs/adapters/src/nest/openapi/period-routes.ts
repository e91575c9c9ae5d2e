import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { asOf, explanations, parameter, scope, text } from './parameters.js';

/** SHA-256, as a file that was drawn up from a seal names it. */
const EXAMPLE_HASH = '0'.repeat(64);
const whole = { type: 'integer', minimum: 1, maximum: 999 };
const books = parameter('streamId', { type: 'string', format: 'uuid' }, { example: EXAMPLE.streamId });
const whichSeal = parameter('seal', whole, { description: 'The newest where left out' });

const restatementQuery = [
  whichSeal,
  parameter('office', text(32), { description: 'One office; all the caller may see where left out' }),
  parameter('codes', text(12_999), { description: 'Indicators with commas between; all where left out' }),
  asOf,
  parameter('min-position', { type: 'integer', minimum: 0 }),
];

/** The books of periods. */
export const periodRoutes = {
  periods: {
    id: 'periods.all',
    summary: '结账情况',
    tag: 'periods',
    query: scope,
    answers: [{ status: 200, shape: 'Periods', says: 'Books that were ever closed, newest period first' }],
    problems: [404, 503],
  },
  close: {
    id: 'periods.close',
    summary: '结账',
    tag: 'periods',
    body: {
      schema: {
        type: 'object',
        properties: {
          bureau: { type: 'string', pattern: '^\\d{6}$' },
          line: text(64),
          period: { ...text(32), description: '`2022`, `2022S`, `2022-04`, `2022Q2`, `2022H1` or a window' },
          explanations: explanations('Why findings do not keep the books open'),
        },
        required: ['bureau', 'line', 'period'],
        additionalProperties: false,
      },
      example: { bureau: EXAMPLE.bureau, line: 'line', period: '2022' },
    },
    answers: [
      { status: 200, shape: 'Closed', says: 'The books were closed already' },
      { status: 201, shape: 'Closed', says: 'The books are closed' },
      { status: 202, shape: 'NotYet', says: 'The figures have not reached the newest record; nothing was closed' },
    ],
    problems: [404, 409, 413, 415, 422, 503],
  },
  seal: {
    id: 'periods.seal',
    summary: '上报值',
    tag: 'periods',
    path: [books, parameter('number', whole, { example: 1 })],
    answers: [{ status: 200, shape: 'SealedFigures', says: 'What was reported, of the offices the caller may see' }],
    problems: [404, 503],
  },
  sealByHash: {
    id: 'seals.one',
    summary: '按指纹查封存',
    tag: 'periods',
    path: [parameter('hash', { type: 'string', pattern: '^[0-9a-f]{64}$' }, { example: EXAMPLE_HASH })],
    answers: [{ status: 200, shape: 'SealedFigures', says: 'What was reported, of the offices the caller may see' }],
    problems: [404, 503],
  },
  late: {
    id: 'periods.late',
    summary: '补录与更正',
    tag: 'periods',
    path: [books],
    query: [
      whichSeal,
      parameter('after', { type: 'integer', minimum: 0 }, { description: '`next` of the page before' }),
      parameter('limit', { type: 'integer', minimum: 1, maximum: 500 }),
    ],
    answers: [{ status: 200, shape: 'LateInbox', says: 'What came after the seal and belongs to its period' }],
    problems: [404, 503],
  },
  restatement: {
    id: 'periods.restatement',
    summary: '修正情况',
    tag: 'periods',
    path: [books],
    query: restatementQuery,
    answers: [
      {
        status: 200,
        shape: 'Restatement',
        says: 'Figures that moved since the seal, with the postings that moved them',
      },
      { status: 202, shape: 'NotYet', says: 'The figures have not reached `min-position`' },
    ],
    problems: [404, 503],
  },
  restatementFile: {
    id: 'periods.restatement-file',
    summary: '修正情况表',
    tag: 'periods',
    path: [books, parameter('format', { type: 'string', enum: ['docx', 'xlsx'] }, { example: 'docx' })],
    query: restatementQuery,
    answers: [
      { status: 200, says: 'The pack as a file' },
      { status: 202, shape: 'NotYet', says: 'The figures have not reached `min-position`' },
    ],
    problems: [404, 503],
  },
} satisfies Readonly<Record<string, Operation>>;
