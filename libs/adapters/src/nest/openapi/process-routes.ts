import type { Operation } from './documented.js';

/** What whoever runs the process asks of it; none needs a token. */
export const processRoutes = {
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
