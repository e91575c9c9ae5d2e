import { lastOfMonth } from '#kernel/dates.js';
import { defineProcedure, lastOf } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import { type NilEvent, nilEvents } from './events.js';
import { refuse } from './rejections.js';

/**
 * The monthly declaration of one office for one field of work.
 * @rejects reporting.month-not-over        a month may only be declared empty when it is over
 * @rejects reporting.nil-declared-already  the office has declared this month of this work
 */
export const month = defineProcedure<NilEvent, 'declared' | 'withdrawn'>({
  type: 'reporting.month',
  events: nilEvents,
  steps: { none: ['reporting.NilDeclared'], declared: ['reporting.NilWithdrawn'], withdrawn: [] },
  becomes: { 'reporting.NilDeclared': 'declared', 'reporting.NilWithdrawn': 'withdrawn' },
  rules: {
    'reporting.NilDeclared': ({ declaredOn, month: declared }) =>
      declaredOn > lastOfMonth(`${declared}-01`) ? accept : refuse('reporting.month-not-over', 'month'),
  },
  keys: (state) => {
    const declared = lastOf(state, 'reporting.NilDeclared');
    const office = state.past[0]?.office;
    return state.status === 'declared' && declared !== undefined
      ? [`nil:${office}:${declared.businessLine}:${declared.month}`]
      : [];
  },
  keyCodes: { nil: 'reporting.nil-declared-already' },
});
