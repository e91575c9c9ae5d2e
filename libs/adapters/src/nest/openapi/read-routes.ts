import { EXAMPLE } from './example.js';
import { type Operation, type Parameter, documented } from './documented.js';
import { envelopeProperties } from './case-routes.js';
import { refer } from './schemas.js';

const text = (maxLength: number) => ({ type: 'string', maxLength });
const parameter = (name: string, schema: Parameter['schema'], more: Partial<Parameter> = {}): Parameter => ({ name, schema, ...more });

const bureau = parameter('bureau', { type: 'string', pattern: '^\\d{6}$' }, { example: EXAMPLE.bureau });
const office = parameter('office', text(32), { description: 'Narrows to the office and what lies below it' });
const after = parameter('after', text(1000), { description: '`next` of the page before' });
const limit = parameter('limit', { type: 'integer', minimum: 1, maximum: 500 }, { example: 50 });
const page = [after, limit];
const figures = [
  bureau,
  office,
  parameter('period', text(32), {
    required: true,
    example: '2023',
    description: '`2023`, `2023S`, `2023-04`, `2023Q2`, `2023H1`, or `2023-01-01..2023-12-06`',
  }),
  parameter('asOf', text(40), { description: 'As known at a position of the log, or at an instant' }),
  parameter('min-position', { type: 'integer', minimum: 0 }, { description: 'Waits up to a second until the figures include it' }),
];
const notYet = { status: 202, shape: 'NotYet', says: 'The figures have not reached `min-position`; no older value is given' };

/** A page of a register, with the fields it can be filtered by. */
export const documentRegister = (code: string, summary: string, filters: readonly string[]): MethodDecorator =>
  documented({
    id: `register.${code}`,
    summary,
    tag: 'registers',
    query: [bureau, office, ...page, ...filters.map((name) => parameter(name, text(200)))],
    answers: [{ status: 200, shape: 'RegisterPage', says: 'A page of the list, newest first' }],
    problems: [404, 503],
  });

