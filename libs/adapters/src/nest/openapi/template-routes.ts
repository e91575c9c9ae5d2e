import { TEMPLATE_CODE } from '../templates/templates.dto.js';
import { mediaTypes } from '../web/office-files.js';
import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { known, parameter, scope, text } from './parameters.js';

const path = [parameter('code', { type: 'string', pattern: TEMPLATE_CODE }, { example: 'annual-report' })];
const bureau = scope.filter(({ name }) => name === 'bureau');
const version = parameter('version', { type: 'integer', minimum: 1 }, { description: 'The newest where left out' });
const uuid = { type: 'string', format: 'uuid' };
const file = { status: 200, says: 'The file' };

/** Bureaus' own Word forms. */
export const templateRoutes = {
  templates: {
    id: 'templates.all',
    summary: '自制模板',
    tag: 'templates',
    query: bureau,
    answers: [{ status: 200, shape: 'Templates', says: 'Every version of every form of the bureau, the newest first' }],
    problems: [404, 503],
  },
  upload: {
    id: 'templates.upload',
    summary: '上传自制模板',
    tag: 'templates',
    path,
    query: [
      parameter('title', text(100), { required: true, example: '年度报告' }),
      ...bureau,
      parameter('sheet', uuid, { description: 'Performance sheet whose rows the form may ask for by their ids' }),
    ],
    body: { type: mediaTypes.docx, schema: { type: 'string', format: 'binary', description: 'At most 5 MiB' } },
    answers: [
      { status: 201, shape: 'Template', says: 'Kept as the next version of its code' },
      { status: 200, shape: 'Template', says: 'It is the newest version already' },
    ],
    problems: [404, 413, 415, 422, 503, 507],
  },
  templateFile: {
    id: 'templates.file',
    summary: '模板文件',
    tag: 'templates',
    path,
    query: [...bureau, version],
    answers: [file],
    problems: [404, 503],
  },
  filledTemplate: {
    id: 'templates.filled',
    summary: '按模板出具文稿',
    tag: 'templates',
    path,
    query: [parameter('sheet', uuid, { required: true, example: EXAMPLE.streamId }), version, ...known],
    answers: [
      { ...file, says: 'The form with the figures of the sheet and their manifest' },
      { status: 202, shape: 'NotYet', says: 'The figures have not reached the position asked for' },
    ],
    problems: [404, 422, 503],
  },
} satisfies Readonly<Record<string, Operation>>;
