import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { asOf, idempotencyKey, page, parameter, scope, text } from './parameters.js';

const figures = [
  ...scope,
  parameter('period', text(32), {
    required: true,
    example: '2023',
    description: '`2023`, `2023S`, `2023-04`, `2023Q2`, `2023H1`, or `2023-01-01..2023-12-06`',
  }),
  asOf,
  parameter(
    'min-position',
    { type: 'integer', minimum: 0 },
    { description: 'Waits up to a second until the figures include it' },
  ),
];
const notYet = {
  status: 202,
  shape: 'NotYet',
  says: 'The figures have not reached `min-position`; no older value is given',
};

/** Figures of a period, and what there is to know about them. */
export const figureRoutes = {
  indicators: {
    id: 'figures.indicators',
    summary: '指标',
    tag: 'figures',
    query: [
      ...figures,
      parameter('codes', text(12_999), { description: 'Codes with commas between; all where left out' }),
    ],
    answers: [{ status: 200, shape: 'Figures', says: 'Values, with the position they belong to' }, notYet],
    problems: [404, 503],
  },
  evidence: {
    id: 'figures.evidence',
    summary: '佐证',
    tag: 'figures',
    path: [parameter('code', text(64))],
    query: [
      ...figures,
      parameter('term', { type: 'integer', minimum: 0 }, { description: 'Which sum of the formula' }),
      parameter('where', text(129), { description: 'Narrows to one value of a split, `project:corrections-project`' }),
      ...page,
    ],
    answers: [
      { status: 200, shape: 'Evidence', says: 'Records behind one sum of the figure, each with its events' },
      notYet,
    ],
    problems: [404, 503],
  },
  breakdown: {
    id: 'figures.offices',
    summary: '指标分单位',
    tag: 'figures',
    path: [parameter('code', text(64))],
    query: [
      ...figures,
      parameter(
        'published',
        { type: 'string', enum: ['true', 'false'] },
        { description: 'Fit to be published: what would tell of one or two persons has no value' },
      ),
    ],
    answers: [{ status: 200, shape: 'OfficeBreakdown', says: 'The figure of each office, and of all' }, notYet],
    problems: [404, 503],
  },
  findings: {
    id: 'figures.findings',
    summary: '勾稽核查',
    tag: 'figures',
    query: figures,
    answers: [
      {
        status: 200,
        shape: 'Findings',
        says: 'Balances that do not hold; for who answers for the bureau also what stands on its sheets of the year, what is to be read, what each keeps open, who may answer it and who did',
      },
      notYet,
    ],
    problems: [404, 503],
  },
  answerFinding: {
    id: 'findings.answer',
    summary: '答复问题',
    tag: 'figures',
    path: [parameter('finding', { type: 'string', pattern: '^[0-9a-f]{64}$' }, { example: '0'.repeat(64) })],
    headers: [idempotencyKey],
    body: {
      schema: {
        type: 'object',
        properties: {
          bureau: { type: 'string', pattern: '^\\d{6}$' },
          period: text(32),
          answer: {
            type: 'string',
            enum: ['explained', 'in-order', 'wrong'],
            description: 'Why it stands; that what was read is in order; that it is wrong indeed',
          },
          reason: text(500),
        },
        required: ['bureau', 'period', 'answer', 'reason'],
        additionalProperties: false,
      },
      example: { bureau: EXAMPLE.bureau, period: '2023', answer: 'explained', reason: '…' },
    },
    answers: [
      { status: 201, shape: 'Receipt', says: 'Recorded with name, role, day and reason' },
      { status: 200, shape: 'Receipt', says: 'It was so already; nothing was recorded' },
      notYet,
    ],
    problems: [404, 409, 413, 415, 422, 503],
  },
  completeness: {
    id: 'figures.completeness',
    summary: '填报完整性',
    tag: 'figures',
    query: [
      ...figures,
      parameter('line', text(500), { description: 'Fields of work with commas between; all where left out' }),
    ],
    answers: [
      { status: 200, shape: 'Completeness', says: 'Every month that is over, of every office that owes a report' },
      notYet,
    ],
    problems: [404, 503],
  },
  live: {
    id: 'figures.live',
    summary: '实时变动',
    tag: 'figures',
    query: [
      ...scope,
      parameter('codes', text(13_000), {
        description: 'Figures told as they move: codes with commas between; to be given with `periods`',
      }),
      parameter('periods', text(120), { description: 'Up to four periods with commas between' }),
      parameter('by-office', text(64), { description: 'A figure told by office, over the first of the periods' }),
    ],
    answers: [
      {
        status: 200,
        type: 'text/event-stream',
        says:
          'Server-sent events `balances` and `resync`, whose id is the position; `figures` and `breakdown` as their own ' +
          'routes answer, with the period `asked` for',
      },
    ],
    problems: [404, 503],
  },
} satisfies Readonly<Record<string, Operation>>;