const operations = {
  bulk: {
    id: 'commands.many',
    summary: '批量登记',
    tag: 'commands',
    body: {
      schema: {
        type: 'object',
        properties: {
          atomic: { type: 'boolean', description: 'All or nothing, or each by itself' },
          commands: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            items: {
              type: 'object',
              properties: {
                type: text(100),
                streamId: { type: 'string', format: 'uuid' },
                commandId: { type: 'string', format: 'uuid' },
                expectedVersion: { type: 'integer', minimum: 0 },
                data: { type: 'object' },
                ...envelopeProperties,
              },
              required: ['type', 'streamId', 'commandId', 'office', 'data'],
              additionalProperties: false,
            },
          },
        },
        required: ['atomic', 'commands'],
        additionalProperties: false,
      },
      example: {
        atomic: false,
        commands: [
          { type: 'line.Command', streamId: EXAMPLE.streamId, commandId: EXAMPLE.record, office: EXAMPLE.office, data: {} },
        ],
      },
    },
    answers: [
      { status: 200, shape: 'BulkAnswer', says: 'One answer for each command, in their order' },
      { status: 409, shape: 'BulkAnswer', says: 'All or nothing was asked for, and it is nothing: each answer says why' },
    ],
    problems: [413, 415, 503],
  },
  indicators: {
    id: 'figures.indicators',
    summary: '指标',
    tag: 'figures',
    query: [...figures, parameter('codes', text(12_999), { description: 'Codes with commas between; all where left out' })],
    answers: [{ status: 200, shape: 'Figures', says: 'Values, with the position they belong to' }, notYet],
    problems: [404, 503],
  },
  evidence: {
    id: 'figures.evidence',
    summary: '佐证',
    tag: 'figures',
    path: [parameter('code', text(64))],
    query: [...figures, parameter('term', { type: 'integer', minimum: 0 }, { description: 'Which sum of the formula' }), ...page],
    answers: [{ status: 200, shape: 'Evidence', says: 'Records behind one sum of the figure, each with its events' }, notYet],
    problems: [404, 503],
  },
  findings: {
    id: 'figures.findings',
    summary: '勾稽核查',
    tag: 'figures',
    query: figures,
    answers: [{ status: 200, shape: 'Findings', says: 'Balances that do not hold' }, notYet],
    problems: [404, 503],
  },
  deadlines: {
    id: 'deadlines.due',
    summary: '到期事项',
    tag: 'registers',
    query: [
      bureau,
      office,
      parameter('dueBy', { type: 'string', format: 'date' }, { example: '2023-12-31', description: 'Today where left out' }),
      ...page,
    ],
    answers: [{ status: 200, shape: 'DeadlinePage', says: 'Open duties, soonest first' }],
    problems: [404, 503],
  },
  offices: {
    id: 'offices.all',
    summary: '机构',
    tag: 'directory',
    answers: [{ status: 200, shape: 'Offices', says: 'Offices the caller may see' }],
    problems: [503],
  },
  saveOffices: {
    id: 'offices.save',
    summary: '维护机构',
    tag: 'directory',
    body: {
      schema: {
        type: 'object',
        properties: { offices: { type: 'array', minItems: 1, maxItems: 5000, items: refer('Office') } },
        required: ['offices'],
        additionalProperties: false,
      },
      example: {
        offices: [
          {
            code: EXAMPLE.office,
            parent: EXAMPLE.bureau,
            bureau: EXAMPLE.bureau,
            name: '示例司法所',
            kind: 'justice-office',
            validFrom: '2010-01-01',
            validTo: null,
            successor: null,
          },
        ],
      },
    },
    answers: [{ status: 200, shape: 'Offices', says: 'Offices the caller may see, with those saved' }],
    problems: [404, 413, 415, 503],
  },
  persons: {
    id: 'persons.register',
    summary: '登记人员',
    tag: 'directory',
    body: {
      schema: {
        type: 'object',
        properties: {
          bureau: { type: 'string', pattern: '^\\d{6}$' },
          name: text(200),
          idType: {
            type: 'string',
            enum: ['resident-id', 'passport', 'hk-macao-permit', 'taiwan-permit', 'foreign-permanent-resident', 'none'],
          },
          idNo: text(64),
          sex: { type: 'string', enum: ['male', 'female'] },
          birthDate: { type: 'string', format: 'date' },
          phone: text(40),
          address: text(500),
        },
        required: ['bureau', 'name', 'idType', 'sex'],
        additionalProperties: false,
      },
      example: { bureau: EXAMPLE.bureau, name: '示例', idType: 'none', sex: 'male' },
    },
    answers: [
      { status: 201, shape: 'PersonReference', says: 'The reference events carry instead of the person' },
      { status: 200, shape: 'PersonReference', says: 'The identity number is known; the reference it has' },
    ],
    problems: [404, 413, 415, 503],
  },
  lines: {
    id: 'lines.all',
    summary: '业务目录',
    tag: 'directory',
    answers: [{ status: 200, shape: 'Lines', says: 'Streams, commands with their schemas, code tables, registers, indicators' }],
    problems: [503],
  },
  live: {
    id: 'figures.live',
    summary: '实时变动',
    tag: 'figures',
    query: [bureau, office],
    answers: [{ status: 200, type: 'text/event-stream', says: 'Server-sent events `balances` and `resync`; the id is the position' }],
    problems: [404, 503],
  },
  alive: {
    id: 'health.live',
    summary: 'The process answers',
    tag: 'operations',
    open: true,
    answers: [{ status: 200, shape: 'Alive', says: 'It does' }],
    problems: [],
  },
  ready: {
    id: 'health.ready',
    summary: 'The process is of use',
    tag: 'operations',
    open: true,
    answers: [
      { status: 200, shape: 'Ready', says: 'Database and figures are there' },
      { status: 503, shape: 'Ready', says: 'One of them is not' },
    ],
    problems: [],
  },
  metrics: {
    id: 'metrics',
    summary: 'Metrics for Prometheus',
    tag: 'operations',
    open: true,
    answers: [{ status: 200, says: 'Text exposition format' }],
    problems: [],
  },
  document: {
    id: 'openapi',
    summary: 'This document',
    tag: 'operations',
    open: true,
    answers: [{ status: 200, says: 'OpenAPI 3.1' }],
    problems: [],
  },
} satisfies Readonly<Record<string, Operation>>;

export const documentRead = (name: keyof typeof operations): MethodDecorator => documented(operations[name]);
