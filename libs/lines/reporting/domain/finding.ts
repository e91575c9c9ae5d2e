import { defineProcedure, lastOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import { type FindingEvent, findingEvents } from './events.js';
import { refuse } from './rejections.js';

/**
 * The answers to one finding: the newest counts, the others stay readable. An answer is taken back by another one, never
 * corrected or voided.
 * @rejects reporting.another-finding the stream is of another finding
 */
export const finding = defineProcedure<FindingEvent, 'answered'>({
  type: 'reporting.finding',
  events: findingEvents,
  fixed: true,
  steps: { none: ['reporting.FindingAnswered'], answered: ['reporting.FindingAnswered'] },
  becomes: { 'reporting.FindingAnswered': 'answered' },
  rules: {
    'reporting.FindingAnswered': (data, state) => {
      const last = lastOf(state, 'reporting.FindingAnswered');
      if (last === undefined) return accept;
      if (last.finding !== data.finding) return refuse('reporting.another-finding', 'finding');
      return last.answer === data.answer && last.reason === data.reason && last.role === data.role ? nothing : accept;
    },
  },
});
