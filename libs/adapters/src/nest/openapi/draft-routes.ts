import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { parameter, scope, text } from './parameters.js';

const year = { type: 'integer', minimum: 1949, maximum: 2999 };

/** Documents of a year that is over. */
export const draftRoutes = {
  drafts: {
    id: 'drafts.all',
    summary: '年终文稿',
    tag: 'drafts',
    query: [parameter('year', year, { required: true, example: 2022 }), ...scope],
    answers: [{ status: 200, shape: 'Drafts', says: 'Drafts of the bureau, what could not be made and why' }],
    problems: [404, 503],
  },
  draftFile: {
    id: 'drafts.file',
    summary: '文稿文件',
    tag: 'drafts',
    path: [
      parameter('year', year, { example: 2022 }),
      parameter('bureau', { type: 'string', pattern: '^\\d{6}$' }, { example: EXAMPLE.bureau }),
      parameter('subject', text(64), { example: EXAMPLE.bureau }),
      parameter('document', text(64), { example: 'self-evaluation' }),
      parameter('format', { type: 'string', enum: ['docx', 'xlsx'] }, { example: 'docx' }),
    ],
    answers: [{ status: 200, says: 'The file' }],
    problems: [404, 503],
  },
} satisfies Readonly<Record<string, Operation>>;
