import { type Progress, allOf, defineProcedure } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import { type StatisticsEvent, statisticsEvents } from './events/index.js';
import { refuse } from './rejections.js';

/**
 * The statistics one justice office sends up (安置帮教统计): each half year and each year once.
 * @rejects aftercare.statistics-submitted  this period's were sent on another day
 */
export const statistics = defineProcedure<StatisticsEvent, 'submitted'>({
  type: 'aftercare.statistics',
  events: statisticsEvents,
  steps: { none: ['aftercare.StatisticsSubmitted'], submitted: ['aftercare.StatisticsSubmitted'] },
  becomes: { 'aftercare.StatisticsSubmitted': 'submitted' },
  rules: {
    'aftercare.StatisticsSubmitted': ({ coverage, statYear, submittedOn }, state) => {
      const known = allOf(state, 'aftercare.StatisticsSubmitted').find(
        (sent) => sent.coverage === coverage && sent.statYear === statYear,
      );
      if (known === undefined) return accept;
      return known.submittedOn === submittedOn ? nothing : refuse('aftercare.statistics-submitted', 'statYear');
    },
  },
  keys: ({ past }: Progress<StatisticsEvent>) => [`statistics:${past[0]?.office}`],
  keyCodes: { statistics: 'aftercare.statistics-elsewhere' },
});
