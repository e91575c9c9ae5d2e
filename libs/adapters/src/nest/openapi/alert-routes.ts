import { alertKinds } from '#application/ports/alerts.js';
import { alertStates } from '../alerts/alerts.dto.js';
import type { Operation } from './documented.js';
import { parameter, scope } from './parameters.js';
import { type Json, date, factKey, id, instant, list, open, orNull, record, text, whole, yesNo } from './shapes.js';

/** What stands out. */
export const alertRoutes = {
  alerts: {
    id: 'alerts.all',
    summary: '预警与提醒',
    tag: 'alerts',
    query: [
      ...scope,
      parameter('state', { type: 'string', enum: [...alertStates], default: 'open' }),
      parameter('kind', { type: 'string', enum: [...alertKinds] }),
      parameter('before', { type: 'integer', minimum: 1 }, { description: '`next` of the page before' }),
      parameter('limit', { type: 'integer', minimum: 1, maximum: 500 }, { example: 50 }),
    ],
    answers: [{ status: 200, shape: 'Alerts', says: 'Alerts of the offices the caller may see, newest first' }],
    problems: [404, 503],
  },
} satisfies Readonly<Record<string, Operation>>;

const told = {
  id: whole,
  state: { type: 'string', enum: ['open', 'ended'] },
  kindTitle: text,
  title: text,
  streamId: id,
  case: orNull(text),
  office: text,
  episode: whole,
  openedOn: date,
  openedAt: instant,
  endedOn: orNull(date),
  position: whole,
};

const pace = record({
  row: text,
  indicator: text,
  'where?': open,
  from: date,
  to: date,
  'version?': date,
  'revision?': whole,
  'definition?': text,
  unit: text,
  value: text,
  operator: text,
  target: text,
  completion: orNull(text),
  elapsed: text,
  gap: orNull(text),
  margin: text,
});

export const alertSchemas: Json = {
  Alerts: record({
    bureau: text,
    alerts: list({
      anyOf: [
        record({ ...told, kind: { const: 'pace' }, evidence: pace, evidenceAt: text }),
        record({
          ...told,
          kind: { const: 'duty' },
          evidence: record({ deadline: text, ...factKey, dueOn: date, provisional: yesNo }),
        }),
      ],
    }),
    'next?': whole,
  }),
};
