import { lookPurposes } from '#application/looks/look.js';
import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { parameter, text } from './parameters.js';
import { type Json, id, instant, list, record, text as words, whole } from './shapes.js';

const instantOf = (description: string, name: string) =>
  parameter(name, { type: 'string', format: 'date-time' }, { description, example: `${EXAMPLE.day}T00:00:00Z` });

const purpose = { type: 'string', enum: [...lookPurposes] };

/** Who looked at whom. */
export const lookRoutes = {
  looks: {
    id: 'looks.all',
    summary: '查阅记录',
    tag: 'looks',
    query: [
      parameter('subject', { type: 'string', format: 'uuid' }, { description: 'Who was looked at (被查阅人)' }),
      parameter('caller', text(200), { description: 'Name of who looked (查阅人)' }),
      instantOf('From this instant on, UTC', 'from'),
      parameter('to', { type: 'string', format: 'date-time' }, { description: 'Before this instant, UTC' }),
      parameter('purpose', purpose),
      parameter('before', { type: 'integer', minimum: 1 }, { description: '`next` of the page before' }),
      parameter('limit', { type: 'integer', minimum: 1, maximum: 500 }, { example: 50 }),
    ],
    answers: [{ status: 200, shape: 'Looks', says: 'Who, what for, at whom, why, when and from where; newest first' }],
    problems: [404, 503],
  },
  oddLooks: {
    id: 'looks.odd',
    summary: '异常查阅',
    tag: 'looks',
    answers: [{ status: 200, shape: 'OddLooks', says: 'What was odd in the last eight days, newest first' }],
    problems: [404, 503],
  },
} satisfies Readonly<Record<string, Operation>>;

export const lookSchemas: Json = {
  Looks: record({
    looks: list(
      record({
        position: whole,
        at: instant,
        name: words,
        'userId?': id,
        roles: list(words),
        offices: list(words),
        address: words,
        requestId: id,
        purpose,
        title: words,
        route: words,
        object: words,
        'reason?': words,
        subjects: list(id),
        minors: list(id),
        bureaus: list(words),
        roleTitles: list(words),
        officeNames: list(words),
      }),
    ),
    'next?': whole,
    purposes: list(record({ purpose, title: words })),
  }),
  OddLooks: record({
    uses: list(
      record({
        kind: { type: 'string', enum: ['many-minors'] },
        title: words,
        caller: words,
        from: instant,
        to: instant,
        minors: whole,
        position: whole,
      }),
    ),
  }),
};
