import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { page, parameter, scope, text } from './parameters.js';
import { refer } from './shapes.js';

const definitions = {
  bureau: { type: 'string', pattern: '^\\d{6}$' },
  measures: {
    type: 'array',
    maxItems: 200,
    items: { type: 'object' },
    description: 'code `own.…`, title, fact, unit, kind, on / from / to / cohort, where, sum, splits',
  },
  indicators: {
    type: 'array',
    maxItems: 200,
    items: { type: 'object' },
    description: 'code `OWN-…`, title, unit, decimals, from, value or numerator and denominator',
  },
};

/** What the records refer to, and what falls due on them. */
export const directoryRoutes = {
  deadlines: {
    id: 'deadlines.due',
    summary: '到期事项',
    tag: 'registers',
    query: [
      ...scope,
      parameter(
        'dueBy',
        { type: 'string', format: 'date' },
        { example: '2023-12-31', description: 'Today where left out' },
      ),
      parameter(
        'standing',
        { type: 'string', enum: ['open', 'overdue', 'late'] },
        { description: 'Still to be done (where left out), of those past their day, or done after their day' },
      ),
      parameter('responsible', text(64), { description: 'Records this person last worked on; pages may be short' }),
      ...page,
    ],
    answers: [{ status: 200, shape: 'DeadlinePage', says: 'Duties, soonest first' }],
    problems: [404, 503],
  },
  definitions: {
    id: 'definitions.all',
    summary: '自定义指标',
    tag: 'directory',
    answers: [{ status: 200, shape: 'Definitions', says: 'Every version, oldest first' }],
    problems: [503],
  },
  define: {
    id: 'definitions.add',
    summary: '新增自定义指标',
    tag: 'directory',
    body: {
      schema: {
        type: 'object',
        properties: {
          ...definitions,
        },
        required: ['bureau'],
        additionalProperties: false,
      },
      example: { bureau: EXAMPLE.bureau, measures: [], indicators: [] },
    },
    answers: [
      { status: 200, shape: 'Definitions', says: 'All of it was so already' },
      { status: 201, shape: 'Definitions', says: 'What was added; new measures are counted over all history' },
    ],
    problems: [404, 413, 415, 503],
  },
  vocabulary: {
    id: 'definitions.vocabulary',
    summary: '自定义指标可用的口径',
    tag: 'directory',
    answers: [
      { status: 200, shape: 'Vocabulary', says: 'Facts with their fields, measures with their splits, indicators' },
    ],
    problems: [503],
  },
  previewDefinitions: {
    id: 'definitions.preview',
    summary: '预览自定义指标',
    tag: 'directory',
    body: {
      schema: {
        type: 'object',
        properties: { ...definitions, period: text(32) },
        required: ['bureau', 'period'],
        additionalProperties: false,
      },
      example: { bureau: EXAMPLE.bureau, period: '2023', measures: [], indicators: [] },
    },
    answers: [
      { status: 200, shape: 'DefinitionsPreview', says: 'Figures before and after, and the records that move' },
    ],
    problems: [404, 413, 415, 503],
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
    answers: [
      { status: 200, shape: 'Lines', says: 'Streams, commands with their schemas, code tables, registers, indicators' },
    ],
    problems: [503],
  },
} satisfies Readonly<Record<string, Operation>>;
