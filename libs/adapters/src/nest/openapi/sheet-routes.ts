import { entryFields } from '#application/evaluation/entries.js';
import { narrativeParts } from '#application/evaluation/performance-sheet.js';
import { supposedFields } from '#application/evaluation/what-if.js';
import { jsonSchemaOf } from '#kernel/json-schema.js';
import type { Fields } from '#kernel/schema.js';
import { draftFormats } from '#application/ports/drafts.js';
import { VOLUME, sheetDocuments } from '#application/year-end/sheet-case.js';
import { mediaTypes } from '../web/office-files.js';
import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { explanations, idempotencyKey, ifMatch, known, parameter, scope, text } from './parameters.js';

const sheet = parameter('streamId', { type: 'string', format: 'uuid' }, { example: EXAMPLE.streamId });
const notYet = { status: 202, shape: 'NotYet', says: 'The figures have not reached the position asked for' };

/** The same lists, each of which may be left out. */
const partly = (fields: Fields, description: string) => ({ ...jsonSchemaOf(fields), required: [], description });
const entries = partly(
  entryFields,
  'What persons enter; what the evaluation in force holds of theirs stands beside it',
);

/** Scoring frames, and the sheets of a year that are scored by them. */
export const sheetRoutes = {
  frames: {
    id: 'frames.all',
    summary: '评分框架',
    tag: 'sheets',
    answers: [{ status: 200, shape: 'ScoringFrames', says: 'The frames a sheet may be scored by' }],
    problems: [],
  },
  frame: {
    id: 'frames.one',
    summary: '评分规则',
    tag: 'sheets',
    path: [parameter('code', text(64), { example: 'national-2020' })],
    answers: [{ status: 200, shape: 'ScoringFrame', says: 'Weights, formulas, bands and grades, as data' }],
    problems: [404],
  },
  sheets: {
    id: 'sheets.all',
    summary: '绩效表',
    tag: 'sheets',
    query: [
      ...scope,
      parameter('year', { type: 'integer', minimum: 1949, maximum: 2999 }, { required: true, example: 2023 }),
    ],
    answers: [{ status: 200, shape: 'PerformanceSheets', says: 'Every sheet of the year, newest targets first' }],
    problems: [404, 503],
  },
  draft: {
    id: 'sheets.draft',
    summary: '绩效自评草稿',
    tag: 'sheets',
    path: [sheet],
    query: known,
    answers: [
      { status: 200, shape: 'EvaluationDraft', says: 'Results from the log with scores, as known at one position' },
      notYet,
    ],
    problems: [404, 503],
  },
  sheetDocument: {
    id: 'sheets.document',
    summary: '绩效表文稿',
    tag: 'sheets',
    path: [
      sheet,
      parameter('document', { type: 'string', enum: [...sheetDocuments, VOLUME] }, { example: 'self-evaluation' }),
      parameter('format', { type: 'string', enum: draftFormats }, { example: 'docx' }),
    ],
    query: [
      ...known,
      parameter(
        'sealed',
        { type: 'string', enum: ['true', 'false'] },
        { description: 'Figures as the seals of the year hold them: not a draft, and the same bytes ever after' },
      ),
      parameter(
        'redacted',
        { type: 'string', enum: ['true', 'false'] },
        { description: 'Names, telephones and identity numbers are masked in every text and cell, and a note says so' },
      ),
    ],
    answers: [{ status: 200, says: 'The file' }, notYet],
    problems: [404, 409, 422, 503],
  },
  suppose: {
    id: 'sheets.suppose',
    summary: '模拟评分',
    tag: 'sheets',
    path: [sheet],
    query: known,
    body: {
      schema: {
        type: 'object',
        properties: { entries, suppose: partly(supposedFields, 'What to suppose; all else stays as it is') },
        required: ['suppose'],
        additionalProperties: false,
      },
      example: { suppose: { frame: 'hunan-ziyang' } },
    },
    answers: [
      { status: 200, shape: 'SupposedEvaluation', says: 'The draft supposed beside the official one; nothing is kept' },
      notYet,
    ],
    problems: [404, 413, 415, 422, 503],
  },
  evaluate: {
    id: 'sheets.evaluate',
    summary: '登记绩效自评',
    tag: 'sheets',
    path: [sheet],
    headers: [idempotencyKey],
    body: {
      schema: {
        type: 'object',
        properties: {
          entries,
          evaluatedOn: { type: 'string', format: 'date', description: 'Today where left out' },
          approvedBy: { ...text(200), description: 'Second person, where the year is not over' },
          explanations: explanations('Why findings do not keep it from being recorded'),
        },
        additionalProperties: false,
      },
      example: {},
    },
    answers: [
      { status: 201, shape: 'Receipt', says: 'Recorded with results and scores as computed at one position' },
      { status: 200, shape: 'Receipt', says: 'It was so already; nothing was recorded' },
      notYet,
    ],
    problems: [404, 409, 412, 413, 415, 422, 503],
  },
  importLastYear: {
    id: 'sheets.lastYear',
    summary: '导入上年绩效表',
    tag: 'sheets',
    path: [sheet],
    headers: [idempotencyKey],
    body: { type: mediaTypes.xlsx, schema: { type: 'string', format: 'binary', description: 'At most 5 MiB' } },
    answers: [
      { status: 201, shape: 'FormerForm', says: 'What was read, row by row, and every line that is no row' },
      { status: 200, shape: 'FormerForm', says: 'It is the form imported last; nothing was recorded' },
    ],
    problems: [404, 409, 412, 413, 415, 422, 503, 507],
  },
  comparison: {
    id: 'sheets.comparison',
    summary: '与上年比较',
    tag: 'sheets',
    path: [sheet],
    query: known,
    answers: [
      { status: 200, shape: 'SheetComparison', says: 'Every row beside last year’s figure, as known at one position' },
      notYet,
    ],
    problems: [404, 503],
  },
  narrative: {
    id: 'sheets.narrative',
    summary: '自评报告文字',
    tag: 'sheets',
    path: [sheet],
    query: known,
    answers: [
      {
        ...{ status: 200, shape: 'ReportNarrative' },
        says: 'What the bureau itself says in each part of its report, and the figures it may name there',
      },
      notYet,
    ],
    problems: [404, 503],
  },
  writeNarrative: {
    id: 'sheets.writeNarrative',
    summary: '撰写自评报告文字',
    tag: 'sheets',
    path: [sheet],
    headers: [idempotencyKey, ifMatch],
    body: {
      schema: {
        type: 'object',
        properties: {
          part: { type: 'string', enum: narrativeParts },
          paragraphs: {
            type: 'array',
            maxItems: 50,
            items: text(2000),
            description: 'Figures stand in braces by their names: `{received.actual}`. None takes back what was said',
          },
        },
        required: ['part', 'paragraphs'],
        additionalProperties: false,
      },
      example: { part: 'use', paragraphs: ['自评结果用于改进下一年度的法治宣传安排。'] },
    },
    answers: [
      { status: 201, shape: 'Receipt', says: 'Recorded; it stands in the report under its heading' },
      { status: 200, shape: 'Receipt', says: 'It said so already; nothing was recorded' },
    ],
    problems: [404, 409, 412, 413, 415, 422, 503],
  },
  monitoring: {
    id: 'sheets.monitoring',
    summary: '绩效运行监控草稿',
    tag: 'sheets',
    path: [sheet],
    query: [
      parameter('monthEnd', { type: 'string', format: 'date' }, { required: true, example: '2023-07-31' }),
      ...known,
    ],
    answers: [
      { status: 200, shape: 'MonitoringDraft', says: 'Results, forecasts and money against targets and plan' },
      notYet,
    ],
    problems: [404, 503],
  },
} satisfies Readonly<Record<string, Operation>>;
