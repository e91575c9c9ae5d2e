import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { body, parameter } from './parameters.js';

const tag = 'saved-views';
const path = [parameter('viewId', { type: 'string', format: 'uuid' }, { example: EXAMPLE.record })];

/** How users look at registers. */
export const savedViewRoutes = {
  savedViews: {
    ...{ id: 'saved-views.all', summary: '常用视图', tag },
    answers: [{ status: 200, shape: 'SavedViews', says: 'What the caller saved, the newest first' }],
    problems: [503],
  },
  keepSavedView: {
    ...{ id: 'saved-views.keep', summary: '保存常用视图', tag, path },
    body: body({ content: { type: 'object' } }, { content: {} }),
    answers: [{ status: 204, says: 'Kept for the caller alone: at most 50, of 20,000 bytes each' }],
    problems: [409, 413, 415, 503, 507],
  },
  dropSavedView: {
    ...{ id: 'saved-views.drop', summary: '删除常用视图', tag, path },
    answers: [{ status: 204, says: 'It is gone' }],
    problems: [413, 415, 503],
  },
} as const satisfies Readonly<Record<string, Operation>>;
