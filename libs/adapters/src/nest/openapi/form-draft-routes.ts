import { FORM_NAME } from '../form-drafts/form-drafts.dto.js';
import type { Operation } from './documented.js';
import { body, parameter } from './parameters.js';

const path = [parameter('form', { type: 'string', pattern: FORM_NAME }, { example: 'line.Command' })];

/** Forms their users have not finished. */
export const formDraftRoutes = {
  formDraft: {
    id: 'form-drafts.one',
    summary: '未完成的表单',
    tag: 'form-drafts',
    path,
    answers: [
      { status: 200, shape: 'FormDraft', says: 'What the caller left in the form; null where there is nothing' },
    ],
    problems: [503],
  },
  keepFormDraft: {
    id: 'form-drafts.keep',
    summary: '暂存表单',
    tag: 'form-drafts',
    path,
    body: body({ content: { type: 'object' } }, { content: {} }),
    answers: [{ status: 204, says: 'Kept for the caller alone, for thirty days' }],
    problems: [413, 415, 503, 507],
  },
  dropFormDraft: {
    id: 'form-drafts.drop',
    summary: '清除暂存',
    tag: 'form-drafts',
    path,
    answers: [{ status: 204, says: 'Nothing is kept' }],
    problems: [413, 415, 503],
  },
} as const satisfies Readonly<Record<string, Operation>>;
