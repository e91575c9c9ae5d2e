import { isPeriod } from '#kernel/period.js';
import { type Progress, allOf, defineProcedure, newestOf } from '#kernel/procedure.js';
import { type Rejection, accept } from '#kernel/reject.js';
import { type PeriodOfWork, periodKey, sealHash } from '#kernel/seal.js';
import { type PeriodEvent, periodEvents } from './events.js';
import { refuse } from './rejections.js';

type State = Progress<PeriodEvent>;

/** The period the stream is of, from whichever event named it. */
const periodOf = (state: State): PeriodOfWork | undefined =>
  newestOf(state, 'reporting.PeriodSoftClosed', 'reporting.PeriodClosed')?.data;

/** What keeps a period from being closed on a day, softly or for good. */
const unclosable = (period: PeriodOfWork, on: string, state: State): Rejection | undefined => {
  const known = periodOf(state);
  if (!isPeriod(period)) return refuse('reporting.no-such-period', 'from', 'to');
  if (known !== undefined && (periodKey(known) !== periodKey(period) || known.bureau !== period.bureau))
    return refuse('reporting.another-period', 'businessLine', 'scheme', 'from', 'to');
  return on > period.to ? undefined : refuse('reporting.period-not-over', 'to');
};

/**
 * The books of one period, of one bureau in one field of work: open, softly closed (entries need approval), closed with a seal,
 * reopened with a reason and closed again with the next seal. A seal is never corrected or voided.
 * @rejects reporting.no-such-period           the dates are not those of a period of the scheme
 * @rejects reporting.another-period           the stream is of another period
 * @rejects reporting.period-not-over          the last day of the period has to be past
 * @rejects reporting.seal-broken              the hash is not that of the figures
 * @rejects reporting.seal-out-of-turn         the number does not follow the last seal's
 * @rejects reporting.period-closed-elsewhere  another stream holds the period
 * @rejects reporting.sealed-by-same-person    whoever closed the books does not reopen them
 */
export const period = defineProcedure<PeriodEvent, 'soft-closed' | 'closed' | 'reopened'>({
  type: 'reporting.period',
  events: periodEvents,
  fixed: true,
  steps: {
    none: ['reporting.PeriodSoftClosed', 'reporting.PeriodClosed'],
    'soft-closed': ['reporting.PeriodSoftClosed', 'reporting.PeriodClosed'],
    closed: ['reporting.PeriodReopened'],
    reopened: ['reporting.PeriodSoftClosed', 'reporting.PeriodClosed'],
  },
  becomes: {
    'reporting.PeriodSoftClosed': 'soft-closed',
    'reporting.PeriodClosed': 'closed',
    'reporting.PeriodReopened': 'reopened',
  },
  rules: {
    'reporting.PeriodSoftClosed': (data, state) => unclosable(data, data.softClosedOn, state) ?? accept,
    'reporting.PeriodClosed': (data, state) => {
      const refusal = unclosable(data, data.closedOn, state);
      if (refusal !== undefined) return refusal;
      if (data.number !== allOf(state, 'reporting.PeriodClosed').length + 1)
        return refuse('reporting.seal-out-of-turn', 'number');
      return sealHash(data) === data.hash ? accept : refuse('reporting.seal-broken', 'hash');
    },
    // What is stored already was let in by the rule of its day.
    'reporting.PeriodReopened': (_, state, { by, reach }) =>
      reach !== undefined && by === newestOf(state, 'reporting.PeriodClosed')?.by
        ? refuse('reporting.sealed-by-same-person')
        : accept,
  },
  keys: (state) => {
    const known = periodOf(state);
    return known === undefined ? [] : [periodKey(known)];
  },
  keyCodes: { period: 'reporting.period-closed-elsewhere' },
});
