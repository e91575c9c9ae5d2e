import { type LocalDate, addDays, addMonths, lastOfMonth } from '#kernel/dates.js';
import { type Progress, defineProcedure, lastOf } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import type { PublicitySettings } from '../settings.js';
import { type CounselEvent, counselEvents } from './events.js';
import { refuse } from './rejections.js';

/** Last days of the months a counsel answers for: in post from `from`, and no more on `until`. */
export const monthsServed = (from: LocalDate, until: LocalDate): readonly LocalDate[] => {
  const months: LocalDate[] = [];
  for (let last = lastOfMonth(from); last < until; last = lastOfMonth(addDays(last, 1))) months.push(last);
  return months;
};

const servedBy = (state: Progress<CounselEvent>): readonly LocalDate[] => {
  const appointed = lastOf(state, 'publicity.CounselAppointed');
  if (appointed === undefined) return [];
  const until = lastOf(state, 'publicity.CounselEnded')?.endedOn ?? addDays(appointed.termTo, 1);
  return monthsServed(appointed.appointedOn, until);
};

/**
 * A village's counsel (村居法律顾问) for one term. Two terms of one village do not answer for the same month: who is in post
 * on its last day does.
 * @rejects publicity.dates-reversed  the term ends before it begins
 * @rejects publicity.term-too-long   longer than the setting `counselTermMonths`
 * @rejects publicity.term-over       a duty, or an end, after the term's last day
 */
export const counsel = defineProcedure<CounselEvent, 'in-post' | 'ended', PublicitySettings>({
  type: 'publicity.counsel',
  events: counselEvents,
  steps: {
    none: ['publicity.CounselAppointed'],
    'in-post': ['publicity.CounselDutyDone', 'publicity.CounselEnded'],
    ended: [],
  },
  becomes: { 'publicity.CounselAppointed': 'in-post', 'publicity.CounselEnded': 'ended' },
  rules: {
    'publicity.CounselAppointed': ({ appointedOn, termTo }, _state, { settings }) => {
      if (termTo < appointedOn) return refuse('publicity.dates-reversed', 'appointedOn', 'termTo');
      return termTo > addMonths(appointedOn, settings.counselTermMonths)
        ? refuse('publicity.term-too-long', 'termTo')
        : accept;
    },
    'publicity.CounselDutyDone': ({ doneOn }, state) =>
      doneOn > (lastOf(state, 'publicity.CounselAppointed')?.termTo ?? '')
        ? refuse('publicity.term-over', 'doneOn')
        : accept,
    'publicity.CounselEnded': ({ endedOn }, state) =>
      endedOn > (lastOf(state, 'publicity.CounselAppointed')?.termTo ?? '')
        ? refuse('publicity.term-over', 'endedOn')
        : accept,
  },
  keys: (state) => {
    const village = lastOf(state, 'publicity.CounselAppointed')?.villageCode ?? '';
    return servedBy(state).map((last) => `counsel:${village}:${last.slice(0, 7)}`);
  },
  keyCodes: { counsel: 'publicity.counsel-exists' },
});
